/**
 * Frames and the interpreter loop.
 *
 * <p>In: a function and its arguments, or a frame that was suspended. Out: a value or a {@link
 * org.krait.runtime.PyException}. The law of the room: the frame is the truth; at every instruction
 * boundary another executor could take it over.
 */
package org.krait.runtime.execution;
