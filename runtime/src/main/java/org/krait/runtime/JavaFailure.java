package org.krait.runtime;

import org.krait.runtime.types.PyExceptions;

/**
 * What a Python program gets when something went wrong in Java.
 *
 * <p>A full stack and a full memory have exceptions of their own; everything else is a fault of ours and
 * becomes SystemError. {@code -X javatrace} or the environment variable {@code KRAIT_JAVA_TRACE} prints
 * the Java trace as well.
 */
public final class JavaFailure {
  private static final String OURS = "org.krait.";

  private JavaFailure() {}

  /** The Python exception for a Java one. It may be called on a full stack, so it asks one by one. */
  public static PyException of(ThreadState thread, Throwable failure) {
    if (failure instanceof PyException raised) {
      return raised;
    }
    if (failure instanceof StackOverflowError) {
      return Errors.make(PyExceptions.RecursionError, "maximum recursion depth exceeded");
    }
    if (failure instanceof OutOfMemoryError) {
      return Errors.of(PyExceptions.MemoryError);
    }
    boolean stumbled =
        failure instanceof IndexOutOfBoundsException
            || failure instanceof NegativeArraySizeException;
    if (stumbled && Concurrency.active()) {
      // Builtins that are not meant for several threads may trip when one changes under their hands.
      print(thread, failure);
      return Errors.runtimeError("object was changed by another thread during an operation");
    }
    return internal(thread, failure);
  }

  private static void print(ThreadState thread, Throwable failure) {
    Options options = thread.interpreter.options;
    if (options.extra.containsKey("javatrace")
        || options.environment.containsKey("KRAIT_JAVA_TRACE")) {
      failure.printStackTrace();
    }
  }

  private static PyException internal(ThreadState thread, Throwable failure) {
    print(thread, failure);
    String message = failure.getMessage();
    return Errors.systemError(
        "internal error%s: %s%s",
        place(failure),
        failure.getClass().getSimpleName(),
        message == null ? "" : ": " + message);
  }

  private static String place(Throwable failure) {
    for (StackTraceElement element : failure.getStackTrace()) {
      if (element.getClassName().startsWith(OURS)) {
        String name = element.getClassName();
        return " in "
            + name.substring(name.lastIndexOf('.') + 1)
            + "."
            + element.getMethodName()
            + " ("
            + element.getFileName()
            + ":"
            + element.getLineNumber()
            + ")";
      }
    }
    return "";
  }
}
