#!/bin/sh
# The last step of the build (org.krait.cli.Assemble), in a JDK that fits.
# $1: the folder of the checkout, $2: the class path
set -e
. "$1/cli/src/main/launch/jdk.sh"
exec "$jdk/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xss64m -cp "$2" org.krait.cli.Assemble "$1"
