/**
 * The module {@code _thread}: Java threads that run Python, and locks.
 *
 * <p>In: functions to run. Out: threads. The law of the room: a thread of ours is a {@link
 * org.krait.runtime.ThreadState.Carrier}, so that its state is found by a field read.
 */
package org.krait.stdlib.thread;
