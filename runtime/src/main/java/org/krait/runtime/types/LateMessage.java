package org.krait.runtime.types;

import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;

/**
 * The message of an exception that nobody has read yet: most are caught and forgotten.
 *
 * @param format as of {@link Errors#text}
 * @param args what it is about: nothing that can change
 */
record LateMessage(String format, Object[] args) {
  /** A text or bytes object as it is shown in a message, up to a length. */
  record Shown(PyObject value, int most) {
    @Override
    public String toString() {
      PyStr text = Objects.repr(value);
      return (text.length() > most ? text.substring(0, most) : text).toString();
    }
  }

  /** Whether none of the values can change before the message is read. */
  static boolean isFixed(Object[] args) {
    for (Object arg : args) {
      if (!(arg instanceof String || arg instanceof Number || arg instanceof Shown)
          && (arg == null || arg.getClass() != PyStr.class)) {
        return false;
      }
    }
    return true;
  }

  PyStr text() {
    return PyStr.of(args.length == 0 ? format : Errors.text(format, args));
  }
}
