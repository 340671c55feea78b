package org.krait.stdlib.unicode;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;

/** {@code unicodedata}: the functions are the methods of the newest database. */
@BuiltinModule(value = "unicodedata", types = {PyUcd.class})
final class UnicodeDataModule {
  private static final PyUcd CURRENT = new PyUcd(CharacterDatabase.CURRENT);

  @Value("ucd_3_2_0")
  static final PyUcd OLD = new PyUcd(CharacterDatabase.OLD);

  @Value("unidata_version")
  static final String VERSION = "15.0.0";

  private UnicodeDataModule() {}

  @Function("decimal(chr, default=NULL, /)")
  static PyObject decimal(PyObject chr, PyObject otherwise) {
    return CURRENT.decimal(chr, otherwise);
  }

  @Function("digit(chr, default=NULL, /)")
  static PyObject digit(PyObject chr, PyObject otherwise) {
    return CURRENT.digit(chr, otherwise);
  }

  @Function("numeric(chr, default=NULL, /)")
  static PyObject numeric(PyObject chr, PyObject otherwise) {
    return CURRENT.numeric(chr, otherwise);
  }

  @Function("category(chr, /)")
  static String category(PyObject chr) {
    return CURRENT.category(chr);
  }

  @Function("bidirectional(chr, /)")
  static String bidirectional(PyObject chr) {
    return CURRENT.bidirectional(chr);
  }

  @Function("combining(chr, /)")
  static int combining(PyObject chr) {
    return CURRENT.combining(chr);
  }

  @Function("mirrored(chr, /)")
  static int mirrored(PyObject chr) {
    return CURRENT.mirrored(chr);
  }

  @Function("east_asian_width(chr, /)")
  static String eastAsianWidth(PyObject chr) {
    return CURRENT.eastAsianWidth(chr);
  }

  @Function("decomposition(chr, /)")
  static String decomposition(PyObject chr) {
    return CURRENT.decomposition(chr);
  }

  @Function("name(chr, default=NULL, /)")
  static PyObject name(PyObject chr, PyObject otherwise) {
    return CURRENT.name(chr, otherwise);
  }

  @Function("lookup(name, /)")
  static PyObject lookup(PyObject name) {
    return CURRENT.lookup(name);
  }

  @Function("normalize(form, unistr, /)")
  static PyObject normalize(PyStr form, PyStr unistr) {
    return CURRENT.normalize(form, unistr);
  }

  @Function("is_normalized(form, unistr, /)")
  static boolean isNormalized(PyStr form, PyStr unistr) {
    return CURRENT.isNormalized(form, unistr);
  }
}
