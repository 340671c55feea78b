package org.krait.stdlib.io;

import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;

/** A decoder's flags shifted by one bit, which says that a {@code \r} waits. */
final class NewlineFlags {
  private NewlineFlags() {}

  static PyInt with(PyInt flags, boolean pending) {
    if (flags == PyLong.ZERO) {
      return pending ? PyLong.ONE : PyLong.ZERO;
    }
    return PyInt.of(
        flags.bigValue().shiftLeft(1).or(java.math.BigInteger.valueOf(pending ? 1 : 0)));
  }

  static boolean isPending(PyInt flags) {
    return flags.bigValue().testBit(0);
  }

  static PyInt without(PyInt flags) {
    return PyInt.of(flags.bigValue().shiftRight(1));
  }
}
