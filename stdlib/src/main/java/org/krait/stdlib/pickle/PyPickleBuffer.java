package org.krait.stdlib.pickle;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferExporter;
import org.krait.runtime.buffer.BufferFlags;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.buffer.Layout;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyMemoryView;

/** {@code pickle.PickleBuffer}: memory that may travel beside the stream (PEP 574). */
@BuiltinType(
    name = "PickleBuffer",
    module = "pickle",
    subclassable = false,
    weakReferences = true,
    doc = "Wrapper for potentially out-of-band buffers",
    basicSize = 104)
final class PyPickleBuffer extends PyObject implements BufferExporter {
  static final PyType TYPE = PyType.builtin(new PyPickleBufferTable());

  private final PyObject source;

  /** Null when it was released. */
  private Buffer buffer;

  private PyPickleBuffer(PyObject source) {
    this.source = source;
    this.buffer = Buffers.get(source, BufferFlags.FULL_READ_ONLY);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, object, /)")
  static PyObject make(PyType cls, PyObject object) {
    return new PyPickleBuffer(object);
  }

  /** The wrapped memory, or ValueError. */
  Buffer view() {
    if (buffer == null) {
      throw Errors.valueError("operation forbidden on released PickleBuffer object");
    }
    return buffer;
  }

  boolean isFortranContiguous() {
    Buffer view = view();
    return Layout.isContiguousF(view.shape(), view.strides(), view.itemSize());
  }

  /** The bytes in the order in which they lie in memory. */
  byte[] content() {
    Buffer view = view();
    byte[] bytes = new byte[view.length()];
    view.memory().get(view.offset(), bytes);
    return bytes;
  }

  @Override
  public Buffer exportBuffer(int flags) {
    view();
    return Buffers.get(source, flags);
  }

  @Method(value = "raw(self, /)", doc = "The memory as a view of bytes in one dimension.")
  PyObject raw() {
    Buffer view = view();
    if (!view.isContiguous() && !isFortranContiguous()) {
      throw Errors.make(
          PyExceptions.BufferError, "cannot extract raw buffer from non-contiguous buffer");
    }
    return PyMemoryView.of(new RawMemory(Buffers.get(source, BufferFlags.FULL_READ_ONLY)));
  }

  @Method(value = "release(self, /)", doc = "Gives the memory back.")
  void release() {
    if (buffer != null) {
      Buffer held = buffer;
      buffer = null;
      held.close();
    }
  }

  @Method("__buffer__(self, flags, /)")
  PyObject buffer(int flags) {
    view();
    return PyMemoryView.of(this, flags);
  }

  @Method("__release_buffer__(self, buffer, /)")
  void releaseBuffer(PyObject view) {
    ((PyMemoryView) view).release();
  }

  /** Memory in one dimension, whatever its layout is. */
  private static final class RawMemory extends PyObject implements BufferExporter {
    private final Buffer inner;

    RawMemory(Buffer inner) {
      this.inner = inner;
    }

    @Override
    public PyType type() {
      return inner.owner().type();
    }

    @Override
    public Buffer exportBuffer(int flags) {
      return Buffer.ofItems(
          inner.owner(), inner.memory(), inner.offset(), "B", 1, inner.length(),
          inner.isReadOnly(), flags, inner::close);
    }
  }
}
