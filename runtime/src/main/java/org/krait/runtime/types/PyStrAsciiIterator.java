package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code str_ascii_iterator}: that of ASCII text. */
@BuiltinType(
    name = "str_ascii_iterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class},
    basicSize = 32)
public final class PyStrAsciiIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyStrAsciiIteratorTable());

  private PyStr text;
  private int index;

  public PyStrAsciiIterator(PyStr text) {
    this.text = text;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    PyStr source = text;
    if (source == null) {
      return null;
    }
    if (index < source.length()) {
      return PyStr.of(source.codePointAt(index++));
    }
    text = null;
    return null;
  }

  @Method(value = "__length_hint__(self, /)", textSignature = false)
  int lengthHint() {
    return text == null ? 0 : text.length() - index;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    PyObject iter = IteratorPickling.builtin("iter");
    return text == null
        ? PyTuple.of(iter, PyTuple.of(PyStr.EMPTY))
        : PyTuple.of(iter, PyTuple.of(text), PyLong.of(index));
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(long state) {
    if (text != null) {
      index = (int) Math.max(0, Math.min(state, text.length()));
    }
  }
}
