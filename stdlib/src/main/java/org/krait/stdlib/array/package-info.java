/**
 * The module {@code array}: sequences of machine numbers.
 *
 * <p>In: numbers. Out: numbers, or the memory they lie in. The law of the room: only {@link
 * org.krait.stdlib.array.PyArray} touches the memory, and its size never changes while a buffer of it is
 * lent.
 */
package org.krait.stdlib.array;
