/**
 * The module {@code _random}: the Mersenne Twister.
 *
 * <p>In: a seed. Out: the same numbers as CPython's, bit for bit.
 */
package org.krait.stdlib.random;
