/**
 * The buffer protocol: memory that one object lends to others (PEP 3118, PEP 688).
 *
 * <p>In: objects that are {@link org.krait.runtime.buffer.BufferExporter} or have {@code __buffer__}.
 * Out: a {@link org.krait.runtime.buffer.Buffer}. The law of the room: who gets a buffer closes it,
 * and while it is open its memory neither moves nor changes its size.
 */
package org.krait.runtime.buffer;
