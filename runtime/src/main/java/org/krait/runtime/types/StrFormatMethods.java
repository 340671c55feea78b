package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.Codecs;
import org.krait.runtime.text.FormatSpec;
import org.krait.runtime.text.TextFormat;

/** {@code str.format}, {@code __format__}, {@code encode}. */
final class StrFormatMethods {
  private StrFormatMethods() {}

  @Method(value = "format(self, /, *args, **kwargs)", textSignature = false)
  static PyStr format(PyStr self, PyObject[] args, PyDict kwargs) {
    return TextFormat.format(self, args, kwargs);
  }

  @Method(value = "format_map(self, mapping, /)", textSignature = false)
  static PyStr formatMap(PyStr self, PyObject mapping) {
    return TextFormat.format(self, null, mapping);
  }

  @Method("__format__(self, format_spec, /)")
  static PyStr format(PyStr self, PyStr formatSpec) {
    if (formatSpec.length() == 0) {
      return self.getClass() == PyStr.class ? self : Objects.str(self);
    }
    return FormatSpec.parse(formatSpec, self).formatText(self);
  }

  @Method("encode(self, /, encoding='utf-8', errors='strict')")
  static PyObject encode(PyStr self, String encoding, String errors) {
    return Codecs.encodeText(self, encoding, errors);
  }
}
