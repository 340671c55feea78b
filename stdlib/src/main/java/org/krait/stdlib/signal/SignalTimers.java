package org.krait.stdlib.signal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.OsErrors;

/** {@code alarm} and the interval timers. */
final class SignalTimers {
  static final PyType ERROR =
      PyType.builtin(new SimpleTypeTable("signal", "itimer_error", PyExceptions.OSError));

  private static final int SIZE = 32;

  private static final CFunction ALARM = new CFunction("alarm");
  private static final CFunction GETITIMER = new CFunction("getitimer");
  private static final CFunction SETITIMER = new CFunction("setitimer");

  private static final CFunction SIGMASK = new CFunction("pthread_sigmask");
  private static final CFunction SIGTIMEDWAIT = new CFunction("sigtimedwait");
  private static final int BLOCK = 0;
  private static final int SET_MASK = 2;

  private SignalTimers() {}

  /** Whether a signal comes from a timer that the program sets. */
  static boolean sends(int number) {
    return number == 14 || number == 26 || number == 27; // SIGALRM, SIGVTALRM, SIGPROF
  }

  /**
   * Drops a signal that a timer has sent and that no thread has got yet. On a busy machine that may be so
   * after the timer was stopped, and would end the process once nothing handles the signal any more.
   */
  static void discardPending(int number) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment set = SignalSets.of(arena, List.of(number));
      MemorySegment before = arena.allocate(set.byteSize(), 8);
      MemorySegment atOnce = arena.allocate(16, 8);
      SIGMASK.call(BLOCK, set.address(), before.address());
      try {
        SIGTIMEDWAIT.callInt(set.address(), 0, atOnce.address());
      } finally {
        SIGMASK.call(SET_MASK, before.address(), 0);
      }
    }
  }

  @Function("alarm(seconds, /)")
  static int alarm(int seconds) {
    return ALARM.callInt(seconds);
  }

  private static void put(MemorySegment memory, long at, PyObject value) {
    double seconds = Arguments.toDouble(value);
    double whole = Math.floor(seconds);
    long micros = (long) Math.ceil((seconds - whole) * 1e6);
    memory.set(Native.LONG, at, (long) whole + micros / 1_000_000);
    memory.set(Native.LONG, at + 8, micros % 1_000_000);
  }

  private static PyObject seconds(MemorySegment memory, long at) {
    return new PyFloat(memory.get(Native.LONG, at) + memory.get(Native.LONG, at + 8) * 1e-6);
  }

  private static PyObject pair(MemorySegment timer) {
    return PyTuple.of(seconds(timer, 16), seconds(timer, 0));
  }

  private static void check(int result) {
    if (result != 0) {
      int number = Libc.errno();
      throw Errors.of(ERROR, PyLong.of(number), PyStr.of(OsErrors.words(number)));
    }
  }

  @Function("setitimer(which, seconds, interval=0.0, /)")
  static PyObject setitimer(int which, PyObject seconds, PyObject interval) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timer = arena.allocate(SIZE, 8);
      MemorySegment old = arena.allocate(SIZE, 8);
      put(timer, 16, seconds);
      put(timer, 0, interval);
      check(SETITIMER.callInt(which, timer.address(), old.address()));
      return pair(old);
    }
  }

  @Function("getitimer(which, /)")
  static PyObject getitimer(int which) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timer = arena.allocate(SIZE, 8);
      check(GETITIMER.callInt(which, timer.address()));
      return pair(timer);
    }
  }
}
