package org.krait.compiler;

import java.util.function.Supplier;
import org.krait.compiler.diagnostics.CompileError;

/** Runs a computation that recurses over a tree of any depth that CPython allows. */
final class DeepStack {
  private static final long STACK_SIZE = 512L << 20;

  private DeepStack() {}

  /**
   * The result of the computation, which is started over on a thread of its own when the stack of
   * this one is too small; it must not have effects before it ends.
   */
  static <T> T call(Supplier<T> computation) {
    try {
      return computation.get();
    } catch (StackOverflowError e) {
      return new Attempt<>(computation).run();
    }
  }

  private static final class Attempt<T> {
    private final Supplier<T> computation;
    private T result;
    private RuntimeException failure;

    Attempt(Supplier<T> computation) {
      this.computation = computation;
    }

    T run() {
      Thread thread = new Thread(null, this::attempt, "krait-compiler", STACK_SIZE);
      thread.start();
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (failure != null) {
        throw failure;
      }
      return result;
    }

    private void attempt() {
      try {
        result = computation.get();
      } catch (StackOverflowError e) {
        failure = CompileError.tooDeep();
      } catch (RuntimeException e) {
        failure = e;
      }
    }
  }
}
