/**
 * The modules {@code _curses} and {@code _curses_panel}: the system's ncurses, called directly.
 *
 * <p>In: calls from the library's {@code curses}. Out: what CPython's C modules give. The law of the
 * room: ncurses knows nothing of threads and signals, so one call is made at a time, and a wait for
 * the keyboard happens here ({@link org.krait.stdlib.curses.Keyboard}), not in C. Without the library
 * the import fails.
 */
package org.krait.stdlib.curses;
