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
  private static final int PAIR_BYTES = 16;

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
    if (self.fitsPair() && length <= PAIR_BYTES) {
      return PyBytes.of(pairBytes(self, (int) length, little, signed));
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

  private static byte[] pairBytes(PyInt self, int length, boolean little, boolean signed) {
    long high = self.high();
    long low = self.low();
    int bits = PairArithmetic.bits(high, low) + (signed && (high | low) != 0 ? 1 : 0);
    // In no bytes at all CPython writes not only zero.
    if (bits > length * Byte.SIZE && !(length == 0 && high == -1 && low == -1)) {
      throw Errors.overflowError("int too big to convert");
    }
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      long word = i < Long.BYTES ? low : high;
      bytes[little ? i : length - 1 - i] = (byte) (word >> i % Long.BYTES * Byte.SIZE);
    }
    return bytes;
  }

  @Method("from_bytes(cls, /, bytes, byteorder='big', *, signed=False)")
  static PyObject fromBytes(PyType cls, PyObject bytes, PyStr byteOrder, boolean signed) {
    boolean little = isLittle(byteOrder);
    byte[] source = bytesOf(bytes);
    PyInt value =
        source.length > 0 && source.length <= PAIR_BYTES
            ? ofPairBytes(source, little, signed)
            : ofBytes(little ? reversed(source.clone()) : source, signed);
    return cls == PyInt.TYPE ? value : cls.call(value);
  }

  private static PyInt ofPairBytes(byte[] bytes, boolean little, boolean signed) {
    int last = bytes.length - 1;
    long high = signed && bytes[little ? last : 0] < 0 ? -1 : 0;
    long low = high;
    for (int i = 0; i <= last; i++) {
      high = high << Byte.SIZE | low >>> Long.SIZE - Byte.SIZE;
      low = low << Byte.SIZE | bytes[little ? last - i : i] & 0xff;
    }
    // Without a sign the 128th bit is one of the value.
    return !signed && high < 0 ? PyInt.of(new BigInteger(1, little ? reversed(bytes.clone()) : bytes)) : PyInt.of(high, low);
  }

  private static PyInt ofBytes(byte[] bytes, boolean signed) {
    if (bytes.length == 0) {
      return PyLong.ZERO;
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
