/**
 * The modules {@code _testinternalcapi} and {@code _testcapi}, as far as CPython's own tests ask the
 * compiler and the builtin types with them.
 *
 * <p>In: instructions as tuples of numbers; objects. Out: the same after a stage of the compiler, or code;
 * what an operation gives. The law of the room: only what the compiler and the types do is shown here,
 * nothing is computed.
 */
package org.krait.stdlib.testing;
