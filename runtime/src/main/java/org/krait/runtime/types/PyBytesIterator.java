package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code bytes_iterator}. */
@BuiltinType(
    name = "bytes_iterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class},
    basicSize = 32)
public final class PyBytesIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyBytesIteratorTable());

  private PyByteString bytes;
  private int index;

  PyBytesIterator(PyByteString bytes) {
    this.bytes = bytes;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    PyByteString source = bytes;
    if (source == null) {
      return null;
    }
    if (index < source.length()) {
      return PyLong.of(source.get(index++) & 0xff);
    }
    bytes = null;
    return null;
  }

  @Method(value = "__length_hint__(self, /)", textSignature = false)
  int lengthHint() {
    return bytes == null ? 0 : Math.max(0, bytes.length() - index);
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    PyObject iter = IteratorPickling.builtin("iter");
    return bytes == null
        ? PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY))
        : PyTuple.of(iter, PyTuple.of(bytes), PyLong.of(index));
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(long state) {
    if (bytes != null) {
      index = (int) Math.max(0, Math.min(state, bytes.length()));
    }
  }
}
