package org.krait.stdlib.os;

import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.*;

/** The functions of {@code posix} about open files. */
final class PosixDescriptors {
  static final StructSequenceType TERMINAL_SIZE =
      StructSequenceType.of("os.terminal_size", 2, "columns", "lines");

  private PosixDescriptors() {}

  @Function("open(path, flags, mode=511, *, dir_fd=None)")
  static int open(PyObject path, int flags, int mode, PyObject directory) {
    OpenFile file = OpenFiles.open(Paths.of(path, "open"), flags, mode, path);
    return Descriptors.current().add(file);
  }

  @Function("close(fd)")
  static void close(int fd) {
    Descriptors.current().close(fd);
  }

  @Function("closerange(fd_low, fd_high, /)")
  static void closeRange(int low, int high) {
    Descriptors descriptors = Descriptors.current();
    for (int fd = Math.max(low, 0); fd < high; fd++) {
      if (descriptors.isOpen(fd)) {
        descriptors.close(fd);
      }
    }
  }

  @Function("dup(fd, /)")
  static int dup(int fd) {
    return Descriptors.current().duplicate(fd, 0);
  }

  @Function("dup2(fd, fd2, inheritable=True)")
  static int dup2(int fd, int target, boolean inheritable) {
    Descriptors.current().duplicateTo(fd, target);
    return target;
  }

  @Function("read(fd, length, /)")
  static PyObject read(int fd, long length) {
    if (length < 0) {
      throw OsErrors.make(OsErrors.EINVAL);
    }
    byte[] buffer = new byte[(int) Math.min(length, 1 << 24)];
    int count = Descriptors.current().get(fd).read(buffer, 0, buffer.length);
    if (count < 0) {
      throw OsErrors.make(11);
    }
    return PyBytes.of(count == buffer.length ? buffer : java.util.Arrays.copyOf(buffer, count));
  }

  @Function("write(fd, data, /)")
  static int write(int fd, PyObject data) {
    byte[] bytes = Buffers.bytes(data);
    int count = Descriptors.current().get(fd).write(bytes, 0, bytes.length);
    if (count < 0) {
      throw OsErrors.make(11);
    }
    return count;
  }

  @Function("lseek(fd, position, how, /)")
  static long lseek(int fd, long position, int how) {
    return Descriptors.current().get(fd).seek(position, how);
  }

  @Function("fstat(fd)")
  static PyObject fstat(int fd) {
    return PyStatResult.of(Descriptors.current().get(fd).status());
  }

  @Function("ftruncate(fd, length, /)")
  static void ftruncate(int fd, long length) {
    Descriptors.current().get(fd).truncate(length);
  }

  @Function("fsync(fd)")
  static void fsync(PyObject fd) {
    Descriptors.current().get(number(fd)).sync(true);
  }

  @Function("fdatasync(fd)")
  static void fdatasync(PyObject fd) {
    Descriptors.current().get(number(fd)).sync(false);
  }

  private static int number(PyObject fd) {
    if (fd instanceof PyInt value) {
      return (int) value.longValue();
    }
    PyObject method = org.krait.runtime.Attributes.getOrNull(fd, "fileno");
    if (method == null) {
      throw Errors.typeError("argument must be an int, or have a fileno() method.");
    }
    return org.krait.runtime.Arguments.toInt(method.call());
  }

  @Function("isatty(fd, /)")
  static boolean isatty(int fd) {
    Descriptors descriptors = Descriptors.current();
    return descriptors.isOpen(fd) && descriptors.get(fd).isTerminal();
  }

  @Function("get_inheritable(fd, /)")
  static boolean getInheritable(int fd) {
    Descriptors.current().get(fd);
    return fd <= 2;
  }

  @Function("set_inheritable(fd, inheritable, /)")
  static void setInheritable(int fd, int inheritable) {
    Descriptors.current().get(fd);
  }

  @Function("get_blocking(fd, /)")
  static boolean getBlocking(int fd) {
    Descriptors.current().get(fd);
    return true;
  }

  @Function("device_encoding(fd)")
  static PyObject deviceEncoding(int fd) {
    return isatty(fd) ? PyStr.of("UTF-8") : PyNone.NONE;
  }

  /** From the environment: without a native call a JVM does not know its terminal. */
  @Function("get_terminal_size(fd=1, /)")
  static PyObject terminalSize(int fd) {
    if (!isatty(fd)) {
      throw OsErrors.make(25);
    }
    return TERMINAL_SIZE.make(PyLong.of(80), PyLong.of(24));
  }
}
