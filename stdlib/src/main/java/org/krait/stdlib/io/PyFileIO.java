package org.krait.stdlib.io;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ReprGuard;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.os.FileStatus;
import org.krait.stdlib.os.OpenFile;
import org.krait.stdlib.os.OsErrors;

/** {@code _io.FileIO}: an open file, by its descriptor. */
@BuiltinType(
    name = "FileIO",
    module = "_io",
    base = PyRawIOBase.class,
    instanceDict = true,
    weakReferences = true,
    basicSize = 48,
    textSignature = "(file, mode='r', closefd=True, opener=None)",
    parts = {FileIOMethods.class})
public class PyFileIO extends PyRawIOBase {
  public static final PyType TYPE = PyType.builtin(new PyFileIOTable());

  private static final FileHandle NONE = new FileHandle(null, -1, true, null);

  private FileHandle handle = NONE;
  private FileMode mode = FileMode.CLOSED;
  private boolean finalizing;
  private PyObject seekable;
  private long blockSize = Streams.DEFAULT_BUFFER_SIZE;

  PyFileIO(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyFileIO(cls);
  }

  /** A file as {@code open} makes it. */
  static PyFileIO open(PyObject file, String mode, boolean closesDescriptor, PyObject opener) {
    PyFileIO made = new PyFileIO(TYPE);
    made.init(file, mode, closesDescriptor, opener);
    return made;
  }

  @Method("__init__(self, file, mode='r', closefd=True, opener=None)")
  void init(PyObject file, String modeText, boolean closefd, PyObject opener) {
    handle.close();
    Opening opening = new Opening(file, modeText, closefd, opener);
    mode = opening.mode;
    seekable = null;
    handle = opening.handle();
    OpenStreams.track(handle);
    closeWhenDropped();
    try {
      FileStatus status = file().status();
      if (status.isDirectory()) {
        throw OsErrors.make(OsErrors.EISDIR, file);
      }
      blockSize = status.blockSize() > 1 ? status.blockSize() : Streams.DEFAULT_BUFFER_SIZE;
      Attributes.set(this, Streams.NAME, file);
      if (mode.appends()) {
        toEnd();
      }
    } catch (PyException e) {
      if (opening.opened() || !handle.isOpenFile()) {
        handle.abandon();
      }
      throw e;
    }
  }

  private void toEnd() {
    try {
      file().seek(0, 2);
    } catch (PyException e) {
      if (OsErrors.numberOf(e) != OsErrors.ESPIPE) {
        throw e;
      }
    }
  }

  @Override
  public final boolean isDone() {
    return handle.fd() < 0;
  }

  /** The descriptor, for the layers above to leave there what they hold back. */
  final FileHandle handle() {
    return handle;
  }

  final boolean isClosed() {
    return handle.fd() < 0;
  }

  final int descriptor() {
    checkOpen();
    return handle.fd();
  }

  final FileMode mode() {
    return mode;
  }

  final boolean closesDescriptor() {
    return handle.closesDescriptor();
  }

  final long blockSize() {
    return blockSize;
  }

  final void checkOpen() {
    if (handle.fd() < 0) {
      throw Errors.valueError("I/O operation on closed file");
    }
  }

  final OpenFile file() {
    return handle.file();
  }

  /** Whether it is a terminal; a number that somebody else has closed is none. */
  final boolean isTerminal() {
    return handle.isOpenFile() && file().isTerminal();
  }

  /** Reads into an array; how many bytes, 0 at the end, -1 when there are none yet. */
  final int readInto(byte[] array, int from, int length) {
    checkOpen();
    if (!mode.reads()) {
      throw Streams.unsupported("File not open for reading");
    }
    return file().read(array, from, length);
  }

  /** Writes from an array; how many bytes, or -1 when it would block. */
  final int writeFrom(byte[] array, int from, int length) {
    checkOpen();
    if (!mode.writes()) {
      throw Streams.unsupported("File not open for writing");
    }
    return file().write(array, from, length);
  }

  final long moveTo(long offset, int whence) {
    checkOpen();
    return file().seek(offset, whence);
  }

  /** How many bytes from the position to the end the file says it has, or -1. */
  final long remaining() {
    try {
      OpenFile file = file();
      long size = file.status().size();
      return Math.max(size - file.seek(0, 1), -1);
    } catch (PyException e) {
      return -1;
    }
  }

  @Method("close(self, /)")
  PyObject closeFile() {
    if (finalizing) {
      FileIOMethods.deallocWarn(this, this);
    }
    Streams.both(() -> PyIOBase.close(this), handle::close);
    isClosedNow();
    return PyNone.NONE;
  }

  @Method("seekable(self, /)")
  PyObject isSeekable() {
    checkOpen();
    if (seekable == null) {
      try {
        file().seek(0, 1);
        seekable = PyBool.TRUE;
      } catch (PyException e) {
        seekable = PyBool.FALSE;
      }
    }
    return seekable;
  }

  @Getter(value = "closed", doc = "True if the file is closed")
  PyObject getClosedFile() {
    return PyBool.of(handle.fd() < 0);
  }

  @Getter(value = "_blksize", member = true)
  PyObject getBlockSize() {
    return PyLong.of(blockSize);
  }

  @Setter("_blksize")
  void setBlockSize(PyObject value) {
    blockSize = Streams.offset(value);
  }

  @Getter(value = "_finalizing", member = true)
  PyObject getFinalizing() {
    return PyBool.of(finalizing);
  }

  @Setter("_finalizing")
  void setFinalizing(PyObject value) {
    finalizing = Objects.isTrue(value);
  }

  @Method("__repr__(self, /)")
  String repr() {
    String type = "_io.FileIO";
    if (handle.fd() < 0) {
      return "<" + type + " [closed]>";
    }
    String rest = " mode='" + mode + "' closefd=" + (handle.closesDescriptor() ? "True" : "False") + ">";
    PyObject name = Attributes.getOrNull(this, Streams.NAME);
    if (name == null) {
      return "<" + type + " fd=" + handle.fd() + rest;
    }
    if (!ReprGuard.enter(this)) {
      throw Errors.runtimeError("reentrant call inside %s.__repr__", type().fullName());
    }
    try {
      return "<" + type + " name=" + Objects.repr(name) + rest;
    } finally {
      ReprGuard.leave(this);
    }
  }
}
