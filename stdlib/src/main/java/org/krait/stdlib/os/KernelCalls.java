package org.krait.stdlib.os;

import org.krait.stdlib.libc.CFunction;

/** Calls that make and keep descriptors of the kernel; all are closed when the process runs another program. */
final class KernelCalls {
  static final int EINTR = 4;

  /** {@code AT_FDCWD}: names are relative to the working directory. */
  static final int HERE = -100;

  static final int CLOSE_ON_EXEC = 02000000;

  /** Above the numbers of the standard streams. */
  private static final int LOWEST = 3;

  private static final int DUPLICATE = 1030;

  private static final CFunction FCNTL = new CFunction("fcntl");
  private static final CFunction CLOSE = new CFunction("close");
  private static final CFunction DUP3 = new CFunction("dup3");

  private KernelCalls() {}

  static int duplicate(int descriptor) {
    return (int) FCNTL.require(descriptor, DUPLICATE, LOWEST);
  }

  static int duplicateAbove(int descriptor, int lowest) {
    return (int) FCNTL.require(descriptor, DUPLICATE, lowest);
  }

  static void duplicateTo(int descriptor, int target) {
    DUP3.require(descriptor, target, CLOSE_ON_EXEC);
  }

  static void close(int descriptor) {
    CLOSE.call(descriptor);
  }
}
