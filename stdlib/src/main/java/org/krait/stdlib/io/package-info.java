/**
 * The module {@code _io}: files, buffers, text layers and streams in memory.
 *
 * <p>In: calls from Python code, and the open files of {@code org.krait.stdlib.os}. Out: bytes and text
 * in the order in which the program wrote them. The law of the room: a layer calls the one below by its
 * Python methods, as subclasses may replace them, and goes the direct way only to the exact builtin
 * type.
 */
package org.krait.stdlib.io;
