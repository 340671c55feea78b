package org.krait.stdlib.struct;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffer;

/** What {@code Struct.iter_unpack} returns. */
@BuiltinType(
    name = "unpack_iterator",
    module = "_struct",
    subclassable = false,
    disallowNew = true)
public final class PyUnpackIterator extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyUnpackIteratorTable());

  private final PyStruct struct;
  private Buffer buffer;
  private int at;

  PyUnpackIterator(PyStruct struct, Buffer buffer) {
    this.struct = struct;
    this.buffer = buffer;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__iter__(self, /)")
  PyObject iterator() {
    return this;
  }

  @Method("__next__(self, /)")
  PyObject next() {
    if (buffer == null) {
      return null;
    }
    if (at >= buffer.length()) {
      buffer.close();
      buffer = null;
      return null;
    }
    PyObject values = struct.unpackAt(buffer, at);
    at += struct.size();
    return values;
  }

  @Method("__length_hint__(self, /)")
  int lengthHint() {
    return buffer == null ? 0 : (buffer.length() - at) / struct.size();
  }
}
