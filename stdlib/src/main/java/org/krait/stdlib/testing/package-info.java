/**
 * The module {@code _testinternalcapi}, as far as CPython's own tests ask the compiler with it.
 *
 * <p>In: instructions as tuples of numbers. Out: the same after a stage of the compiler, or code. The
 * law of the room: only what the compiler does is shown here, nothing is computed.
 */
package org.krait.stdlib.testing;
