/**
 * The {@code krait} command: what {@code python3.12} is for CPython.
 *
 * <p>In: a command line and the environment. Out: a process that behaves as CPython's would. The law of
 * the room: an option stands once, in {@link org.krait.cli.CommandOption}, {@link
 * org.krait.cli.ExtraOption} or {@link org.krait.cli.EnvironmentVariable}, and the help is made of them.
 */
package org.krait.cli;
