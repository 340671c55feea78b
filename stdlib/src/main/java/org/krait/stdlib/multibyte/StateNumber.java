package org.krait.stdlib.multibyte;

import java.math.BigInteger;
import org.krait.runtime.Errors;
import org.krait.runtime.types.PyInt;

/** Bytes of a state as a number, the first one lowest. */
final class StateNumber {
  private StateNumber() {}

  static PyInt of(byte[] bytes) {
    return PyInt.of(new BigInteger(1, reversed(bytes, bytes.length)));
  }

  static byte[] bytes(PyInt number, int size) {
    BigInteger value = number.bigValue();
    if (value.signum() < 0) {
      throw Errors.overflowError("can't convert negative int to unsigned");
    }
    if (value.bitLength() > size * Byte.SIZE) {
      throw Errors.overflowError("int too big to convert");
    }
    return reversed(value.toByteArray(), size);
  }

  private static byte[] reversed(byte[] bytes, int size) {
    byte[] result = new byte[size];
    for (int i = 0; i < Math.min(bytes.length, size); i++) {
      result[i] = bytes[bytes.length - 1 - i];
    }
    return result;
  }
}
