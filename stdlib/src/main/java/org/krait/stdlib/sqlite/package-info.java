/**
 * The module {@code _sqlite3}: databases of SQLite, whose library of the system is called directly.
 *
 * <p>In: calls from the library's {@code sqlite3}. Out: what CPython's C module gives. The law of the
 * room: whatever C is to keep has a number in {@link org.krait.stdlib.sqlite.Callbacks}, no exception
 * passes through C, and nothing is called after it was closed. Without the library the import fails.
 */
package org.krait.stdlib.sqlite;
