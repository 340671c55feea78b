package org.krait.runtime.buffer;

import java.nio.ByteBuffer;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;

/** Items of the native formats of module struct that are one character: reading and writing them. */
public final class Items {
  private Items() {}

  /** The character of a native format, an optional {@code @} left out; 0 for any other format. */
  public static char code(String format) {
    String plain = format.startsWith("@") ? format.substring(1) : format;
    return plain.length() == 1 && size(plain.charAt(0)) > 0 ? plain.charAt(0) : 0;
  }

  /** The size of an item, or 0 for a character that is no native format. */
  public static int size(char code) {
    return switch (code) {
      case 'c', 'b', 'B', '?' -> 1;
      case 'h', 'H', 'e' -> 2;
      case 'i', 'I', 'f' -> 4;
      case 'l', 'L', 'q', 'Q', 'n', 'N', 'd', 'P' -> 8;
      default -> 0;
    };
  }

  /** Reads an item. */
  public static PyObject get(ByteBuffer memory, int at, char code) {
    return switch (code) {
      case 'B' -> PyLong.of(memory.get(at) & 0xff);
      case 'b' -> PyLong.of(memory.get(at));
      case 'c' -> PyBytes.of(new byte[] {memory.get(at)});
      case '?' -> PyBool.of(memory.get(at) != 0);
      case 'h' -> PyLong.of(memory.getShort(at));
      case 'H' -> PyLong.of(memory.getShort(at) & 0xffff);
      case 'i' -> PyLong.of(memory.getInt(at));
      case 'I' -> PyLong.of(memory.getInt(at) & 0xffffffffL);
      case 'l', 'q', 'n' -> PyLong.of(memory.getLong(at));
      case 'L', 'Q', 'N', 'P' -> unsigned(memory.getLong(at));
      case 'e' -> PyFloat.of(Float.float16ToFloat(memory.getShort(at)));
      case 'f' -> PyFloat.of(memory.getFloat(at));
      case 'd' -> PyFloat.of(memory.getDouble(at));
      default -> throw new IllegalArgumentException("no native format: " + code);
    };
  }

  private static PyObject unsigned(long value) {
    return value >= 0
        ? PyLong.of(value)
        : PyInt.of(new java.math.BigInteger(Long.toUnsignedString(value)));
  }

  /** Writes an item. */
  public static void put(ByteBuffer memory, int at, char code, PyObject value) {
    switch (code) {
      case 'B' -> memory.put(at, (byte) integer(value, code, 0, 0xff));
      case 'b' -> memory.put(at, (byte) integer(value, code, Byte.MIN_VALUE, Byte.MAX_VALUE));
      case 'c' -> memory.put(at, character(value));
      case '?' -> memory.put(at, (byte) (Objects.isTrue(value) ? 1 : 0));
      case 'h' -> memory.putShort(at, (short) integer(value, code, Short.MIN_VALUE, Short.MAX_VALUE));
      case 'H' -> memory.putShort(at, (short) integer(value, code, 0, 0xffff));
      case 'i' -> memory.putInt(at, (int) integer(value, code, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case 'I' -> memory.putInt(at, (int) integer(value, code, 0, 0xffffffffL));
      case 'l', 'q', 'n' -> memory.putLong(at, integer(value, code, Long.MIN_VALUE, Long.MAX_VALUE));
      case 'L', 'Q', 'N', 'P' -> memory.putLong(at, unsigned(value, code));
      case 'e' -> memory.putShort(at, half(real(value, code), code));
      case 'f' -> memory.putFloat(at, (float) real(value, code));
      case 'd' -> memory.putDouble(at, real(value, code));
      default -> throw new IllegalArgumentException("no native format: " + code);
    }
  }

  private static short half(double value, char code) {
    float narrow = (float) value;
    short bits = Float.floatToFloat16(narrow);
    if (Float.isInfinite(Float.float16ToFloat(bits)) && !Double.isInfinite(value)) {
      throw wrongValue(code);
    }
    return bits;
  }

  private static byte character(PyObject value) {
    if (!(value instanceof PyBytes bytes)) {
      throw wrongType('c');
    }
    if (bytes.length() != 1) {
      throw wrongValue('c');
    }
    return bytes.get(0);
  }

  private static PyInt number(PyObject value, char code) {
    try {
      return Arguments.index(value);
    } catch (PyException e) {
      throw e.is(PyExceptions.TypeError) ? wrongType(code) : e;
    }
  }

  private static long integer(PyObject value, char code, long low, long high) {
    PyInt number = number(value, code);
    if (!number.fitsLong() || number.longValue() < low || number.longValue() > high) {
      throw wrongValue(code);
    }
    return number.longValue();
  }

  private static long unsigned(PyObject value, char code) {
    PyInt number = number(value, code);
    if (number.signum() < 0 || number.bigValue().bitLength() > 64) {
      throw wrongValue(code);
    }
    return number.bigValue().longValue();
  }

  private static double real(PyObject value, char code) {
    try {
      return Arguments.toDouble(value);
    } catch (PyException e) {
      throw e.is(PyExceptions.TypeError) ? wrongType(code) : e;
    }
  }

  private static PyException wrongType(char code) {
    return Errors.typeError("memoryview: invalid type for format '%s'", code);
  }

  private static PyException wrongValue(char code) {
    return Errors.valueError("memoryview: invalid value for format '%s'", code);
  }
}
