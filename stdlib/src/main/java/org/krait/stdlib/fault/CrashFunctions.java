package org.krait.stdlib.fault;

import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.ThreadState;
import org.krait.stdlib.signal.Signals;

/** The functions of {@code faulthandler} that end the process in order to try the others. */
final class CrashFunctions {
  private CrashFunctions() {}

  private static void end(ThreadState thread, int number) {
    if (!Signals.of(thread.interpreter).raise(thread, number)) {
      Signals.die(number);
    }
  }

  @Function(value = "_read_null()", textSignature = false)
  static void readNull(ThreadState thread) {
    end(thread, FatalSignals.SEGMENT);
  }

  @Function(value = "_sigsegv(release_gil=False, /)", textSignature = false)
  static void segment(ThreadState thread, boolean release) {
    end(thread, FatalSignals.SEGMENT);
  }

  @Function(value = "_sigabrt()", textSignature = false)
  static void abort(ThreadState thread) {
    end(thread, FatalSignals.ABORT);
  }

  @Function(value = "_sigfpe()", textSignature = false)
  static void floating(ThreadState thread) {
    end(thread, FatalSignals.FLOAT);
  }

  /** In CPython a thread of C, which runs no Python code. */
  @Function(value = "_fatal_error_c_thread()", textSignature = false)
  static void fatalThread(ThreadState thread) {
    FatalError.end(thread.interpreter, null, "faulthandler_fatal_error_thread", "in new thread");
  }

  /** The Java machine notices the end of its stack, so that nothing can overflow. */
  @Function(value = "_stack_overflow()", textSignature = false)
  static void overflow() {
    int[] depth = {0};
    try {
      call(depth);
    } catch (StackOverflowError e) {
      throw Errors.runtimeError("unable to raise a stack overflow (%d recursive calls)", depth[0]);
    }
  }

  private static int call(int[] depth) {
    depth[0]++;
    return call(depth) + depth[0];
  }
}
