package org.krait.stdlib.json;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyException;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code _json}. */
@BuiltinModule(value = "_json", doc = "json speedups\n")
public final class JsonModule implements NativeModule {
  @Override
  public void exec(PyModule module) {
    module.dict().put(PyStr.interned("make_scanner"), PyScanner.TYPE);
    module.dict().put(PyStr.interned("make_encoder"), PyEncoder.TYPE);
  }

  @Function(value = "encode_basestring_ascii(string, /)", textSignature = false)
  static PyObject encodeAscii(PyObject string) {
    StringBuilder out = new StringBuilder();
    JsonText.quoteAscii(text(string), out);
    return PyStr.of(out.toString());
  }

  @Function(value = "encode_basestring(string, /)", textSignature = false)
  static PyObject encode(PyObject string) {
    StringBuilder out = new StringBuilder();
    JsonText.quote(text(string), out);
    return PyStr.of(out.toString());
  }

  private static PyStr text(PyObject value) {
    if (value instanceof PyStr text) {
      return text;
    }
    throw wrongType(value);
  }

  private static PyException wrongType(PyObject value) {
    return Errors.typeError(
        "first argument must be a string, not %s", value.type().fullName());
  }

  @Function(value = "scanstring(string, end, strict=True, /)", textSignature = false)
  static PyObject scanString(PyObject string, long end, boolean strict) {
    PyStr text = text(string);
    if (end < 0 || end > text.length()) {
      throw Errors.valueError("end is out of bounds");
    }
    StringScanner scanner = new StringScanner(new JsonSource(text, end), strict);
    PyStr value = scanner.scan((int) end);
    return PyTuple.of(value, PyLong.of(scanner.end()));
  }
}
