/**
 * The module {@code _warnings}: warnings while the library's {@code warnings} is not or no longer there.
 *
 * <p>In: a category and a text. Out: nothing, a line on standard error, or the warning as an exception.
 * The law of the room: filters are the lists that {@code warnings} shares, never copies.
 */
package org.krait.stdlib.warnings;
