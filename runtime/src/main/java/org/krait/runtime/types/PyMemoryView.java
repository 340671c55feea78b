package org.krait.runtime.types;

import java.nio.ByteBuffer;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferExporter;
import org.krait.runtime.buffer.BufferFlags;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.buffer.Exports;
import org.krait.runtime.buffer.Items;
import org.krait.runtime.buffer.Layout;

/**
 * {@code memoryview}: a window on the memory of another object.
 *
 * <p>Views made from one another share the buffer; it is given back when the last is released.
 */
@BuiltinType(
    name = "memoryview",
    subclassable = false,
    weakReferences = true,
    parts = {MemoryViewMethods.class, MemoryViewSubscripts.class, MemoryViewConversion.class},
    pattern = BuiltinType.Pattern.SEQUENCE,
    basicSize = 144,
    itemSize = 8)
public final class PyMemoryView extends PyObject implements BufferExporter {
  public static final PyType TYPE = PyType.builtin(new PyMemoryViewTable());
  static final int MOST_DIMENSIONS = 64;

  /** A buffer and how many views are on it. */
  private static final class Lease {
    final Buffer buffer;
    private int views;

    Lease(Buffer buffer) {
      this.buffer = buffer;
    }

    synchronized void add() {
      views++;
    }

    synchronized void remove() {
      if (--views == 0) {
        buffer.close();
      }
    }
  }

  private final Lease lease;
  final int offset;
  final String format;
  final int itemSize;
  final int[] shape;
  final int[] strides;
  final boolean readOnly;
  private final Exports exports = new Exports();
  private boolean released;
  private boolean restricted;
  private long hash;
  private boolean hashed;

  private PyMemoryView(
      Lease lease, int offset, String format, int itemSize, int[] shape, int[] strides,
      boolean readOnly) {
    this.lease = lease;
    this.offset = offset;
    this.format = format;
    this.itemSize = itemSize;
    this.shape = shape;
    this.strides = strides;
    this.readOnly = readOnly;
    lease.add();
  }

  /** {@code memoryview(object)}. */
  public static PyMemoryView of(PyObject object) {
    if (object instanceof PyMemoryView view) {
      view.check();
      return view.view(view.offset, view.format, view.itemSize, view.shape, view.strides, view.readOnly);
    }
    if (!Buffers.isBuffer(object)) {
      throw Errors.typeError(
          "memoryview: a bytes-like object is required, not '%s'", object.type().fullName());
    }
    return of(object, BufferFlags.FULL_READ_ONLY);
  }

  /** A view on a buffer that is borrowed with these flags. */
  public static PyMemoryView of(PyObject object, int flags) {
    return of(Buffers.get(object, flags));
  }

  /** A view on a buffer, which is given back when the last view on it is released. */
  static PyMemoryView of(Buffer buffer) {
    return new PyMemoryView(
        new Lease(buffer),
        buffer.offset(),
        buffer.format(),
        buffer.itemSize(),
        buffer.shape(),
        buffer.strides(),
        buffer.isReadOnly());
  }

  /** A view for {@code __release_buffer__}, from which no other views are made. */
  public static PyMemoryView restricted(Buffer buffer) {
    PyMemoryView view = of(buffer);
    view.restricted = true;
    return view;
  }

  private void checkUnrestricted() {
    if (restricted) {
      throw Errors.valueError("cannot create new view on restricted memoryview");
    }
  }

  /** Another view on the same buffer. */
  PyMemoryView view(
      int newOffset, String newFormat, int newItemSize, int[] newShape, int[] newStrides,
      boolean newReadOnly) {
    checkUnrestricted();
    return new PyMemoryView(
        lease, newOffset, newFormat, newItemSize, newShape, newStrides, newReadOnly);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** Throws ValueError when the view was released. */
  void check() {
    if (released) {
      throw Errors.valueError("operation forbidden on released memoryview object");
    }
  }

  /** The buffer that this is a view on, given back or not. */
  public Buffer buffer() {
    return lease.buffer;
  }

  boolean isReleased() {
    return released;
  }

  /** Gives the buffer back; BufferError while someone borrows from this view. */
  public void release() {
    if (released) {
      return;
    }
    if (exports.any()) {
      throw Errors.make(PyExceptions.BufferError, "memoryview has exported buffers");
    }
    released = true;
    lease.remove();
  }

  /** The object whose memory it is. */
  public PyObject owner() {
    return lease.buffer.owner();
  }

  ByteBuffer memory() {
    return lease.buffer.memory();
  }

  public int dimensions() {
    return shape.length;
  }

  int bytes() {
    return Layout.bytes(shape, itemSize);
  }

  boolean isContiguous() {
    return Layout.isContiguousC(shape, strides, itemSize);
  }

  boolean isFortranContiguous() {
    return Layout.isContiguousF(shape, strides, itemSize);
  }

  /** The items one after another in the order of C. */
  byte[] copy() {
    check();
    return Layout.copy(memory(), offset, shape, strides, itemSize);
  }

  /** The character of the format, or NotImplementedError for a format that is not native. */
  char code() {
    char code = Items.code(format);
    if (code == 0) {
      throw Errors.notImplementedError("memoryview: format %s not supported", format);
    }
    return code;
  }

  @Override
  public Buffer exportBuffer(int flags) {
    check();
    checkUnrestricted();
    if (readOnly && BufferFlags.wants(flags, BufferFlags.WRITABLE)) {
      throw cannotExport("underlying buffer is not writable");
    }
    boolean contiguous = isContiguous();
    if (BufferFlags.wants(flags, BufferFlags.C_CONTIGUOUS) && !contiguous) {
      throw cannotExport("underlying buffer is not C-contiguous");
    }
    if (BufferFlags.wants(flags, BufferFlags.F_CONTIGUOUS) && !isFortranContiguous()) {
      throw cannotExport("underlying buffer is not Fortran contiguous");
    }
    if (!BufferFlags.wants(flags, BufferFlags.STRIDES) && !contiguous) {
      throw cannotExport("underlying buffer is not C-contiguous");
    }
    Buffer[] self = new Buffer[1];
    Exports counted = exports;
    Buffer buffer =
        new Buffer(
            this, memory(), offset, format, itemSize, readOnly, shape, strides,
            () -> counted.remove(self[0]));
    self[0] = buffer;
    exports.add(buffer);
    return buffer;
  }

  private static PyException cannotExport(String reason) {
    return Errors.make(PyExceptions.BufferError, "memoryview: " + reason);
  }

  /** The hash of the bytes, for read-only views of bytes. */
  long hashValue() {
    if (!hashed) {
      check();
      if (!readOnly) {
        throw Errors.valueError("cannot hash writable memoryview object");
      }
      char code = Items.code(format);
      if (code != 'B' && code != 'b' && code != 'c') {
        throw Errors.valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
      }
      org.krait.runtime.Objects.hash(owner());
      byte[] bytes = copy();
      hash = org.krait.runtime.StringHash.of(bytes, 0, bytes.length);
      hashed = true;
    }
    return hash;
  }
}
