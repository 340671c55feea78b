package org.krait.runtime.types;

import java.math.BigInteger;
import java.util.Arrays;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.buffer.Buffers;

/** Ints as bytes: {@code int.to_bytes} and {@code int.from_bytes}. */
final class IntBytes {
  private IntBytes() {}

  @Method("to_bytes(self, /, length=1, byteorder='big', *, signed=False)")
  static PyObject toBytes(PyInt self, long length, PyStr byteOrder, boolean signed) {
    boolean little = isLittle(byteOrder);
    if (length < 0) {
      throw Errors.valueError("length argument must be non-negative");
    }
    if (self.signum() < 0 && !signed) {
      throw Errors.overflowError("can't convert negative int to unsigned");
    }
    BigInteger value = self.bigValue();
    long bits = value.bitLength() + (signed && self.signum() != 0 ? 1L : 0L);
    if (bits > length * Byte.SIZE) {
      throw Errors.overflowError("int too big to convert");
    }
    byte[] bytes = new byte[(int) Math.min(length, Integer.MAX_VALUE)];
    byte[] own = value.toByteArray();
    int count = Math.min(own.length, bytes.length);
    System.arraycopy(own, own.length - count, bytes, bytes.length - count, count);
    if (self.signum() < 0) {
      Arrays.fill(bytes, 0, bytes.length - count, (byte) -1);
    }
    return PyBytes.of(little ? reversed(bytes) : bytes);
  }

  @Method("from_bytes(cls, /, bytes, byteorder='big', *, signed=False)")
  static PyObject fromBytes(PyType cls, PyObject bytes, PyStr byteOrder, boolean signed) {
    boolean little = isLittle(byteOrder);
    byte[] source = bytesOf(bytes);
    PyInt value = ofBytes(little ? reversed(source.clone()) : source, signed);
    return cls == PyInt.TYPE ? value : cls.call(value);
  }

  private static PyInt ofBytes(byte[] bytes, boolean signed) {
    if (bytes.length == 0) {
      return PyLong.ZERO;
    }
    if (bytes.length < Long.BYTES || bytes.length == Long.BYTES && (signed || bytes[0] >= 0)) {
      long value = signed ? bytes[0] : bytes[0] & 0xff;
      for (int i = 1; i < bytes.length; i++) {
        value = value << Byte.SIZE | bytes[i] & 0xff;
      }
      return PyLong.of(value);
    }
    return PyInt.of(signed ? new BigInteger(bytes) : new BigInteger(1, bytes));
  }

  private static boolean isLittle(PyStr byteOrder) {
    return switch (byteOrder.toString()) {
      case "little" -> true;
      case "big" -> false;
      default -> throw Errors.valueError("byteorder must be either 'little' or 'big'");
    };
  }

  /** As {@code bytes(x)}, where numbers are refused. */
  private static byte[] bytesOf(PyObject x) {
    if (x.getClass() == PyBytes.class) {
      return ((PyBytes) x).array();
    }
    PyType type = x.type();
    boolean convertible =
        type.special(Special.BYTES) != null
            || Buffers.isBuffer(x)
            || !(x instanceof PyStr)
                && (type.special(Special.ITER) != null || type.special(Special.GETITEM) != null);
    if (!convertible) {
      throw Errors.typeError("cannot convert '%s' object to bytes", type.fullName());
    }
    return ((PyBytes) PyBytes.TYPE.call(x)).array();
  }

  private static byte[] reversed(byte[] bytes) {
    for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
      byte swapped = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = swapped;
    }
    return bytes;
  }
}
