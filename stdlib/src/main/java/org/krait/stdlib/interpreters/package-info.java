/**
 * Several interpreters in one process: {@code _xxsubinterpreters} and {@code _xxinterpchannels}.
 *
 * <p>In: calls from Python code. Out: interpreters that {@code org.krait.runtime.Interpreters} keeps,
 * and values that go from one to another. The law of the room: nothing that can change is reached from
 * two interpreters; what goes over is copied ({@link org.krait.stdlib.interpreters.SharedValues}).
 */
package org.krait.stdlib.interpreters;
