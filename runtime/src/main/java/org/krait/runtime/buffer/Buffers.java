package org.krait.runtime.buffer;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.SpecialCalls;
import org.krait.runtime.Unraisable;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyMemoryView;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PySlotWrapper;

/** Borrows memory from objects, whether they lend it in Java or by a {@code __buffer__} of their class. */
public final class Buffers {
  private Buffers() {}

  /** Whether the object lends memory: "a bytes-like object". */
  public static boolean isBuffer(PyObject object) {
    return object instanceof BufferExporter || object.type().special(Special.BUFFER) != null;
  }

  /**
   * Borrows memory.
   *
   * @param flags of {@link BufferFlags}
   * @throws PyException TypeError for an object that is not bytes-like; BufferError
   */
  public static Buffer get(PyObject object, int flags) {
    PyObject method = object.type().isHeap() ? object.type().special(Special.BUFFER) : null;
    boolean overridden =
        method != null && !(method instanceof PyMethodDescriptor || method instanceof PySlotWrapper);
    if (!overridden && object instanceof BufferExporter exporter) {
      return lend(object, exporter, flags);
    }
    if (method == null) {
      throw notBytesLike(object);
    }
    return fromMethod(object, flags);
  }

  /** {@code a bytes-like object is required, not 'int'}. */
  public static PyException notBytesLike(PyObject object) {
    return Errors.typeError(
        "a bytes-like object is required, not '%s'", object.type().fullName());
  }

  private static Buffer fromMethod(PyObject object, int flags) {
    PyObject answer = SpecialCalls.lookup(object, Special.BUFFER).call(PyLong.of(flags));
    if (!(answer instanceof PyMemoryView view)) {
      throw Errors.typeError("__buffer__ returned non-memoryview object");
    }
    Buffer inner = view.exportBuffer(flags);
    return lentBy(object, inner, () -> release(object, view, inner));
  }

  /** The same memory, lent by another object that has its own thing to do at the end. */
  private static Buffer lentBy(PyObject object, Buffer inner, Runnable atEnd) {
    return new Buffer(
        object,
        inner.memory(),
        inner.offset(),
        inner.format(),
        inner.itemSize(),
        inner.isReadOnly(),
        inner.shape(),
        inner.strides(),
        atEnd);
  }

  /** A view that the object made of its own memory is given back; another may be in use elsewhere. */
  private static void release(PyObject object, PyMemoryView view, Buffer inner) {
    inner.close();
    if (view.owner() == object) {
      view.release();
    } else if (hasReleaseMethod(object)) {
      callRelease(object, view);
    }
  }

  /** Borrows from what lends its memory in Java, and tells its class's {@code __release_buffer__}. */
  public static Buffer lend(PyObject object, BufferExporter exporter, int flags) {
    Buffer inner = exporter.exportBuffer(flags);
    if (!object.type().isHeap() || !hasReleaseMethod(object)) {
      return inner;
    }
    return lentBy(
        object,
        inner,
        () -> {
          PyMemoryView view = PyMemoryView.restricted(inner);
          callRelease(object, view);
          view.release();
        });
  }

  private static boolean hasReleaseMethod(PyObject object) {
    PyObject method = object.type().special(Special.RELEASE_BUFFER);
    return method != null
        && !(method instanceof PyMethodDescriptor || method instanceof PySlotWrapper);
  }

  private static void callRelease(PyObject object, PyMemoryView view) {
    try {
      SpecialCalls.lookup(object, Special.RELEASE_BUFFER).call(view);
    } catch (PyException e) {
      Unraisable.report(e, null, object);
    }
  }

  /** The bytes of a bytes-like object, not to be changed: for {@code bytes} the array itself. */
  public static byte[] bytes(PyObject object) {
    return object instanceof PyBytes bytes ? bytes.array() : copy(object);
  }

  /** The bytes of a bytes-like object, which must be contiguous, in a fresh array. */
  public static byte[] copy(PyObject object) {
    if (object instanceof PyByteArray bytes) {
      return bytes.copy();
    }
    if (object instanceof PyBytes bytes && !object.type().isHeap()) {
      return bytes.array().clone();
    }
    try (Buffer buffer = get(object, BufferFlags.SIMPLE)) {
      return buffer.copy();
    }
  }

  /** As {@link #bytes}, of any layout. */
  public static byte[] anyBytes(PyObject object) {
    if (object instanceof PyBytes bytes && !object.type().isHeap()) {
      return bytes.array();
    }
    try (Buffer buffer = get(object, BufferFlags.FULL_READ_ONLY)) {
      return buffer.copy();
    }
  }
}
