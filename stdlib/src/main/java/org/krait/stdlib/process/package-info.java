/**
 * Small modules about the life of a process: {@code atexit}, {@code gc}, {@code faulthandler}.
 *
 * <p>In: functions to call later. Out: calls. The law of the room: what the JVM does by itself is only
 * reported here.
 */
package org.krait.stdlib.process;
