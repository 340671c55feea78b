package org.krait.stdlib.signal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.SortedSet;
import java.util.TreeSet;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyInt;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;

/** Sets of signals: from Python, and as C has them. */
public final class SignalSets {
  private static final int SIZE = 128;
  private static final int PIPE = 13;
  private static final int FILE_SIZE = 25;
  private static final int IGNORE = 1;
  private static final int SET_MASK = 2;

  private static final CFunction SIGNAL = CFunction.wide("signal");
  private static final CFunction SIGMASK = new CFunction("pthread_sigmask");

  private static volatile boolean pipesIgnored;

  private SignalSets() {}

  /** A {@code sigset_t}. */
  public static MemorySegment of(Arena arena, Iterable<Integer> signals) {
    MemorySegment set = arena.allocate(SIZE, 8);
    for (int number : signals) {
      int bit = number - 1;
      set.set(Native.BYTE, bit >> 3, (byte) (set.get(Native.BYTE, bit >> 3) | 1 << (bit & 7)));
    }
    return set;
  }

  /** An iterable of signal numbers. */
  public static SortedSet<Integer> read(PyObject signals) {
    SortedSet<Integer> set = new TreeSet<>();
    for (PyObject item : Iteration.toArray(signals)) {
      PyInt number = Arguments.index(item);
      if (!number.fitsLong() || number.longValue() < 1 || number.longValue() >= SignalNames.COUNT) {
        throw Errors.valueError(
            "signal number %s out of range [1; %d]", number, SignalNames.COUNT - 1);
      }
      if (!SignalNames.isReserved((int) number.longValue())) {
        set.add((int) number.longValue());
      }
    }
    return set;
  }

  /** What the running thread has blocked, for a child. */
  public static SortedSet<Integer> blocked() {
    return Signals.of(ThreadState.current().interpreter).mask();
  }

  /** Gives the thread the mask that a program that takes its place shall start with. */
  public static void enterMask(Arena arena) {
    SIGMASK.call(SET_MASK, of(arena, blocked()).address(), 0);
  }

  /** The Java machine handles broken pipes where CPython ignores them; only the latter is passed on. */
  public static void ignorePipes() {
    if (!pipesIgnored) {
      pipesIgnored = true;
      Signals signals = Signals.of(ThreadState.current().interpreter);
      for (int number : new int[] {PIPE, FILE_SIZE}) {
        if (signals.isIgnored(number)) {
          SIGNAL.call(number, IGNORE);
        }
      }
    }
  }
}
