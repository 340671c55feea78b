/**
 * Small doors to the kernel: {@code fcntl}, {@code resource}, {@code termios}, {@code syslog}. In: numbers,
 * descriptors, bytes; out: what the call says. The law of the room: no thinking, only passing on.
 */
package org.krait.stdlib.control;
