package org.krait.stdlib.struct;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyInt;

/** From values to bytes. */
final class Packer {
  private Packer() {}

  /**
   * Writes a structure, which is all zeros before.
   *
   * @param memory in the byte order of the format
   * @param values as many as the format has, from {@code first} on
   */
  static void pack(
      StructFormat format, ByteBuffer memory, int start, PyObject[] values, int first) {
    int next = first;
    for (StructFormat.Field field : format.fields) {
      int at = start + field.offset();
      if (field.code() == 's' || field.code() == 'p') {
        text(memory, at, field, values[next++]);
      } else {
        for (int i = 0; i < field.count(); i++, at += field.size()) {
          value(format, memory, at, field, values[next++]);
        }
      }
    }
  }

  private static void text(ByteBuffer memory, int at, StructFormat.Field field, PyObject value) {
    byte[] bytes;
    if (value instanceof PyBytes b) {
      bytes = b.array();
    } else if (value instanceof PyByteArray b) {
      bytes = b.copy();
    } else {
      throw PyStruct.error("argument for '%c' must be a bytes object", field.code());
    }
    if (field.code() == 's') {
      memory.put(at, bytes, 0, Math.min(bytes.length, field.size()));
    } else if (field.size() > 0) {
      int length = Math.min(bytes.length, field.size() - 1);
      memory.put(at, (byte) Math.min(length, 255));
      memory.put(at + 1, bytes, 0, length);
    }
  }

  private static void value(
      StructFormat format, ByteBuffer memory, int at, StructFormat.Field field, PyObject value) {
    switch (field.code()) {
      case 'd' -> memory.putDouble(at, real(value));
      case 'f' -> memory.putFloat(at, single(format, real(value)));
      case 'e' -> memory.putShort(at, half(real(value)));
      case '?' -> memory.put(at, (byte) (Objects.isTrue(value) ? 1 : 0));
      case 'c' -> memory.put(at, character(value));
      case 'b', 'h', 'i', 'l', 'q', 'n' ->
          put(memory, at, field.size(), signed(field, integer(value)));
      case 'P' -> memory.putLong(at, pointer(integer(value)));
      default -> put(memory, at, field.size(), unsigned(field, integer(value)));
    }
  }

  private static void put(ByteBuffer memory, int at, int size, long value) {
    switch (size) {
      case 1 -> memory.put(at, (byte) value);
      case 2 -> memory.putShort(at, (short) value);
      case 4 -> memory.putInt(at, (int) value);
      default -> memory.putLong(at, value);
    }
  }

  private static PyInt integer(PyObject value) {
    if (value instanceof PyInt number) {
      return number;
    }
    if (value.type().special(Special.INDEX) == null) {
      throw PyStruct.error("required argument is not an integer");
    }
    return Arguments.index(value);
  }

  private static long signed(StructFormat.Field field, PyInt number) {
    long value = number.longValue();
    int spare = Long.SIZE - field.size() * Byte.SIZE;
    if (!number.fitsLong() || value << spare >> spare != value) {
      long most = Long.MAX_VALUE >> spare;
      throw outOfRange(field, Long.toString(-most - 1), Long.toString(most));
    }
    return value;
  }

  private static long unsigned(StructFormat.Field field, PyInt number) {
    int bits = field.size() * Byte.SIZE;
    if (number.fitsLong() && number.longValue() >= 0 && (bits == Long.SIZE || number.longValue() >> bits == 0)) {
      return number.longValue();
    }
    if (number.signum() < 0 || number.bigValue().bitLength() > bits) {
      BigInteger most = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
      throw outOfRange(field, "0", most.toString());
    }
    return number.fitsLong() ? number.longValue() : number.bigValue().longValue();
  }

  private static PyException outOfRange(StructFormat.Field field, String least, String most) {
    return PyStruct.error("'%c' format requires %s <= number <= %s", field.code(), least, most);
  }

  private static long pointer(PyInt number) {
    BigInteger value = number.bigValue();
    if (value.signum() < 0 && value.bitLength() >= Long.SIZE || value.bitLength() > Long.SIZE) {
      throw PyStruct.error("int too large to convert");
    }
    return value.longValue();
  }

  private static byte character(PyObject value) {
    if (value instanceof PyBytes bytes && bytes.length() == 1) {
      return bytes.array()[0];
    }
    throw PyStruct.error("char format requires a bytes object of length 1");
  }

  private static double real(PyObject value) {
    try {
      return Arguments.toDouble(value);
    } catch (PyException e) {
      throw PyStruct.error("required argument is not a float");
    }
  }

  private static float single(StructFormat format, double value) {
    float single = (float) value;
    if (Float.isInfinite(single) && !Double.isInfinite(value) && !format.isNative()) {
      throw Errors.overflowError("float too large to pack with f format");
    }
    return single;
  }

  /** The nearest half-precision number; by way of a float that keeps what decides the rounding. */
  static short half(double value) {
    float single = (float) value;
    if (single != value && Float.isFinite(single)) {
      // Round to odd, so that the second rounding sees that the first one was not exact.
      boolean awayFromZero = Math.abs((double) single) > Math.abs(value);
      int bits = Float.floatToRawIntBits(single) - (awayFromZero ? 1 : 0);
      single = Float.intBitsToFloat(bits | 1);
    }
    short half = Float.floatToFloat16(single);
    if (Double.isFinite(value) && Float.isInfinite(Float.float16ToFloat(half))) {
      throw Errors.overflowError("float too large to pack with e format");
    }
    return half;
  }
}
