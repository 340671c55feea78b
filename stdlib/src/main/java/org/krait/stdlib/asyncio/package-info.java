/**
 * The module {@code _asyncio}: futures, tasks, and which loop and task are running.
 *
 * <p>In: calls from the library's {@code asyncio}. Out: what CPython's C module does; everything that is
 * shown (reprs, stacks) is the library's own Python code. The law of the room: a task resumes its
 * coroutine directly, and no StopIteration is made to carry a result from one to the other.
 */
package org.krait.stdlib.asyncio;
