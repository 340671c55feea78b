package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;

/** The functions of {@code posix} that open, close and pass on descriptors, read and write. */
final class PosixDescriptors {
  private static final int GET_FLAGS = 3;
  private static final int SET_FLAGS = 4;
  private static final int NON_BLOCKING = 04000;
  private static final int LARGEST = 0x7ffff000;

  private static final CFunction FCNTL = new CFunction("fcntl");
  private static final CFunction PIPE2 = new CFunction("pipe2");
  private static final CFunction EVENTFD = new CFunction("eventfd");
  private static final CFunction MEMFD = new CFunction("memfd_create");
  private static final CFunction SYSCALL = CFunction.wide("syscall");
  private static final int PIDFD_OPEN = 434;

  private PosixDescriptors() {}

  @Function("open(path, flags, mode=511, *, dir_fd=None)")
  static int open(PyObject path, int flags, int mode, PyObject directory) {
    PathArgument file = PathArgument.of(path, "open");
    int at = PathArgument.directory(directory);
    Doors.audit("open", file.object(), PyNone.NONE, PyLong.of(flags | KernelCalls.CLOSE_ON_EXEC));
    return Descriptors.current().add(OpenFiles.open(file, flags, mode, at));
  }

  @Function("close(fd)")
  static void close(int fd) {
    Descriptors.current().close(fd);
  }

  @Function("closerange(fd_low, fd_high, /)")
  static void closeRange(int low, int high) {
    Descriptors descriptors = Descriptors.current();
    int end = Math.min(high, descriptors.size());
    for (int fd = Math.max(low, 0); fd < end; fd++) {
      if (descriptors.isOpen(fd)) {
        try {
          descriptors.close(fd);
        } catch (org.krait.runtime.PyException ignored) {
          // As the function's documentation says.
        }
      }
    }
  }

  @Function("dup(fd, /)")
  static int dup(int fd) {
    return Descriptors.current().duplicate(fd, 0);
  }

  @Function("dup2(fd, fd2, inheritable=True)")
  static int dup2(int fd, int target, boolean inheritable) {
    Descriptors.current().duplicateTo(fd, target, inheritable);
    return target;
  }

  @Function("pipe()")
  static PyObject pipe() {
    return pipe(0, false);
  }

  @Function("pipe2(flags, /)")
  static PyObject pipe2(int flags) {
    return pipe(flags, (flags & KernelCalls.CLOSE_ON_EXEC) == 0);
  }

