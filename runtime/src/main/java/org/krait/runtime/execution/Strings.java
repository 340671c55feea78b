package org.krait.runtime.execution;

import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;

/** The parts of an f-string. */
final class Strings {
  private Strings() {}

  static PyStr join(PyObject[] s, int from, int count) {
    int length = 0;
    for (int i = from; i < from + count; i++) {
      if (!(s[i] instanceof PyStr part)) {
        throw wrong(s[i], i - from);
      }
      if (part.wide() != null) {
        return joinCodePoints(s, from, count);
      }
      length += part.length();
    }
    if (length >= 0 && length <= PyStr.PACKED) {
      PyStr few = PyStr.ofPacked(s, from, count);
      if (few != null) {
        return few;
      }
    }
    return PyStr.ofUnits(
        switch (count) {
          case 2 -> units(s[from]).concat(units(s[from + 1]));
          case 3 -> joined(units(s[from]), units(s[from + 1]), units(s[from + 2]));
          case 4 ->
              joined(units(s[from]), units(s[from + 1]), units(s[from + 2]), units(s[from + 3]));
          case 5 ->
              joined(
                  units(s[from]), units(s[from + 1]), units(s[from + 2]), units(s[from + 3]),
                  units(s[from + 4]));
          case 6 ->
              joined(
                  units(s[from]), units(s[from + 1]), units(s[from + 2]), units(s[from + 3]),
                  units(s[from + 4]), units(s[from + 5]));
          case 7 ->
              joined(
                  units(s[from]), units(s[from + 1]), units(s[from + 2]), units(s[from + 3]),
                  units(s[from + 4]), units(s[from + 5]), units(s[from + 6]));
          default -> many(s, from, count, length);
        });
  }

  // HotSpot makes one text at once of a chain of appended ones, where nothing else is done between.

  private static String joined(String a, String b, String c) {
    return new StringBuilder().append(a).append(b).append(c).toString();
  }

  private static String joined(String a, String b, String c, String d) {
    return new StringBuilder().append(a).append(b).append(c).append(d).toString();
  }

  private static String joined(String a, String b, String c, String d, String e) {
    return new StringBuilder().append(a).append(b).append(c).append(d).append(e).toString();
  }

  private static String joined(String a, String b, String c, String d, String e, String f) {
    return new StringBuilder().append(a).append(b).append(c).append(d).append(e).append(f).toString();
  }

  private static String joined(String a, String b, String c, String d, String e, String f, String g) {
    return new StringBuilder().append(a).append(b).append(c).append(d).append(e).append(f).append(g).toString();
  }

  private static String many(PyObject[] s, int from, int count, int length) {
    // Where the lengths are too many for an int, appending says so.
    StringBuilder text = new StringBuilder(Math.max(length, 0));
    for (int i = from; i < from + count; i++) {
      text.append(units(s[i]));
    }
    return text.toString();
  }

  private static String units(PyObject part) {
    return ((PyStr) part).units();
  }

  private static PyException wrong(PyObject part, int place) {
    return Errors.typeError(
        "sequence item %d: expected str instance, %s found", place, part.type().fullName());
  }

  private static PyStr joinCodePoints(PyObject[] s, int from, int count) {
    int length = 0;
    for (int i = from; i < from + count; i++) {
      if (!(s[i] instanceof PyStr part)) {
        throw wrong(s[i], i - from);
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
    s[sp - 1] = format(s[sp - 1], arg, spec);
    return sp;
  }

  static PyStr format(PyObject value, int arg, PyStr spec) {
    PyObject converted =
        switch (arg & 3) {
          case 1 -> Objects.str(value);
          case 2 -> Objects.repr(value);
          case 3 -> Objects.ascii(value);
          default -> value;
        };
    return Objects.format(converted, spec);
  }
}
