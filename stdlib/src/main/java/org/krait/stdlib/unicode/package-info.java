/**
 * The module {@code unicodedata}: the Unicode Character Database, of 15.0 and of 3.2.
 *
 * <p>In: characters and text. Out: their properties and normal forms. The law of the room: all data
 * come from the table {@code unicode.txt} here and from {@code org.krait.runtime.text}.
 */
package org.krait.stdlib.unicode;
