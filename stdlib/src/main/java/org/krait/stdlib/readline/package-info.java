/**
 * The module {@code readline}: what programs ask of the editing of lines at a terminal.
 *
 * <p>In: calls of programs ({@code rlcompleter}, {@code cmd}, {@code pdb}, {@code site}). Out: a history
 * and hooks that a {@link org.krait.stdlib.readline.LineEditor} obeys. The law of the room: nothing here
 * knows how a line is edited; the command provides an editor when there is a terminal.
 */
package org.krait.stdlib.readline;
