package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.annotations.SliceIndex;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.text.PyStrBuilder;

/** The methods of {@code str} that look for a part of it. */
final class StrSearchMethods {
  private StrSearchMethods() {}

  private static PyStr part(PyObject sub) {
    if (sub instanceof PyStr text) {
      return text;
    }
    throw Errors.typeError("must be str, not %s", sub.type().fullName());
  }

  /** The start of a range of a sequence, which may lie behind its end. */
  static int from(long start, int length) {
    long from = start < 0 ? Math.max(0, start + length) : start;
    return (int) Math.min(from, Integer.MAX_VALUE);
  }

  /** The end of a range of a sequence. */
  static int to(long end, int length) {
    return (int) (end > length ? length : end < 0 ? Math.max(0, end + length) : end);
  }

  @Method(value = "find(self, sub, start=0, end=sys.maxsize, /)", parseTuple = true)
  static int find(PyStr self, PyObject sub, @SliceIndex long start, @SliceIndex long end) {
    int length = self.length();
    return StrSearch.indexOf(self, part(sub), from(start, length), to(end, length));
  }

  @Method(value = "rfind(self, sub, start=0, end=sys.maxsize, /)", parseTuple = true)
  static int rfind(PyStr self, PyObject sub, @SliceIndex long start, @SliceIndex long end) {
    int length = self.length();
    return StrSearch.lastIndexOf(self, part(sub), from(start, length), to(end, length));
  }

  @Method(value = "index(self, sub, start=0, end=sys.maxsize, /)", parseTuple = true)
  static int index(PyStr self, PyObject sub, @SliceIndex long start, @SliceIndex long end) {
    return found(find(self, sub, start, end));
  }

  @Method(value = "rindex(self, sub, start=0, end=sys.maxsize, /)", parseTuple = true)
  static int rindex(PyStr self, PyObject sub, @SliceIndex long start, @SliceIndex long end) {
    return found(rfind(self, sub, start, end));
  }

  private static int found(int at) {
    if (at < 0) {
      throw Errors.valueError("substring not found");
    }
    return at;
  }

  @Method(value = "count(self, sub, start=0, end=sys.maxsize, /)", parseTuple = true)
  static int count(PyStr self, PyObject sub, @SliceIndex long start, @SliceIndex long end) {
    int length = self.length();
    return StrSearch.count(self, part(sub), from(start, length), to(end, length));
  }

  @Method(value = "startswith(self, prefix, start=0, end=sys.maxsize, /)", parseTuple = true)
  static boolean startswith(
      PyStr self, PyObject prefix, @SliceIndex long start, @SliceIndex long end) {
    int from = from(start, self.length());
    int to = to(end, self.length());
    if (prefix instanceof PyTuple several) {
      for (PyObject one : several.items()) {
        if (startsWith(self, member(one, "startswith"), from, to)) {
          return true;
        }
      }
      return false;
    }
    return startsWith(self, affix(prefix, "startswith"), from, to);
  }

  private static boolean startsWith(PyStr self, PyStr prefix, int from, int to) {
    return prefix.length() <= to - from && StrSearch.matches(self, prefix, from);
  }

  @Method(value = "endswith(self, suffix, start=0, end=sys.maxsize, /)", parseTuple = true)
  static boolean endswith(
      PyStr self, PyObject suffix, @SliceIndex long start, @SliceIndex long end) {
    int from = from(start, self.length());
    int to = to(end, self.length());
    if (suffix instanceof PyTuple several) {
      for (PyObject one : several.items()) {
        if (endsWith(self, member(one, "endswith"), from, to)) {
          return true;
        }
      }
      return false;
    }
    return endsWith(self, affix(suffix, "endswith"), from, to);
  }

  private static boolean endsWith(PyStr self, PyStr suffix, int from, int to) {
    return suffix.length() <= to - from && StrSearch.matches(self, suffix, to - suffix.length());
  }

  private static PyStr affix(PyObject value, String method) {
    if (value instanceof PyStr text) {
      return text;
    }
    throw wrongAffix(
        "%s first arg must be str or a tuple of str, not %s", method, value);
  }

  private static PyStr member(PyObject value, String method) {
    if (value instanceof PyStr text) {
      return text;
    }
    throw wrongAffix("tuple for %s must only contain str, not %s", method, value);
  }

  private static PyException wrongAffix(String message, String method, PyObject value) {
    return Errors.typeError(message, method, value.type().fullName());
  }

