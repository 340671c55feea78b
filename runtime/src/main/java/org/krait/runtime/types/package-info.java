/**
 * The builtin types, one file each: {@code list} is {@link org.krait.runtime.types.PyList}.
 *
 * <p>In: Python values, already checked against the signatures in the annotations. Out: Python values
 * or a {@link org.krait.runtime.PyException} with CPython's words. The law of the room: a method's
 * signature is written once, in its annotation.
 */
package org.krait.runtime.types;
