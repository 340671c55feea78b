package org.krait.stdlib.mmap;

import java.lang.foreign.Arena;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.Descriptors;

/** The module {@code _posixshmem}: shared memory by name. */
@BuiltinModule("_posixshmem")
public final class PosixShmemModule {
  private static final CFunction SHM_OPEN = new CFunction("shm_open");
  private static final CFunction SHM_UNLINK = new CFunction("shm_unlink");

  @Function("shm_open(path, flags, mode=511)")
  static int open(PyStr path, int flags, int mode) {
    try (Arena arena = Arena.ofConfined()) {
      long name = Native.string(arena, Utf8.encode(path, "surrogateescape")).address();
      return Descriptors.current().addKernel((int) SHM_OPEN.requireFor(path, name, flags, mode));
    }
  }

  @Function("shm_unlink(path)")
  static void unlink(PyStr path) {
    try (Arena arena = Arena.ofConfined()) {
      SHM_UNLINK.requireFor(path, Native.string(arena, Utf8.encode(path, "surrogateescape")).address());
    }
  }

}
