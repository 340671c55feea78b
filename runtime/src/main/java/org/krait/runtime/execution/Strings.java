package org.krait.runtime.execution;

import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;

/** The parts of an f-string. */
final class Strings {
  private Strings() {}

  static PyStr join(PyObject[] s, int from, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      if (!(s[i] instanceof PyStr part)) {
        throw Errors.typeError(
            "sequence item %d: expected str instance, %s found", i - from, s[i].type().fullName());
      }
      String units = part.units();
      if (units == null) {
        return joinCodePoints(s, from, count);
      }
      text.append(units);
    }
    return PyStr.ofUnits(text.toString());
  }

  private static PyStr joinCodePoints(PyObject[] s, int from, int count) {
    int length = 0;
    for (int i = from; i < from + count; i++) {
      if (!(s[i] instanceof PyStr part)) {
        throw Errors.typeError(
            "sequence item %d: expected str instance, %s found", i - from, s[i].type().fullName());
      }
      length += part.length();
    }
    int[] points = new int[length];
    int at = 0;
    for (int i = from; i < from + count; i++) {
      PyStr part = (PyStr) s[i];
      for (int j = 0; j < part.length(); j++) {
        points[at++] = part.codePointAt(j);
      }
    }
    return PyStr.ofCodePoints(points, 0, length);
  }

  /** {@code FORMAT_VALUE}: conversion and format of one value. */
  static int formatValue(PyObject[] s, int arg, int sp) {
    PyStr spec = PyStr.EMPTY;
    if ((arg & 4) != 0) {
      PyObject given = s[--sp];
      if (!(given instanceof PyStr text)) {
        throw Errors.systemError(
            "Format specifier must be a string, not %s", given.type().fullName());
      }
      spec = text;
      s[sp] = null;
    }
    PyObject value = s[sp - 1];
    value =
        switch (arg & 3) {
          case 1 -> Objects.str(value);
          case 2 -> Objects.repr(value);
          case 3 -> Objects.ascii(value);
          default -> value;
        };
    s[sp - 1] = Objects.format(value, spec);
    return sp;
  }
}
