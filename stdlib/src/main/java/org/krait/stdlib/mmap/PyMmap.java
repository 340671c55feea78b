package org.krait.stdlib.mmap;

import java.lang.foreign.MemorySegment;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferExporter;
import org.krait.runtime.buffer.Exports;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.Doors;
import org.krait.stdlib.os.FileStatus;
import org.krait.stdlib.os.OsErrors;

/** {@code mmap.mmap}: a mapping of a file, or of memory alone. */
@BuiltinType(
    name = "mmap",
    module = "mmap",
    weakReferences = true,
    basicSize = 80,
    parts = {MmapMethods.class, MmapItems.class})
public class PyMmap extends PyInstance implements BufferExporter {
  public static final PyType TYPE = PyType.builtin(new PyMmapTable());

  static final int DEFAULT = 0;
  static final int READ = 1;
  static final int WRITE = 2;
  static final int COPY = 3;
  private static final int SHARED = 1;
  private static final int PRIVATE = 2;
  private static final int ANONYMOUS = 0x20;
  private static final int CAN_READ = 1;
  private static final int CAN_WRITE = 2;
  private static final int MAY_MOVE = 1;

  private static final CFunction MMAP = CFunction.wide("mmap");
  private static final CFunction MUNMAP = new CFunction("munmap");
  private static final CFunction MREMAP = CFunction.wide("mremap");

  private final Exports exports = new Exports();
  private MemorySegment memory;
  private final int number;
  private final long offset;
  private final int access;
  long position;

  private PyMmap(PyType type, MemorySegment memory, int number, long offset, int access) {
    super(type);
    this.memory = memory;
    this.number = number;
    this.offset = offset;
    this.access = access;
  }

  @Method(
      value = "__new__(cls, fileno, length, flags=1, prot=3, access=0, offset=0)",
      textSignature = false)
  static PyObject make(
      PyType cls, int fileno, long length, int flags, int protection, int access, long offset) {
    if (length < 0) {
      throw Errors.overflowError("memory mapped length must be positive");
    }
    if (offset < 0) {
      throw Errors.overflowError("memory mapped offset must be positive");
    }
    if (access != DEFAULT && (flags != SHARED || protection != (CAN_READ | CAN_WRITE))) {
      throw Errors.valueError("mmap can't specify both access and flags, prot.");
    }
    int kind = access;
    int how = flags;
    int may = protection;
    switch (access) {
      case READ -> may = CAN_READ;
      case WRITE -> may = CAN_READ | CAN_WRITE;
      case COPY -> how = PRIVATE;
      case DEFAULT -> {
        boolean writes = (protection & CAN_WRITE) != 0;
        boolean reads = (protection & CAN_READ) != 0;
        kind = reads && writes ? DEFAULT : writes ? WRITE : READ;
      }
      default -> throw Errors.valueError("mmap invalid access parameter.");
    }
    Doors.audit(
        "mmap.__new__", PyLong.of(fileno), PyLong.of(length), PyLong.of(access), PyLong.of(offset));
    return map(cls, fileno, length, how, may, kind, offset);
  }

  private static PyObject map(
      PyType cls, int fileno, long length, int how, int may, int kind, long offset) {
    Descriptors table = Descriptors.current();
    long size = length;
    int number = -1;
    int kernel = -1;
    int flags = how;
    if (fileno == -1) {
      flags |= ANONYMOUS;
    } else {
      size = checkedSize(table.get(fileno).status(), length, offset);
      number = table.duplicate(fileno, 0);
      kernel = table.kernel(number);
    }
    long address = MMAP.call(0, size, may, flags, kernel, offset);
    if (address == -1) {
      int error = Libc.errno();
      if (number >= 0) {
        table.close(number);
      }
      throw OsErrors.make(error);
    }
    return new PyMmap(cls, Native.at(address, size), number, offset, kind);
  }

  private static long checkedSize(FileStatus status, long length, long offset) {
    if ((status.mode() & FileStatus.TYPE_MASK) != FileStatus.REGULAR) {
      return length;
    }
    long size = status.size();
    if (length == 0) {
      if (size == 0) {
        throw Errors.valueError("cannot mmap an empty file");
      }
      if (offset >= size) {
        throw Errors.valueError("mmap offset is greater than file size");
      }
      return size - offset;
    }
    if (offset > size || size - offset < length) {
      throw Errors.valueError("mmap length is greater than file size");
    }
    return length;
  }

  /** The memory; ValueError when it was given back. */
  final MemorySegment open() {
    MemorySegment current = memory;
    if (current == null) {
      throw Errors.valueError("mmap closed or invalid");
    }
    return current;
  }

  final long size() {
    return open().byteSize();
  }

  /** The memory, to be changed. */
  final MemorySegment writable() {
    MemorySegment current = open();
    if (access == READ) {
      throw Errors.typeError("mmap can't modify a readonly memory map.");
    }
    return current;
  }

  @Override
  public Buffer exportBuffer(int flags) {
    MemorySegment current = open();
    if (current.byteSize() > Integer.MAX_VALUE) {
      throw Errors.make(PyExceptions.BufferError, "mmap is too large to be lent");
    }
    Buffer[] self = new Buffer[1];
    Buffer buffer =
        Buffer.ofItems(
            this, current.asByteBuffer(), 0, "B", 1, (int) current.byteSize(), access == READ,
            flags, () -> exports.remove(self[0]));
    self[0] = buffer;
    exports.add(buffer);
    return buffer;
  }

  @Method("close(self, /)")
  synchronized void close() {
    if (memory == null) {
      return;
    }
    if (exports.any()) {
      throw Errors.make(PyExceptions.BufferError, "cannot close exported pointers exist");
    }
    MemorySegment old = memory;
    memory = null;
    if (number >= 0) {
      Descriptors.current().close(number);
    }
    MUNMAP.call(old.address(), old.byteSize());
  }

  @Getter("closed")
  PyObject isClosed() {
    return PyBool.of(memory == null);
  }

  @Method("resize(self, newsize, /)")
  synchronized void resize(PyObject newSize) {
    MemorySegment old = open();
    long size = Arguments.toLong(newSize);
    if (exports.any()) {
      throw Errors.make(
          PyExceptions.BufferError, "mmap can't resize with extant buffers exported.");
    }
    if (access == READ || access == COPY) {
      throw Errors.typeError("mmap can't resize a readonly or copy-on-write memory map.");
    }
    if (size < 0 || Long.MAX_VALUE - size < offset) {
      throw Errors.valueError("new size out of range");
    }
    if (number >= 0) {
      Descriptors.current().get(number).truncate(offset + size);
    }
    long address = MREMAP.call(old.address(), old.byteSize(), size, MAY_MOVE);
    if (address == -1) {
      throw OsErrors.make(Libc.errno());
    }
    memory = Native.at(address, size);
  }

  /** Of the file, not of the mapping. */
  @Method("size(self, /)")
  long fileSize() {
    open();
    try {
      return Descriptors.current().get(number).status().size();
    } catch (PyException e) {
      throw number < 0 ? OsErrors.make(OsErrors.EBADF) : e;
    }
  }

  @Method("__enter__(self, /)")
  PyObject enter() {
    open();
    return this;
  }

  @Method("__exit__(self, /, *args)")
  void exit(PyObject[] args) {
    close();
  }

  @Method("__repr__(self, /)")
  String repr() {
    if (memory == null) {
      return "<" + type().fullName() + " closed=True>";
    }
    String[] names = {"ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY"};
    return "<%s closed=False, access=%s, length=%d, pos=%d, offset=%d>"
        .formatted(type().fullName(), names[access], size(), position, offset);
  }
}
