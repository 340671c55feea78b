/**
 * What {@code str} knows about characters: properties and case of Unicode 15.0, text under
 * construction, and the small languages for formatting.
 *
 * <p>In: code points and text. Out: answers and {@code PyStr}. The law of the room: every property
 * comes from the table of Unicode 15.0, never from the JDK, whose version of Unicode is another.
 */
package org.krait.runtime.text;
