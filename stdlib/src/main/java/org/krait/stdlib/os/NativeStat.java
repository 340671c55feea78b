package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.runtime.PyObject;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;

/** {@code statx(2)}, whose answer is laid out alike on all machines. */
final class NativeStat {
  private static final int SIZE = 256;
  private static final int BASIC = 0x7ff;
  private static final int EMPTY_PATH = 0x1000;
  private static final int NO_FOLLOW = 0x100;
  private static final long NANOS = 1_000_000_000L;

  private static final CFunction STATX = new CFunction("statx");

  private NativeStat() {}

  static FileStatus ofDescriptor(int descriptor) {
    return of(descriptor, new byte[0], EMPTY_PATH, null);
  }

  /** The status of a file; the name is for the error. */
  static FileStatus of(int directory, byte[] path, boolean follow, PyObject name) {
    return of(directory, path, follow ? 0 : NO_FOLLOW, name);
  }

  private static FileStatus of(int directory, byte[] path, int flags, PyObject name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment s = arena.allocate(SIZE, 8);
      MemorySegment text = Native.string(arena, path);
      STATX.requireFor(name, directory, text.address(), flags, BASIC, s.address());
      return new FileStatus(
          s.get(Native.SHORT, 28) & 0xffff,
          s.get(Native.LONG, 32),
          device(s.get(Native.INT, 136), s.get(Native.INT, 140)),
          s.get(Native.INT, 16) & 0xffffffffL,
          s.get(Native.INT, 20) & 0xffffffffL,
          s.get(Native.INT, 24) & 0xffffffffL,
          s.get(Native.LONG, 40),
          time(s, 64),
          time(s, 112),
          time(s, 96),
          device(s.get(Native.INT, 128), s.get(Native.INT, 132)),
          s.get(Native.LONG, 48),
          s.get(Native.INT, 4) & 0xffffffffL);
    }
  }

  private static long time(MemorySegment s, int at) {
    return s.get(Native.LONG, at) * NANOS + s.get(Native.INT, at + 8);
  }

  /** The number of a device, packed as glibc packs it. */
  static long device(long major, long minor) {
    return (major & 0xfffff000L) << 32
        | (major & 0xfffL) << 8
        | (minor & 0xffffff00L) << 12
        | minor & 0xffL;
  }

  static long major(long device) {
    return device >>> 32 & 0xfffff000L | device >>> 8 & 0xfffL;
  }

  static long minor(long device) {
    return device >>> 12 & 0xffffff00L | device & 0xffL;
  }
}
