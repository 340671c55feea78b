/**
 * The module {@code marshal}: the streams of {@code bytecode} with Python values.
 *
 * <p>In: bytes or values. Out: values or bytes. The law of the room: the format is read and written in
 * {@link org.krait.bytecode}; here is only what it means in Python.
 */
package org.krait.stdlib.marshal;
