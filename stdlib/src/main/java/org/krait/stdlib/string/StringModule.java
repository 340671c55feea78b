package org.krait.stdlib.string;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.text.FieldName;
import org.krait.runtime.text.FormatMarkup;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code _string}. */
@BuiltinModule("_string")
final class StringModule {
  private StringModule() {}

  private static PyStr text(PyObject value) {
    if (value instanceof PyStr text) {
      return text;
    }
    throw Errors.typeError("expected str, got %s", value.type().fullName());
  }

  @Function(value = "formatter_parser(format_string, /)", textSignature = false)
  static PyObject parser(PyObject format) {
    return new PyFormatterIterator(new FormatMarkup(text(format)));
  }

  @Function(value = "formatter_field_name_split(field_name, /)", textSignature = false)
  static PyObject split(PyObject name) {
    FieldName field = new FieldName(text(name));
    return PyTuple.of(key(field.first()), new PyFieldNameIterator(field));
  }

  /** A part of a name: an int when it is digits. */
  static PyObject key(PyStr part) {
    int number = FieldName.number(part);
    return number < 0 ? part : PyLong.of(number);
  }
}
