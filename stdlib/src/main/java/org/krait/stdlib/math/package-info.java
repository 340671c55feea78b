/**
 * The modules {@code math} and {@code cmath}.
 *
 * <p>In: numbers. Out: numbers. The law of the room: results are the nearest double wherever the
 * algorithm can promise it, and errors are those that CPython makes of C's {@code errno}.
 */
package org.krait.stdlib.math;
