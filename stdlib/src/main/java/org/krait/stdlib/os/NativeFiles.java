package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import org.krait.runtime.PyObject;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;

/** {@code openat(2)}. */
final class NativeFiles {
  private static final CFunction OPENAT = new CFunction("openat");

  private NativeFiles() {}

  /** Opens a file; the descriptor of the kernel. The name is for the error. */
  static int open(int directory, byte[] path, int flags, int mode, PyObject name) {
    try (Arena arena = Arena.ofConfined()) {
      return (int)
          OPENAT.requireFor(
              name,
              directory,
              Native.string(arena, path).address(),
              flags | KernelCalls.CLOSE_ON_EXEC,
              mode);
    }
  }
}
