package org.krait.stdlib.json;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code _json.make_encoder}: writes values with the settings of a {@code JSONEncoder}. */
@BuiltinType(name = "Encoder", module = "_json")
public final class PyEncoder extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyEncoderTable());

  /** How strings are quoted. */
  enum Quoting {
    ASCII,
    ANY,
    BY_CALL
  }

  final PyDict markers;
  final PyObject fallback;
  final PyObject quote;
  final Quoting quoting;
  final PyObject indent;
  final String keySeparator;
  final String itemSeparator;
  final boolean sortKeys;
  final boolean skipKeys;
  final boolean allowNan;

  private PyEncoder(
      PyType cls,
      PyDict markers,
      PyObject fallback,
      PyObject quote,
      PyObject indent,
      String keySeparator,
      String itemSeparator,
      boolean sortKeys,
      boolean skipKeys,
      boolean allowNan) {
    super(cls);
    this.markers = markers;
    this.fallback = fallback;
    this.quote = quote;
    this.quoting = quotingOf(quote);
    this.indent = indent;
    this.keySeparator = keySeparator;
    this.itemSeparator = itemSeparator;
    this.sortKeys = sortKeys;
    this.skipKeys = skipKeys;
    this.allowNan = allowNan;
  }

  private static Quoting quotingOf(PyObject quote) {
    if (quote instanceof PyBuiltinFunction) {
      String name = Attributes.get(quote, "__name__").toString();
      if (name.equals("encode_basestring_ascii")) {
        return Quoting.ASCII;
      }
      if (name.equals("encode_basestring")) {
        return Quoting.ANY;
      }
    }
    return Quoting.BY_CALL;
  }

  @Method(
      "__new__(cls, markers, default, encoder, indent, key_separator, item_separator, sort_keys,"
          + " skipkeys, allow_nan)")
  static PyObject make(
      PyType cls,
      PyObject markers,
      PyObject fallback,
      PyObject quote,
      PyObject indent,
      PyStr keySeparator,
      PyStr itemSeparator,
      boolean sortKeys,
      boolean skipKeys,
      boolean allowNan) {
    if (markers != PyNone.NONE && !(markers instanceof PyDict)) {
      throw Errors.typeError(
          "make_encoder() argument 1 must be dict or None, not %s", markers.type().fullName());
    }
    return new PyEncoder(
        cls,
        markers == PyNone.NONE ? null : (PyDict) markers,
        fallback,
        quote,
        indent,
        keySeparator.toString(),
        itemSeparator.toString(),
        sortKeys,
        skipKeys,
        allowNan);
  }

  @Method("__call__(self, obj, _current_indent_level)")
  PyObject encode(PyObject value, long level) {
    ValueWriter writer = new ValueWriter(this);
    writer.write(value);
    return PyTuple.of(PyStr.of(writer.text()));
  }

  @Getter(value = "markers", member = true)
  PyObject markers() {
    return markers == null ? PyNone.NONE : markers;
  }

  @Getter(value = "default", member = true)
  PyObject fallback() {
    return fallback;
  }

  @Getter(value = "encoder", member = true)
  PyObject quote() {
    return quote;
  }

  @Getter(value = "indent", member = true)
  PyObject indent() {
    return indent;
  }

  @Getter(value = "key_separator", member = true)
  String keySeparator() {
    return keySeparator;
  }

  @Getter(value = "item_separator", member = true)
  String itemSeparator() {
    return itemSeparator;
  }

  @Getter(value = "sort_keys", member = true)
  boolean sortKeys() {
    return sortKeys;
  }

  @Getter(value = "skipkeys", member = true)
  boolean skipKeys() {
    return skipKeys;
  }
}
