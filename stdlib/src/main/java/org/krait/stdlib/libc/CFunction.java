package org.krait.stdlib.libc;

import java.lang.foreign.MemorySegment;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.stdlib.os.OsErrors;
import org.krait.stdlib.os.Shortage;

/** A function of the C library that takes at most seven integers or pointers; found when first called. */
public final class CFunction {
  private static final int EINTR = 4;

  private final String name;
  private final boolean wide;
  private volatile MemorySegment address;

  private CFunction(String name, boolean wide) {
    this.name = name;
    this.wide = wide;
  }

  /** A function that returns {@code int}; {@code ENOSYS} when it is called and there is none. */
  public CFunction(String name) {
    this(name, false);
  }

  /** A function that returns {@code long}, {@code ssize_t} or a pointer. */
  public static CFunction wide(String name) {
    return new CFunction(name, true);
  }

  private MemorySegment address() {
    MemorySegment found = address;
    if (found == null) {
      found = Libc.find(name);
      if (found == null) {
        throw OsErrors.make(OsErrors.ENOSYS);
      }
      address = found;
    }
    return found;
  }

  private static long at(long[] a, int i) {
    return i < a.length ? a[i] : 0;
  }

  /** Calls; what the function returned. */
  public long call(long... a) {
    long result =
        Libc.invoke(
            address(), at(a, 0), at(a, 1), at(a, 2), at(a, 3), at(a, 4), at(a, 5), at(a, 6));
    return wide ? result : (int) result;
  }

  /** Calls a function that returns an {@code int}. */
  public int callInt(long... a) {
    return (int) call(a);
  }

  /**
   * Calls, and repeats what a signal interrupted, after the handlers have run (PEP 475), and once what
   * found no descriptor free.
   *
   * @return the result, -1 when the call failed
   */
  public long callAgain(long... a) {
    boolean wasShort = false;
    while (true) {
      long result = call(a);
      if (result != -1) {
        return result;
      }
      int error = Libc.errno();
      if (error == EINTR) {
        runHandlers();
      } else if (wasShort || !Shortage.isMended(error)) {
        Libc.keepErrno(error);
        return result;
      }
      wasShort |= error != EINTR;
    }
  }

  /** Runs the signal handlers that wait, when this is the main thread. */
  public static void runHandlers() {
    runHandlers(true);
  }

  /**
   * The same.
   *
   * @param all also those of signals after which the kernel would go on waiting
   */
  static void runHandlers(boolean all) {
    // Threads of the Java machine tell of signals, which may interrupt them too.
    ThreadState thread = ThreadState.currentOrNull();
    if (thread != null && thread.pending) {
      thread.interpreter.runPending(thread, all);
    }
  }

  /** As {@link #callAgain}, with {@code OSError} for -1. */
  public long require(long... a) {
    long result = callAgain(a);
    if (result == -1) {
      throw OsErrors.make(Libc.errno());
    }
    return result;
  }

  /** As {@link #require}; the file name, which may be null, goes into the error. */
  public long requireFor(PyObject filename, long... a) {
    long result = callAgain(a);
    if (result == -1) {
      throw OsErrors.make(Libc.errno(), filename);
    }
    return result;
  }
}
