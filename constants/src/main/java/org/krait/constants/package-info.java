/**
 * The values that a literal in source or a constant of a code object can have.
 *
 * <p>In: nothing. Out: immutable values that need no Python runtime; the runtime wraps them when it
 * loads code. The law of the room: {@code equals} is the identity that Python's compiler uses to
 * merge constants, so {@code 1}, {@code True} and {@code 1.0} differ, and so do {@code 0.0} and
 * {@code -0.0}.
 */
package org.krait.constants;
