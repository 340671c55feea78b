package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.Arguments;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.Sequences;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferFlags;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;

/** Reading and writing at places, from and to several buffers, and from one descriptor to another. */
final class PosixTransfers {
  private static final CFunction PREAD = CFunction.wide("pread");
  private static final CFunction PWRITE = CFunction.wide("pwrite");
  private static final CFunction READV = CFunction.wide("readv");
  private static final CFunction WRITEV = CFunction.wide("writev");
  private static final CFunction PREADV2 = CFunction.wide("preadv2");
  private static final CFunction PWRITEV2 = CFunction.wide("pwritev2");
  private static final CFunction SENDFILE = CFunction.wide("sendfile");
  private static final CFunction SPLICE = CFunction.wide("splice");
  private static final CFunction COPY_RANGE = CFunction.wide("copy_file_range");
  private static final CFunction FALLOCATE = new CFunction("posix_fallocate");
  private static final CFunction FADVISE = new CFunction("posix_fadvise");
  private static final CFunction LOCKF = new CFunction("lockf");
  private static final CFunction SYNC = new CFunction("sync");

  private PosixTransfers() {}

  private static int kernel(int fd) {
    return Descriptors.current().kernel(fd);
  }

  @Function("pread(fd, length, offset, /)")
  static PyObject pread(int fd, int length, long offset) {
    if (length < 0) {
      throw OsErrors.make(OsErrors.EINVAL);
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(Math.max(length, 1), 8);
      long count = PREAD.require(kernel(fd), room.address(), length, offset);
      return PyBytes.of(Native.copy(room, 0, (int) count));
    }
  }

