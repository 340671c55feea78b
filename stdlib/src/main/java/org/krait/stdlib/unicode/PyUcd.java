package org.krait.stdlib.unicode;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.text.UnicodeNames;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** {@code unicodedata.UCD}: the database of one version. */
@BuiltinType(name = "UCD", module = "unicodedata", subclassable = false, disallowNew = true)
public final class PyUcd extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyUcdTable());
  private static final int LONGEST_NAME = 256;

  private final CharacterDatabase data;

  PyUcd(CharacterDatabase data) {
    this.data = data;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** The one character of an argument; {@code which} is the function and the argument. */
  private static int character(PyObject value, String which) {
    if (value instanceof PyStr text && text.length() == 1) {
      return text.codePointAt(0);
    }
    throw Errors.typeError(
        "%s must be a unicode character, not %s", which, value.type().fullName());
  }

  private static PyObject orDefault(PyObject otherwise, String message) {
    if (otherwise == null) {
      throw Errors.valueError(message);
    }
    return otherwise;
  }

  @Method("decimal(self, chr, default=NULL, /)")
  PyObject decimal(PyObject chr, PyObject otherwise) {
    String value = data.decimal(character(chr, "decimal() argument 1"));
    return value == null
        ? orDefault(otherwise, "not a decimal")
        : PyLong.of(Integer.parseInt(value));
  }

  @Method("digit(self, chr, default=NULL, /)")
  PyObject digit(PyObject chr, PyObject otherwise) {
    String value = data.digit(character(chr, "digit() argument 1"));
    return value == null
        ? orDefault(otherwise, "not a digit")
        : PyLong.of(Integer.parseInt(value));
  }

  @Method("numeric(self, chr, default=NULL, /)")
  PyObject numeric(PyObject chr, PyObject otherwise) {
    String value = data.numeric(character(chr, "numeric() argument 1"));
    if (value == null) {
      return orDefault(otherwise, "not a numeric character");
    }
    int slash = value.indexOf('/');
    double number =
        slash < 0
            ? Double.parseDouble(value)
            : Double.parseDouble(value.substring(0, slash))
                / Double.parseDouble(value.substring(slash + 1));
    return PyFloat.of(number);
  }

  @Method("category(self, chr, /)")
  String category(PyObject chr) {
    return data.category(character(chr, "category() argument"));
  }

  @Method("bidirectional(self, chr, /)")
  String bidirectional(PyObject chr) {
    return data.bidirectional(character(chr, "bidirectional() argument"));
  }

  @Method("combining(self, chr, /)")
  int combining(PyObject chr) {
    return data.combining(character(chr, "combining() argument"));
  }

  @Method("mirrored(self, chr, /)")
  int mirrored(PyObject chr) {
    return data.isMirrored(character(chr, "mirrored() argument")) ? 1 : 0;
  }

  @Method("east_asian_width(self, chr, /)")
  String eastAsianWidth(PyObject chr) {
    return data.width(character(chr, "east_asian_width() argument"));
  }

  @Method("decomposition(self, chr, /)")
  String decomposition(PyObject chr) {
    return data.decomposition(character(chr, "decomposition() argument"));
  }

  @Method("name(self, chr, default=NULL, /)")
  PyObject name(PyObject chr, PyObject otherwise) {
    int c = character(chr, "name() argument 1");
    String name = data.isAssigned(c) ? UnicodeNames.name(c) : null;
    return name == null ? orDefault(otherwise, "no such name") : PyStr.of(name);
  }

  @Method("lookup(self, name, /)")
  PyObject lookup(PyObject name) {
    String text =
        name instanceof PyStr str
            ? str.toString()
            : new String(Buffers.bytes(name), java.nio.charset.StandardCharsets.UTF_8);
    if (text.length() > LONGEST_NAME) {
      throw keyError("name too long");
    }
    int[] points = UnicodeNames.lookupSequence(text);
    boolean good =
        points != null
            && (!data.isOld() || points.length == 1 && data.isAssigned(points[0])
                && text.equalsIgnoreCase(UnicodeNames.name(points[0])));
    if (!good) {
      throw keyError("undefined character name '" + text + "'");
    }
    return PyStr.ofCodePoints(points, 0, points.length);
  }

  private static PyException keyError(String message) {
    return Errors.of(PyExceptions.KeyError, PyStr.of(message));
  }

  @Method("normalize(self, form, unistr, /)")
  PyObject normalize(PyStr form, PyStr unistr) {
    return switch (form.toString()) {
      case "NFC" -> Normalization.normalize(data, unistr, false, true);
      case "NFD" -> Normalization.normalize(data, unistr, false, false);
      case "NFKC" -> Normalization.normalize(data, unistr, true, true);
      case "NFKD" -> Normalization.normalize(data, unistr, true, false);
      default -> throw Errors.valueError("invalid normalization form");
    };
  }

  @Method("is_normalized(self, form, unistr, /)")
  boolean isNormalized(PyStr form, PyStr unistr) {
    return normalize(form, unistr).equals(unistr);
  }

  @Getter(value = "unidata_version", member = true)
  String version() {
    return data.isOld() ? "3.2.0" : "15.0.0";
  }
}
