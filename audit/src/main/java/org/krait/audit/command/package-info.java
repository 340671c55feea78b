/**
 * The commands {@code krait verify} and {@code krait audit}.
 *
 * <p>In: words of a command line. Out: a report and an exit code. The law of the room: the same input
 * gives the same output, sorted; only a terminal sees progress.
 */
package org.krait.audit.command;
