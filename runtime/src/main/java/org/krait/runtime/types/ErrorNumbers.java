package org.krait.runtime.types;

import org.krait.runtime.PyType;

/** Linux error numbers that have an exception type of their own (PEP 3151). */
final class ErrorNumbers {
  private ErrorNumbers() {}

  /** The type for an error number, or the given one. */
  static PyType typeFor(int number, PyType otherwise) {
    return switch (number) {
      case 11, 114, 115 -> PyExceptions.BlockingIOError;
      case 32, 108 -> PyExceptions.BrokenPipeError;
      case 10 -> PyExceptions.ChildProcessError;
      case 103 -> PyExceptions.ConnectionAbortedError;
      case 111 -> PyExceptions.ConnectionRefusedError;
      case 104 -> PyExceptions.ConnectionResetError;
      case 17 -> PyExceptions.FileExistsError;
      case 2 -> PyExceptions.FileNotFoundError;
      case 21 -> PyExceptions.IsADirectoryError;
      case 20 -> PyExceptions.NotADirectoryError;
      case 4 -> PyExceptions.InterruptedError;
      case 13, 1 -> PyExceptions.PermissionError;
      case 3 -> PyExceptions.ProcessLookupError;
      case 110 -> PyExceptions.TimeoutError;
      default -> otherwise;
    };
  }
}
