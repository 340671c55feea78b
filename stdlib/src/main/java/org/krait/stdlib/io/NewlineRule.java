package org.krait.stdlib.io;

import org.krait.runtime.Errors;
import org.krait.runtime.types.PyStr;

/**
 * What the argument {@code newline} means.
 *
 * @param given the argument; null for None
 */
record NewlineRule(String given) {
  /** The rule of an argument that was checked to be a str or None. */
  static NewlineRule of(String given, boolean quoted) {
    if (given != null) {
      switch (given) {
        case "", "\n", "\r", "\r\n" -> {}
        default ->
            throw Errors.valueError(
                "illegal newline value: %s",
                quoted ? org.krait.runtime.Objects.repr(PyStr.of(given)) : given);
      }
    }
    return new NewlineRule(given);
  }

  /** Whether any kind of line end ends a line. */
  boolean isUniversal() {
    return given == null || given.isEmpty();
  }

  /** Whether line ends become {@code \n} when read. */
  boolean translatesReading() {
    return given == null;
  }

  /** What {@code \n} becomes when written; null for itself. */
  String written() {
    return given == null || given.isEmpty() || given.equals("\n") ? null : given;
  }

  /** The place behind the first line end from {@code from} on, or -1. */
  int lineEnd(PyStr text, int from) {
    String units = text.units();
    if (translatesReading() || given.equals("\n")) {
      int at = units != null ? units.indexOf('\n', from) : find(text, '\n', from);
      return at < 0 ? -1 : at + 1;
    }
    if (given.equals("\r")) {
      int at = find(text, '\r', from);
      return at < 0 ? -1 : at + 1;
    }
    return given.isEmpty() ? anyEnd(text, from) : pairEnd(text, from);
  }

  private static int find(PyStr text, int wanted, int from) {
    for (int i = from, end = text.length(); i < end; i++) {
      if (text.codePointAt(i) == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static int anyEnd(PyStr text, int from) {
    for (int i = from, end = text.length(); i < end; i++) {
      int c = text.codePointAt(i);
      if (c == '\n') {
        return i + 1;
      }
      if (c == '\r') {
        return i + 1 < end && text.codePointAt(i + 1) == '\n' ? i + 2 : i + 1;
      }
    }
    return -1;
  }

  private static int pairEnd(PyStr text, int from) {
    for (int at = find(text, '\r', from); at >= 0; at = find(text, '\r', at + 1)) {
      if (at + 1 < text.length() && text.codePointAt(at + 1) == '\n') {
        return at + 2;
      }
    }
    return -1;
  }

  /** Whether a line end may be cut in two between parts of a text, its first half being the last character. */
  boolean mayContinue(PyStr text) {
    int length = text.length();
    return "\r\n".equals(given) && length > 0 && text.codePointAt(length - 1) == '\r';
  }

  /** The text as it is written. */
  PyStr translateWriting(PyStr text) {
    String end = written();
    if (end == null || text.indexOf('\n') < 0) {
      return text;
    }
    String units = text.units();
    if (units != null) {
      return PyStr.ofUnits(units.replace("\n", end));
    }
    org.krait.runtime.text.PyStrBuilder out =
        new org.krait.runtime.text.PyStrBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (c == '\n') {
        out.append(end);
      } else {
        out.append(c);
      }
    }
    return out.toPyStr();
  }
}
