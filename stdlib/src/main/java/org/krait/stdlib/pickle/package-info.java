/**
 * {@code _pickle}: objects as streams of bytes and back, protocols 0 to 5 (PEP 307, 3154, 574).
 *
 * <p>In: the objects of a program, or a stream. Out: the stream, byte for byte the one that CPython's
 * C module writes, or the objects. The law of the room: exact builtin types are written and read
 * without running code of the program; everything else goes through what its class says of itself.
 */
package org.krait.stdlib.pickle;
