package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.text.Unicode;

/** The methods of {@code str} that cut it: split, lines, strip. */
final class StrSplitMethods {
  private StrSplitMethods() {}

  /** The separator, or null for white space. */
  private static PyStr separator(PyObject sep) {
    if (sep == PyNone.NONE) {
      return null;
    }
    if (!(sep instanceof PyStr separator)) {
      throw Errors.typeError("must be str or None, not %s", sep.type().fullName());
    }
    if (separator.length() == 0) {
      throw Errors.valueError("empty separator");
    }
    return separator;
  }

  @Method("split(self, /, sep=None, maxsplit=-1)")
  static PyList split(PyStr self, PyObject sep, long maxsplit) {
    PyStr separator = separator(sep);
    long limit = maxsplit < 0 ? Long.MAX_VALUE : maxsplit;
    return separator == null ? splitWords(self, limit) : splitAt(self, separator, limit);
  }

  private static PyList splitWords(PyStr self, long limit) {
    String units = self.units();
    return units != null ? splitWords(self, units, limit) : splitWideWords(self, limit);
  }

  private static PyList splitWords(PyStr self, String units, long limit) {
    PyList parts = new PyList();
    int length = units.length();
    int at = skipSpace(units, 0);
    for (long left = limit; at < length && left > 0; left--) {
      int end = at + 1;
      while (end < length && !isSpace(units.charAt(end))) {
        end++;
      }
      parts.append(self.substring(at, end));
      at = skipSpace(units, end);
    }
    if (at < length) {
      parts.append(self.substring(at, length));
    }
    return parts;
  }

  /** As {@link Unicode#isSpace}, quick for what is most of a text. */
  private static boolean isSpace(char c) {
    return c <= ' ' ? c == ' ' || c >= 9 && c <= 13 || c >= 28 : c >= 0x80 && Unicode.isSpace(c);
  }

  private static int skipSpace(String units, int from) {
    int at = from;
    while (at < units.length() && isSpace(units.charAt(at))) {
      at++;
    }
    return at;
  }

  private static PyList splitWideWords(PyStr self, long limit) {
    PyList parts = new PyList();
    int length = self.length();
    int at = skipSpace(self, 0);
    for (long left = limit; at < length && left > 0; left--) {
      int end = at + 1;
      while (end < length && !Unicode.isSpace(self.codePointAt(end))) {
        end++;
      }
      parts.append(self.substring(at, end));
      at = skipSpace(self, end);
    }
    if (at < length) {
      parts.append(self.substring(at, length));
    }
    return parts;
  }

  private static int skipSpace(PyStr self, int from) {
    int at = from;
    while (at < self.length() && Unicode.isSpace(self.codePointAt(at))) {
      at++;
    }
    return at;
  }

  private static PyList splitAt(PyStr self, PyStr separator, long limit) {
    PyList parts = new PyList();
    int length = self.length();
    int done = 0;
    for (long left = limit; left > 0; left--) {
      int at = StrSearch.indexOf(self, separator, done, length);
      if (at < 0) {
        break;
      }
      parts.append(self.substring(done, at));
      done = at + separator.length();
    }
    parts.append(self.substring(done, length));
    return parts;
  }

  @Method("rsplit(self, /, sep=None, maxsplit=-1)")
  static PyList rsplit(PyStr self, PyObject sep, long maxsplit) {
    PyStr separator = separator(sep);
    long limit = maxsplit < 0 ? Long.MAX_VALUE : maxsplit;
    PyList parts = new PyList();
    if (separator == null) {
      rsplitWords(self, limit, parts);
    } else {
      rsplitAt(self, separator, limit, parts);
    }
    ListMethods.reverse(parts);
    return parts;
  }

  private static void rsplitWords(PyStr self, long limit, PyList parts) {
    int end = skipSpaceBack(self, self.length());
    for (long left = limit; end > 0 && left > 0; left--) {
      int at = end - 1;
      while (at > 0 && !Unicode.isSpace(self.codePointAt(at - 1))) {
        at--;
      }
      parts.append(self.substring(at, end));
      end = skipSpaceBack(self, at);
    }
    if (end > 0) {
      parts.append(self.substring(0, end));
    }
  }

  private static int skipSpaceBack(PyStr self, int to) {
    int end = to;
    while (end > 0 && Unicode.isSpace(self.codePointAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static void rsplitAt(PyStr self, PyStr separator, long limit, PyList parts) {
    int end = self.length();
    for (long left = limit; left > 0; left--) {
      int at = StrSearch.lastIndexOf(self, separator, 0, end);
      if (at < 0) {
        break;
      }
      parts.append(self.substring(at + separator.length(), end));
      end = at;
    }
    parts.append(self.substring(0, end));
  }

  @Method("splitlines(self, /, keepends=False)")
  static PyList splitlines(PyStr self, boolean keepends) {
    return self.units() != null
        ? splitUnitLines(self, self.units(), keepends)
        : splitWideLines(self, keepends);
  }

  private static PyList splitUnitLines(PyStr self, String units, boolean keepends) {
    PyList lines = new PyList();
    int length = units.length();
    int at = 0;
    while (at < length) {
      int end = at;
      while (end < length && !isLineBreak(units.charAt(end))) {
        end++;
      }
      int next = end;
      if (end < length) {
        boolean pair =
            units.charAt(end) == '\r' && end + 1 < length && units.charAt(end + 1) == '\n';
        next = end + (pair ? 2 : 1);
      }
      lines.append(self.substring(at, keepends ? next : end));
      at = next;
    }
    return lines;
  }

  /** As {@link Unicode#isLineBreak}, quick for what is most of a text. */
  private static boolean isLineBreak(char c) {
    return (c < ' ' || c >= 0x80) && Unicode.isLineBreak(c);
  }

  private static PyList splitWideLines(PyStr self, boolean keepends) {
    PyList lines = new PyList();
    int length = self.length();
    int at = 0;
    while (at < length) {
      int end = at;
      while (end < length && !Unicode.isLineBreak(self.codePointAt(end))) {
        end++;
      }
      int next = end;
      if (end < length) {
        boolean pair =
            self.codePointAt(end) == '\r' && end + 1 < length && self.codePointAt(end + 1) == '\n';
        next = end + (pair ? 2 : 1);
      }
      lines.append(self.substring(at, keepends ? next : end));
      at = next;
    }
    return lines;
  }

  @Method("strip(self, chars=None, /)")
  static PyStr strip(PyStr self, PyObject chars) {
    return strip(self, chars, "strip", true, true);
  }

  @Method("lstrip(self, chars=None, /)")
  static PyStr lstrip(PyStr self, PyObject chars) {
    return strip(self, chars, "lstrip", true, false);
  }

  @Method("rstrip(self, chars=None, /)")
  static PyStr rstrip(PyStr self, PyObject chars) {
    return strip(self, chars, "rstrip", false, true);
  }

  private static PyStr strip(PyStr self, PyObject chars, String name, boolean left, boolean right) {
    if (chars != PyNone.NONE && !(chars instanceof PyStr)) {
      throw Errors.typeError("%s arg must be None or str", name);
    }
    PyStr set = chars instanceof PyStr text ? text : null;
    int from = 0;
    int to = self.length();
    while (left && from < to && isStripped(self.codePointAt(from), set)) {
      from++;
    }
    while (right && to > from && isStripped(self.codePointAt(to - 1), set)) {
      to--;
    }
    return self.substring(from, to);
  }

  private static boolean isStripped(int c, PyStr set) {
    return set == null ? Unicode.isSpace(c) : set.indexOf(c) >= 0;
  }
}
