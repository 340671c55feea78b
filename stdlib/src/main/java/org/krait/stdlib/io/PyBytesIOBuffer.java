package org.krait.stdlib.io;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferExporter;

/** {@code _io._BytesIOBuffer}: what the view that {@code BytesIO.getbuffer()} gives looks at. */
@BuiltinType(name = "_BytesIOBuffer", module = "_io", basicSize = 24, disallowNew = true)
public final class PyBytesIOBuffer extends PyObject implements BufferExporter {
  public static final PyType TYPE = PyType.builtin(new PyBytesIOBufferTable());

  private final PyBytesIO stream;

  PyBytesIOBuffer(PyBytesIO stream) {
    this.stream = stream;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public Buffer exportBuffer(int flags) {
    return stream.export(this, flags);
  }
}
