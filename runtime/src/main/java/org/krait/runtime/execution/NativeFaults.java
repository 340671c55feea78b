package org.krait.runtime.execution;

import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.types.PyExceptions;

/** What a program gets to see when Java code of a builtin fails: never a Java exception. */
final class NativeFaults {
  private NativeFaults() {}

  /**
   * The exception that stands for one of Java's.
   *
   * <p>Builtins that are not meant for several threads at once may stumble when one changes under their
   * hands; everything else is a fault of ours, and says so.
   */
  static PyException of(RuntimeException fault) {
    boolean stumbled =
        fault instanceof IndexOutOfBoundsException || fault instanceof NegativeArraySizeException;
    if (stumbled && Concurrency.active()) {
      return Errors.make(
          PyExceptions.RuntimeError, "object was changed by another thread during an operation");
    }
    StackTraceElement[] trace = fault.getStackTrace();
    return Errors.make(
        PyExceptions.SystemError,
        "internal fault of Krait: %s at %s", fault, trace.length == 0 ? "an unknown place" : trace[0]);
  }
}