  @Function("pwrite(fd, buffer, offset, /)")
  static long pwrite(int fd, PyObject data, long offset) {
    byte[] bytes = Buffers.bytes(data);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = Native.bytes(arena, bytes, 0, bytes.length);
      return PWRITE.require(kernel(fd), memory.address(), bytes.length, offset);
    }
  }

  @Function("readv(fd, buffers, /)")
  static long readv(int fd, PyObject buffers) {
    checkSequence(buffers, "readv() arg 2 must be a sequence");
    return scatter(READV, fd, buffers);
  }

  @Function("preadv(fd, buffers, offset, flags=0, /)")
  static long preadv(int fd, PyObject buffers, long offset, int flags) {
    checkSequence(buffers, "preadv2() arg 2 must be a sequence");
    return scatter(PREADV2, fd, buffers, offset, 0, flags);
  }

  @Function("writev(fd, buffers, /)")
  static long writev(int fd, PyObject buffers) {
    checkSequence(buffers, "writev() arg 2 must be a sequence");
    return gather(WRITEV, fd, buffers);
  }

  @Function("pwritev(fd, buffers, offset, flags=0, /)")
  static long pwritev(int fd, PyObject buffers, long offset, int flags) {
    checkSequence(buffers, "pwritev() arg 2 must be a sequence");
    return gather(PWRITEV2, fd, buffers, offset, 0, flags);
  }

  private static void checkSequence(PyObject value, String otherwise) {
    if (!Sequences.isSequence(value)) {
      throw Errors.typeError("%s", otherwise);
    }
  }

  private static long[] with(long fd, long vector, long count, long[] rest) {
    long[] all = new long[3 + rest.length];
    all[0] = fd;
    all[1] = vector;
    all[2] = count;
    System.arraycopy(rest, 0, all, 3, rest.length);
    return all;
  }

  /** Reads into buffers, which are lent only while the bytes are copied. */
  private static long scatter(CFunction call, int fd, PyObject buffers, long... rest) {
    PyObject[] items = Iteration.toArray(buffers);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment vector = arena.allocate(Math.max(16L * items.length, 16), 8);
      MemorySegment[] rooms = new MemorySegment[items.length];
      for (int i = 0; i < items.length; i++) {
        try (Buffer buffer = Buffers.get(items[i], BufferFlags.WRITABLE)) {
          rooms[i] = arena.allocate(Math.max(buffer.length(), 1), 8);
          vector.set(Native.LONG, 16L * i, rooms[i].address());
          vector.set(Native.LONG, 16L * i + 8, buffer.length());
        }
      }
      long count = call.require(with(kernel(fd), vector.address(), items.length, rest));
      long left = count;
      for (int i = 0; i < items.length && left > 0; i++) {
        try (Buffer buffer = Buffers.get(items[i], BufferFlags.WRITABLE)) {
          int part = (int) Math.min(left, buffer.length());
          buffer.memory().put(buffer.offset(), Native.copy(rooms[i], 0, part));
          left -= part;
        }
      }
      return count;
    }
  }

  private static long gather(CFunction call, int fd, PyObject buffers, long... rest) {
    PyObject[] items = Iteration.toArray(buffers);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment vector = arena.allocate(Math.max(16L * items.length, 16), 8);
      for (int i = 0; i < items.length; i++) {
        byte[] bytes = Buffers.bytes(items[i]);
        vector.set(Native.LONG, 16L * i, Native.bytes(arena, bytes, 0, bytes.length).address());
        vector.set(Native.LONG, 16L * i + 8, bytes.length);
      }
      return call.require(with(kernel(fd), vector.address(), items.length, rest));
    }
  }

  /** A place for an offset that the kernel reads and moves; the null pointer for None. */
  private static long offset(Arena arena, PyObject value) {
    if (value == PyNone.NONE) {
      return 0;
    }
    MemorySegment place = arena.allocate(8, 8);
    place.set(Native.LONG, 0, Arguments.toLong(value));
    return place.address();
  }

  @Function("sendfile(out_fd, in_fd, offset, count)")
  static long sendfile(int out, int in, PyObject offset, long count) {
    try (Arena arena = Arena.ofConfined()) {
      return SENDFILE.require(kernel(out), kernel(in), offset(arena, offset), count);
    }
  }

  @Function("splice(src, dst, count, offset_src=None, offset_dst=None, flags=0)")
  static long splice(int from, int to, long count, PyObject fromOffset, PyObject toOffset, int flags) {
    if (count < 0) {
      throw Errors.valueError("negative value for 'count' not allowed");
    }
    try (Arena arena = Arena.ofConfined()) {
      return SPLICE.require(
          kernel(from), offset(arena, fromOffset), kernel(to), offset(arena, toOffset), count, flags);
    }
  }

  @Function("copy_file_range(src, dst, count, offset_src=None, offset_dst=None)")
  static long copyRange(int from, int to, long count, PyObject fromOffset, PyObject toOffset) {
    if (count < 0) {
      throw Errors.valueError("negative value for 'count' not allowed");
    }
    try (Arena arena = Arena.ofConfined()) {
      return COPY_RANGE.require(
          kernel(from), offset(arena, fromOffset), kernel(to), offset(arena, toOffset), count, 0);
    }
  }

  @Function("posix_fallocate(fd, offset, length, /)")
  static void fallocate(int fd, long offset, long length) {
    fail(FALLOCATE.callInt(kernel(fd), offset, length));
  }

  @Function("posix_fadvise(fd, offset, length, advice, /)")
  static void fadvise(int fd, long offset, long length, int advice) {
    fail(FADVISE.callInt(kernel(fd), offset, length, advice));
  }

  private static void fail(int error) {
    if (error != 0) {
      throw OsErrors.make(error);
    }
  }

  @Function("lockf(fd, command, length, /)")
  static void lockf(int fd, int command, long length) {
    Doors.audit("os.lockf", PyLong.of(fd), PyLong.of(command), PyLong.of(length));
    LOCKF.require(kernel(fd), command, length);
  }

  @Function("sync()")
  static void sync() {
    SYNC.call();
  }
}
