package org.krait.runtime.types;

import java.nio.charset.StandardCharsets;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.text.PyStrBuilder;

/** {@code str.translate} and the tables for it. */
final class StrTranslateMethods {
  private static final int ASCII = 0x80;
  private static final int DELETED = -2;

  private StrTranslateMethods() {}

  @Method("translate(self, table, /)")
  static PyStr translate(PyStr self, PyObject table) {
    int[] known = new int[ASCII];
    if (!self.isAscii() || table.getClass() != PyDict.class) {
      return translate(self, 0, table, known, new PyStrBuilder(self.length()));
    }
    byte[] bytes = self.units().getBytes(StandardCharsets.ISO_8859_1);
    int count = 0;
    for (int i = 0; i < bytes.length; i++) {
      int simple = known[bytes[i]];
      if (simple == 0) {
        simple = translateSimply(bytes[i], (PyDict) table);
        known[bytes[i]] = simple;
      }
      if (simple == 0) {
        PyStrBuilder result = new PyStrBuilder(self.length());
        result.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
        return translate(self, i, table, known, result);
      }
      if (simple != DELETED) {
        bytes[count++] = (byte) (simple - 1);
      }
    }
    return PyStr.ofUnits(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
  }

  /** What a character becomes plus one when that is a character below U+0100, {@link #DELETED}, or 0. */
  private static int translateSimply(int c, PyDict table) {
    PyObject value = table.get(PyLong.of(c));
    if (value == null) {
      return c + 1;
    }
    if (value == PyNone.NONE) {
      return DELETED;
    }
    long becomes = -1;
    if (value.getClass() == PyLong.class) {
      becomes = ((PyLong) value).value;
    } else if (value.getClass() == PyStr.class && ((PyStr) value).length() == 1) {
      becomes = ((PyStr) value).codePointAt(0);
    }
    return becomes >= 0 && becomes < 0x100 ? (int) becomes + 1 : 0;
  }

  private static PyStr translate(PyStr self, int from, PyObject table, int[] known, PyStrBuilder result) {
    for (int i = from; i < self.length(); i++) {
      int c = self.codePointAt(i);
      int simple = c < ASCII ? known[c] : 0;
      if (simple == 0) {
        simple = translate(c, table, result);
        if (c < ASCII) {
          known[c] = simple;
        }
      } else if (simple != DELETED) {
        result.append(simple - 1);
      }
    }
    return result.toPyStr();
  }

  /**
   * Appends what a character becomes.
   *
   * @return that character plus one, {@link #DELETED}, or 0 for anything longer
   */
  private static int translate(int c, PyObject table, PyStrBuilder result) {
    PyObject value = lookup(table, c);
    if (value == null) {
      result.append(c);
      return c + 1;
    }
    if (value == PyNone.NONE) {
      return DELETED;
    }
    if (value instanceof PyStr text) {
      result.append(text);
      return text.length() == 1 ? text.codePointAt(0) + 1 : 0;
    }
    if (!(value instanceof PyInt number)) {
      throw Errors.typeError("character mapping must return integer, None or str");
    }
    if (!number.fitsLong() || number.longValue() < 0 || number.longValue() > 0x10ffff) {
      throw Errors.valueError("character mapping must be in range(0x110000)");
    }
    result.append((int) number.longValue());
    return (int) number.longValue() + 1;
  }

  /** The entry for a character, or null where the look-up raises LookupError. */
  private static PyObject lookup(PyObject table, int c) {
    if (table.getClass() == PyDict.class) {
      return ((PyDict) table).get(PyLong.of(c));
    }
    try {
      return table.type().slots.getitem(table, PyLong.of(c));
    } catch (PyException e) {
      if (e.is(PyExceptions.LookupError)) {
        return null;
      }
      throw e;
    }
  }

  @Method("maketrans(x, y=NULL, z=NULL, /)")
  static PyObject maketrans(PyObject x, PyStr y, PyStr z) {
    PyDict table = new PyDict();
    if (y == null) {
      fromDict(x, table);
      return table;
    }
    if (!(x instanceof PyStr from)) {
      throw Errors.typeError("first maketrans argument must be a string if there is a second argument");
    }
    if (from.length() != y.length()) {
      throw Errors.valueError("the first two maketrans arguments must have equal length");
    }
    for (int i = 0; i < from.length(); i++) {
      table.put((PyObject) PyLong.of(from.codePointAt(i)), PyLong.of(y.codePointAt(i)));
    }
    for (int i = 0; z != null && i < z.length(); i++) {
      table.put((PyObject) PyLong.of(z.codePointAt(i)), PyNone.NONE);
    }
    return table;
  }

  private static void fromDict(PyObject source, PyDict table) {
    if (source.getClass() != PyDict.class) {
      throw Errors.typeError("if you give only one argument to maketrans it must be a dict");
    }
    for (PyDict.Entry entry : ((PyDict) source).entryList()) {
      table.put(key(entry.key()), entry.value());
    }
  }

  private static PyObject key(PyObject key) {
    if (key instanceof PyStr text) {
      if (text.length() != 1) {
        throw Errors.valueError("string keys in translate table must be of length 1");
      }
      return PyLong.of(text.codePointAt(0));
    }
    if (key instanceof PyInt) {
      return Arguments.index(key);
    }
    throw Errors.typeError("keys in translate table must be strings or integers");
  }
}
