# To be read by a shell: sets jdk to the first JDK 25 or later in the usual places, or ends the shell.

# True when Java at this place is 25 or later, by the version in its release file.
is_recent() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] && [ "$version" -ge 25 ]
}

jdk=
for candidate in "${KRAIT_JAVA_HOME:-}" "${JAVA_HOME:-}" \
    "$(dirname "$(dirname "$(readlink -f "$(command -v java || echo /none/none)")")")" \
    /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
  if [ -n "$candidate" ] && is_recent "$candidate"; then
    jdk=$candidate
    break
  fi
done
if [ -z "$jdk" ]; then
  echo "krait: needs a JDK 25 or later; install one (for example the package temurin-25-jdk) or set JAVA_HOME" >&2
  exit 1
fi
