/**
 * The module {@code _tracemalloc}: where the objects that are alive were made.
 *
 * <p>In: what the interpreter tells of objects while tracing is on, what the collector says of their
 * ends, and questions of the Python module {@code tracemalloc}. Out: sizes, which are CPython's as far
 * as {@link org.krait.runtime.ObjectSizes} knows them, and tracebacks. The law of the room: nothing of
 * it is loaded or asked while tracing is off.
 */
package org.krait.stdlib.tracemalloc;
