package org.krait.stdlib.json;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code _json.make_scanner}: reads values with the hooks of a {@code JSONDecoder}. */
@BuiltinType(name = "Scanner", module = "_json")
public final class PyScanner extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyScannerTable());

  final boolean strict;
  final PyObject objectHook;
  final PyObject pairsHook;
  final PyObject parseFloat;
  final PyObject parseInt;
  final PyObject parseConstant;

  private PyScanner(PyType cls, PyObject context) {
    super(cls);
    strict = Objects.isTrue(Attributes.get(context, "strict"));
    objectHook = Attributes.get(context, "object_hook");
    pairsHook = Attributes.get(context, "object_pairs_hook");
    parseFloat = Attributes.get(context, "parse_float");
    parseInt = Attributes.get(context, "parse_int");
    parseConstant = Attributes.get(context, "parse_constant");
  }

  @Method("__new__(cls, context)")
  static PyObject make(PyType cls, PyObject context) {
    return new PyScanner(cls, context);
  }

  @Method("__call__(self, string, idx)")
  PyObject scan(PyObject string, long idx) {
    if (!(string instanceof PyStr text)) {
      throw Errors.typeError(
          "first argument must be a string, not %s", string.type().fullName());
    }
    if (idx < 0) {
      throw Errors.valueError("idx cannot be negative");
    }
    if (idx >= text.length()) {
      throw Errors.stopIteration(PyLong.of(idx));
    }
    ValueScanner scanner = new ValueScanner(this, text, idx);
    PyObject value = scanner.value((int) idx);
    return PyTuple.of(value, PyLong.of(scanner.end()));
  }

  @Getter(value = "strict", member = true)
  boolean isStrict() {
    return strict;
  }

  @Getter(value = "object_hook", member = true)
  PyObject objectHook() {
    return objectHook;
  }

  @Getter(value = "object_pairs_hook", member = true)
  PyObject pairsHook() {
    return pairsHook;
  }

  @Getter(value = "parse_float", member = true)
  PyObject parseFloat() {
    return parseFloat;
  }

  @Getter(value = "parse_int", member = true)
  PyObject parseInt() {
    return parseInt;
  }

  @Getter(value = "parse_constant", member = true)
  PyObject parseConstant() {
    return parseConstant;
  }
}
