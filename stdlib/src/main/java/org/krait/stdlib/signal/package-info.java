/**
 * Signals: {@code _signal}, and what becomes of a signal that the kernel sends.
 *
 * <p>In: signals, by way of {@code sun.misc.Signal}, in threads of the Java machine. Out: calls of Python's
 * handlers in the main thread, at a poll. The law of the room: no code of ours runs inside a signal
 * handler of C. A handler made with an upcall of {@code java.lang.foreign} would: it can be entered in any
 * thread at any instruction, also while that thread holds a lock of the Java machine, and Java code must
 * not run there. The Java machine's own handler only notes the signal and wakes its signal thread; that is
 * safe, at the price that a few signals cannot be had (see {@link org.krait.stdlib.signal.Signals}).
 */
@org.krait.annotations.SignalTrap
package org.krait.stdlib.signal;
