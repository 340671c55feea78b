/**
 * The module {@code _string}: how {@code string.Formatter} reads format strings.
 *
 * <p>In: format strings. Out: their pieces. The law of the room: the reading itself is {@code
 * org.krait.runtime.text}'s.
 */
package org.krait.stdlib.string;
