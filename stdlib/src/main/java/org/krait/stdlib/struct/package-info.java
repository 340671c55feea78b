/**
 * The module {@code _struct}: values as packed bytes.
 *
 * <p>In: a format string and values, or bytes. Out: bytes, or a tuple of values. The law of the room: a
 * format is parsed once into {@link org.krait.stdlib.struct.StructFormat}, and packing and unpacking
 * walk its fields.
 */
package org.krait.stdlib.struct;
