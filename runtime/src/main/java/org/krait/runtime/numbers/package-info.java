/**
 * Numbers and their text, without Python objects.
 *
 * <p>In: Java doubles, BigIntegers and text. Out: the same. The law of the room: every digit is exact
 * and every rounding is to the nearest, ties to even, as in CPython; fast paths give the same answers
 * as the slow ones.
 */
package org.krait.runtime.numbers;
