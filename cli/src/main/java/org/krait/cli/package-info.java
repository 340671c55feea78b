/**
 * The {@code krait} command: what {@code python3.12} is for CPython.
 *
 * <p>In: a command line and the environment. Out: a process that behaves as CPython's would. The law of
 * the room: an option stands once, in {@link org.krait.cli.CommandLine}.
 */
package org.krait.cli;
