/**
 * The module {@code _datetime}: dates and times of the proleptic Gregorian calendar, durations, offsets
 * from UTC.
 *
 * <p>In: numbers, texts in ISO 8601, timestamps. Out: values that never change. The law of the room: a
 * value of a subclass is made by calling the subclass where CPython does that, and only there.
 */
package org.krait.stdlib.datetime;