  private static PyObject pipe(int flags, boolean inheritable) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment pair = arena.allocate(8, 4);
      PIPE2.require(pair.address(), flags | KernelCalls.CLOSE_ON_EXEC);
      return PyTuple.of(
          entered(pair.get(Native.INT, 0), inheritable),
          entered(pair.get(Native.INT, 4), inheritable));
    }
  }

  private static PyObject entered(int kernel, boolean inheritable) {
    Descriptors descriptors = Descriptors.current();
    int number = descriptors.addKernel(kernel);
    descriptors.setInheritable(number, inheritable);
    return PyLong.of(number);
  }

  @Function("eventfd(initval, flags=524288)")
  static PyObject eventfd(PyObject initial, int flags) {
    long value = org.krait.runtime.Arguments.toLong(initial);
    if (value < 0) {
      throw org.krait.runtime.Errors.valueError("value must be positive");
    }
    return entered(
        (int) EVENTFD.require(value, flags | KernelCalls.CLOSE_ON_EXEC),
        (flags & KernelCalls.CLOSE_ON_EXEC) == 0);
  }

  @Function("eventfd_read(fd)")
  static PyObject eventfdRead(int fd) {
    byte[] bytes = new byte[8];
    if (Descriptors.current().get(fd).read(bytes, 0, 8) < 0) {
      throw OsErrors.make(OsErrors.EAGAIN);
    }
    return PyStatResult.unsigned(MemorySegment.ofArray(bytes).get(Native.LONG, 0));
  }

  @Function("eventfd_write(fd, value)")
  static void eventfdWrite(int fd, PyInt value) {
    byte[] bytes = new byte[8];
    MemorySegment.ofArray(bytes).set(Native.LONG, 0, value.bigValue().longValue());
    if (Descriptors.current().get(fd).write(bytes, 0, 8) < 0) {
      throw OsErrors.make(OsErrors.EAGAIN);
    }
  }

  @Function("memfd_create(name, flags=1)")
  static PyObject memfd(PyObject name, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      long text = Native.string(arena, PathArgument.of(name, "memfd_create", "name").bytes()).address();
      return entered((int) MEMFD.require(text, flags | 1), (flags & 1) == 0);
    }
  }

  @Function("pidfd_open(pid, flags=0)")
  static PyObject pidfd(int pid, int flags) {
    return entered((int) SYSCALL.require(PIDFD_OPEN, pid, flags), false);
  }

  @Function("read(fd, length, /)")
  static PyObject read(int fd, long length) {
    if (length < 0) {
      throw OsErrors.make(OsErrors.EINVAL);
    }
    OpenFile file = Descriptors.current().get(fd);
    byte[] buffer = new byte[(int) Math.min(length, sensible(file, length))];
    int count = file.read(buffer, 0, buffer.length);
    if (count < 0) {
      throw OsErrors.make(OsErrors.EAGAIN);
    }
    return PyBytes.of(count == buffer.length ? buffer : Arrays.copyOf(buffer, count));
  }

  /** No more memory than the file can fill. */
  private static long sensible(OpenFile file, long length) {
    if (length <= 1 << 24) {
      return length;
    }
    FileStatus status = file.status();
    boolean regular = (status.mode() & FileStatus.TYPE_MASK) == FileStatus.REGULAR;
    return regular ? Math.min(LARGEST, Math.max(status.size(), 1 << 24)) : 1 << 24;
  }

  @Function("write(fd, data, /)")
  static int write(int fd, PyObject data) {
    byte[] bytes = Buffers.bytes(data);
    int count = Descriptors.current().get(fd).write(bytes, 0, bytes.length);
    if (count < 0) {
      throw OsErrors.make(OsErrors.EAGAIN);
    }
    return count;
  }

  @Function("lseek(fd, position, whence, /)")
  static long lseek(int fd, long position, int how) {
    return Descriptors.current().get(fd).seek(position, how);
  }

  @Function("fstat(fd)")
  static PyObject fstat(int fd) {
    Descriptors descriptors = Descriptors.current();
    return PyStatResult.ofOpen(descriptors.get(fd).status(), descriptors, fd);
  }

  @Function("ftruncate(fd, length, /)")
  static void ftruncate(int fd, long length) {
    Doors.audit("os.truncate", PyLong.of(fd), PyLong.of(length));
    Descriptors.current().get(fd).truncate(length);
  }

  @Function("fsync(fd)")
  static void fsync(PyObject fd) {
    Descriptors.current().get(FileNumber.of(fd)).sync(true);
  }

  @Function("fdatasync(fd)")
  static void fdatasync(PyObject fd) {
    Descriptors.current().get(FileNumber.of(fd)).sync(false);
  }

  @Function("isatty(fd, /)")
  static boolean isatty(int fd) {
    Descriptors descriptors = Descriptors.current();
    return descriptors.isOpen(fd) && descriptors.get(fd).isTerminal();
  }

  @Function("get_inheritable(fd, /)")
  static boolean getInheritable(int fd) {
    return Descriptors.current().isInheritable(fd);
  }

  @Function("set_inheritable(fd, inheritable, /)")
  static void setInheritable(int fd, int inheritable) {
    Descriptors.current().setInheritable(fd, inheritable != 0);
  }

  @Function("get_blocking(fd, /)")
  static boolean getBlocking(int fd) {
    if (Descriptors.current().get(fd).kernelDescriptor() < 0) {
      return true;
    }
    return (FCNTL.require(Descriptors.current().kernel(fd), GET_FLAGS) & NON_BLOCKING) == 0;
  }

  @Function("set_blocking(fd, blocking, /)")
  static void setBlocking(int fd, boolean blocking) {
    int kernel = Descriptors.current().kernel(fd);
    long flags = FCNTL.require(kernel, GET_FLAGS);
    FCNTL.require(kernel, SET_FLAGS, blocking ? flags & ~NON_BLOCKING : flags | NON_BLOCKING);
  }

  @Function("device_encoding(fd)")
  static PyObject deviceEncoding(int fd) {
    return isatty(fd) ? PyStr.of("utf-8") : PyNone.NONE;
  }
}
