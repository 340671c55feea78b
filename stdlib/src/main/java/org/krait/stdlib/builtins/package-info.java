/**
 * The module {@code builtins} and what goes with it: compiling, evaluating, making classes.
 *
 * <p>In: Python values. Out: Python values. The law of the room: a function here is thin; what it does
 * is in the runtime, where other callers find it.
 */
package org.krait.stdlib.builtins;
