package org.krait.stdlib.interpreters;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.types.PyExceptions;

/** What can be wrong with a channel. */
final class ChannelErrors {
  static final PyType ERROR = type("ChannelError", PyExceptions.RuntimeError);
  static final PyType NOT_FOUND = type("ChannelNotFoundError", ERROR);
  static final PyType CLOSED = type("ChannelClosedError", ERROR);
  static final PyType EMPTY = type("ChannelEmptyError", ERROR);
  static final PyType NOT_EMPTY = type("ChannelNotEmptyError", ERROR);

  private ChannelErrors() {}

  private static PyType type(String name, PyType base) {
    return PyType.builtin(new SimpleTypeTable("_xxinterpchannels", name, base));
  }

  static PyException notFound(long number) {
    return Errors.make(NOT_FOUND, "channel " + number + " not found");
  }

  static PyException closed(long number) {
    return Errors.make(CLOSED, "channel " + number + " is closed");
  }

  /** The interpreter has given up its end. */
  static PyException endClosed(long number) {
    return Errors.make(CLOSED, "channel " + number + " is already closed");
  }

  static PyException empty(long number) {
    return Errors.make(EMPTY, "channel " + number + " is empty");
  }

  static PyException notEmpty(long number) {
    return Errors.make(NOT_EMPTY, "channel " + number + " may not be closed if not empty (try force=True)");
  }
}