  @Method("removeprefix(self, prefix, /)")
  static PyStr removeprefix(PyStr self, PyStr prefix) {
    return startsWith(self, prefix, 0, self.length())
        ? self.substring(prefix.length(), self.length())
        : StrMethods.exact(self);
  }

  @Method("removesuffix(self, suffix, /)")
  static PyStr removesuffix(PyStr self, PyStr suffix) {
    return suffix.length() > 0 && endsWith(self, suffix, 0, self.length())
        ? self.substring(0, self.length() - suffix.length())
        : StrMethods.exact(self);
  }

  @Method("replace(self, old, new, count=-1, /)")
  static PyStr replace(PyStr self, PyStr old, PyStr by, long count) {
    if (by.length() == 0 && old.word() != 0 && old.length() == 1 && self.isPacked() && count < 0) {
      return without(self, old.codePointAt(0));
    }
    String units = self.units();
    if (count < 0 && units != null && old.units() != null && by.units() != null) {
      if (by.length() == 0 && old.length() == 1) {
        return without(self, units, old.units().charAt(0));
      }
      String replaced = units.replace(old.units(), by.units());
      return replaced.equals(units) ? StrMethods.exact(self) : PyStr.ofUnits(replaced);
    }
    long left = count < 0 ? Long.MAX_VALUE : count;
    return old.length() == 0 ? interleave(self, by, left) : replaceEach(self, old, by, left);
  }

  /** A text that is a number without all of one character. */
  private static PyStr without(PyStr self, int character) {
    int at = self.indexOf(character);
    if (at < 0) {
      return StrMethods.exact(self);
    }
    PyStr left = self;
    do {
      left =
          left.high() != 0
              ? MediumText.without(left.low(), left.high(), at)
              : PyStr.ofShort(ShortText.without(left.word(), at));
      at = left.indexOf(character);
    } while (at >= 0);
    return left;
  }

  /** The text without all of one character. */
  private static PyStr without(PyStr self, String units, char unit) {
    int at = units.indexOf(unit);
    if (at < 0) {
      return StrMethods.exact(self);
    }
    if (units.indexOf(unit, at + 1) >= 0) {
      return PyStr.ofUnits(units.replace(String.valueOf(unit), ""));
    }
    int last = units.length() - 1;
    String left = units.substring(0, at);
    return PyStr.ofUnits(at == last ? left : left.concat(units.substring(at + 1)));
  }

  private static PyStr interleave(PyStr self, PyStr by, long count) {
    PyStrBuilder result = new PyStrBuilder(self.length() + 16);
    long left = count;
    for (int i = 0; i <= self.length(); i++) {
      if (left > 0) {
        left--;
        result.append(by);
      }
      if (i < self.length()) {
        result.append(self.codePointAt(i));
      }
    }
    return result.toPyStr();
  }

  private static PyStr replaceEach(PyStr self, PyStr old, PyStr by, long count) {
    int length = self.length();
    int at = count == 0 ? -1 : StrSearch.indexOf(self, old, 0, length);
    if (at < 0) {
      return StrMethods.exact(self);
    }
    PyStrBuilder result = new PyStrBuilder(length + 16);
    int done = 0;
    for (long left = count; at >= 0 && left > 0; left--) {
      result.append(self, done, at).append(by);
      done = at + old.length();
      at = StrSearch.indexOf(self, old, done, length);
    }
    return result.append(self, done, length).toPyStr();
  }

  @Method("partition(self, sep, /)")
  static PyObject partition(PyStr self, PyObject sep) {
    PyStr separator = separator(sep);
    int at = StrSearch.indexOf(self, separator, 0, self.length());
    return at < 0
        ? PyTuple.of(StrMethods.exact(self), PyStr.EMPTY, PyStr.EMPTY)
        : around(self, separator, at);
  }

  @Method("rpartition(self, sep, /)")
  static PyObject rpartition(PyStr self, PyObject sep) {
    PyStr separator = separator(sep);
    int at = StrSearch.lastIndexOf(self, separator, 0, self.length());
    return at < 0
        ? PyTuple.of(PyStr.EMPTY, PyStr.EMPTY, StrMethods.exact(self))
        : around(self, separator, at);
  }

  private static PyStr separator(PyObject sep) {
    PyStr separator = part(sep);
    if (separator.length() == 0) {
      throw Errors.valueError("empty separator");
    }
    return separator;
  }

  private static PyTuple around(PyStr self, PyStr separator, int at) {
    return PyTuple.of(
        self.substring(0, at),
        separator,
        self.substring(at + separator.length(), self.length()));
  }
}
