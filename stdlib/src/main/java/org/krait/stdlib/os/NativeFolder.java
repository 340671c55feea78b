package org.krait.stdlib.os;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.Arena;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;

/** The entries of a folder, without {@code .} and {@code ..}, as the C library reads them. */
final class NativeFolder implements AutoCloseable {
  private static final int TYPE = 18;
  private static final int NAME = 19;
  private static final int LONGEST = 280;

  private static final CFunction OPENDIR = CFunction.wide("opendir");
  private static final CFunction FDOPENDIR = CFunction.wide("fdopendir");
  private static final CFunction READDIR = CFunction.wide("readdir");
  private static final CFunction REWINDDIR = new CFunction("rewinddir");
  private static final CFunction CLOSEDIR = new CFunction("closedir");

  private final boolean shared;
  private long stream;
  private MemorySegment entry;

  private NativeFolder(long stream, boolean shared) {
    this.stream = stream;
    this.shared = shared;
  }

  static NativeFolder open(PathArgument folder) {
    long stream;
    if (folder.isDescriptor()) {
      int copy = KernelCalls.duplicate(folder.kernel());
      stream = FDOPENDIR.call(copy);
      if (stream == 0) {
        int error = Libc.errno();
        KernelCalls.close(copy);
        throw OsErrors.make(error, folder.name());
      }
    } else {
      try (Arena arena = Arena.ofConfined()) {
        long path = Native.string(arena, folder.bytes()).address();
        stream = OPENDIR.call(path);
        if (stream == 0 && Shortage.isMended(Libc.errno())) {
          stream = OPENDIR.call(path);
        }
      }
      if (stream == 0) {
        throw OsErrors.make(Libc.errno(), folder.name());
      }
    }
    return new NativeFolder(stream, folder.isDescriptor());
  }

  /** Goes to the next entry; false at the end. */
  boolean next() {
    while (stream != 0) {
      long address = READDIR.call(stream);
      if (address == 0) {
        return false;
      }
      entry = Native.at(address, LONGEST);
      if (entry.get(Native.BYTE, NAME) != '.' || !isDots(entry)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDots(MemorySegment entry) {
    byte second = entry.get(Native.BYTE, NAME + 1);
    return second == 0 || second == '.' && entry.get(Native.BYTE, NAME + 2) == 0;
  }

  byte[] name() {
    return Native.stringAt(entry.address() + NAME);
  }

  long inode() {
    return entry.get(Native.LONG, 0);
  }

  /** The type bits of a mode, or 0 when the file system does not say. */
  int kind() {
    return (entry.get(Native.BYTE, TYPE) & 0xff) << 12;
  }

  @Override
  public void close() {
    if (stream != 0) {
      if (shared) {
        REWINDDIR.call(stream);
      }
      CLOSEDIR.call(stream);
      stream = 0;
    }
  }
}
