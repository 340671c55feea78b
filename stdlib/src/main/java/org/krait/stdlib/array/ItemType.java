package org.krait.stdlib.array;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.GuardFailed;
import org.krait.runtime.execution.Profile;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** What a type code stands for: the size of an item, and how it is read and written. */
enum ItemType {
  INT8('b', 1, 1),
  UINT8('B', 1, 0),
  CHARACTER('u', 4, 20),
  INT16('h', 2, 4),
  UINT16('H', 2, 2),
  INT32('i', 4, 8),
  UINT32('I', 4, 6),
  LONG('l', 8, 12),
  ULONG('L', 8, 10),
  INT64('q', 8, 12),
  UINT64('Q', 8, 10),
  FLOAT32('f', 4, 14),
  FLOAT64('d', 8, 16);

  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);
  private static final VarHandle FLOATS = view(float[].class);
  private static final VarHandle DOUBLES = view(double[].class);

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.nativeOrder());
  }

  final char code;
  final int size;

  /** The number of its format in pickles, for little-endian machines. */
  final int machineFormat;

  ItemType(char code, int size, int machineFormat) {
    this.code = code;
    this.size = size;
    this.machineFormat = machineFormat;
  }

  /** The type of a code, or null. */
  static ItemType of(int code) {
    for (ItemType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return null;
  }

  /** The format of an item in the buffer protocol. */
  String bufferFormat() {
    return this == CHARACTER ? "w" : String.valueOf(code);
  }

  PyObject get(ByteBuffer memory, int at) {
    return switch (this) {
      case INT8 -> PyLong.of(memory.get(at));
      case UINT8 -> PyLong.of(memory.get(at) & 0xff);
      case CHARACTER -> character(memory.getInt(at));
      case INT16 -> PyLong.of(memory.getShort(at));
      case UINT16 -> PyLong.of(memory.getShort(at) & 0xffff);
      case INT32 -> PyLong.of(memory.getInt(at));
      case UINT32 -> PyLong.of(memory.getInt(at) & 0xffffffffL);
      case LONG, INT64 -> PyLong.of(memory.getLong(at));
      case ULONG, UINT64 -> unsigned(memory.getLong(at));
      case FLOAT32 -> PyFloat.of(memory.getFloat(at));
      case FLOAT64 -> PyFloat.of(memory.getDouble(at));
    };
  }

  /** The kind of the items as a bit of {@link Profile}. */
  int numberKind() {
    return switch (this) {
      case FLOAT32, FLOAT64 -> Profile.FLOAT;
      case CHARACTER -> Profile.OTHER;
      default -> Profile.LONG;
    };
  }

  // The four that machine code uses; see NumberItems.

  long getLong(byte[] memory, int at) {
    long value =
        switch (this) {
          case INT8 -> memory[at];
          case UINT8 -> memory[at] & 0xff;
          case INT16 -> (short) SHORTS.get(memory, at);
          case UINT16 -> (short) SHORTS.get(memory, at) & 0xffff;
          case INT32 -> (int) INTS.get(memory, at);
          case UINT32 -> (int) INTS.get(memory, at) & 0xffffffffL;
          case LONG, INT64, ULONG, UINT64 -> (long) LONGS.get(memory, at);
          default -> throw GuardFailed.INSTANCE;
        };
    if (value < 0 && (this == ULONG || this == UINT64)) {
      throw GuardFailed.INSTANCE;
    }
    return value;
  }

  static double getDoubleAt(byte[] memory, int at) {
    return (double) DOUBLES.get(memory, at);
  }

  static void putDoubleAt(byte[] memory, int at, double value) {
    DOUBLES.set(memory, at, value);
  }

  double getDouble(byte[] memory, int at) {
    return switch (this) {
      case FLOAT32 -> (float) FLOATS.get(memory, at);
      case FLOAT64 -> getDoubleAt(memory, at);
      default -> throw GuardFailed.INSTANCE;
    };
  }

  void putLong(byte[] memory, int at, long value) {
    boolean fits =
        switch (this) {
          case INT8 -> value == (byte) value;
          case UINT8 -> value == (value & 0xff);
          case INT16 -> value == (short) value;
          case UINT16 -> value == (value & 0xffff);
          case INT32 -> value == (int) value;
          case UINT32 -> value == (value & 0xffffffffL);
          case LONG, INT64 -> true;
          case ULONG, UINT64 -> value >= 0;
          default -> false;
        };
    if (!fits) {
      throw GuardFailed.INSTANCE;
    }
    switch (size) {
      case 1 -> memory[at] = (byte) value;
      case 2 -> SHORTS.set(memory, at, (short) value);
      case 4 -> INTS.set(memory, at, (int) value);
      default -> LONGS.set(memory, at, value);
    }
  }

  void putDouble(byte[] memory, int at, double value) {
    switch (this) {
      case FLOAT32 -> FLOATS.set(memory, at, (float) value);
      case FLOAT64 -> putDoubleAt(memory, at, value);
      default -> throw GuardFailed.INSTANCE;
    }
  }

  private static PyObject unsigned(long value) {
    return value >= 0 ? PyLong.of(value) : PyInt.of(new BigInteger(Long.toUnsignedString(value)));
  }

  private static PyObject character(int point) {
    if (point < 0 || point > Character.MAX_CODE_POINT) {
      throw Errors.valueError("character U+%x is not in range [U+0000; U+10ffff]", point);
    }
    return PyStr.of(point);
  }

  /** Writes a value; nothing is written when it does not fit. */
  void put(ByteBuffer memory, int at, PyObject value) {
    switch (this) {
      case INT8 -> memory.put(at, (byte) int8(value));
      case UINT8 ->
          memory.put(at, (byte) ranged(toLong(value), 0, 0xff, "unsigned byte integer"));
      case CHARACTER -> memory.putInt(at, codePoint(value));
      case INT16 -> memory.putShort(at, (short) int16(value));
      case UINT16 ->
          memory.putShort(at, (short) ranged(int32(value), 0, 0xffff, "unsigned short"));
      case INT32 -> memory.putInt(at, (int) int32(value));
      case UINT32 ->
          memory.putInt(at, (int) ranged(unsignedLong(value), 0, 0xffffffffL, "unsigned int"));
      case LONG -> memory.putLong(at, toLong(value));
      case ULONG -> memory.putLong(at, unsignedLong(value));
      case INT64 -> memory.putLong(at, int64(value));
      case UINT64 -> memory.putLong(at, uint64(value));
      case FLOAT32 -> memory.putFloat(at, (float) Arguments.toDouble(value));
      case FLOAT64 -> memory.putDouble(at, Arguments.toDouble(value));
    }
  }

  private static long ranged(long value, long least, long most, String what) {
    if (value < least) {
      // Only for unsigned int is a long with its highest bit set a large number.
      throw Errors.overflowError(
          least == 0 && most > Integer.MAX_VALUE
              ? what + " is greater than maximum"
              : what + " is less than minimum");
    }
    if (value > most) {
      throw Errors.overflowError(what + " is greater than maximum");
    }
    return value;
  }

  private static long int8(PyObject value) {
    return ranged(int16(value), Byte.MIN_VALUE, Byte.MAX_VALUE, "signed char");
  }

  private static long int16(PyObject value) {
    return ranged(toLong(value), Short.MIN_VALUE, Short.MAX_VALUE, "signed short integer");
  }

  private static long int32(PyObject value) {
    return ranged(toLong(value), Integer.MIN_VALUE, Integer.MAX_VALUE, "signed integer");
  }

  private static long toLong(PyObject value) {
    PyInt number = Arguments.index(value);
    if (!number.fitsLong()) {
      throw Errors.overflowError("Python int too large to convert to C long");
    }
    return number.longValue();
  }

  private static long unsignedLong(PyObject value) {
    PyInt number = Arguments.index(value);
    if (number.signum() < 0) {
      throw Errors.overflowError("can't convert negative value to unsigned int");
    }
    return low64(number, "Python int too large to convert to C unsigned long");
  }

  private static long int64(PyObject value) {
    PyInt number = Arguments.index(value);
    if (!number.fitsLong()) {
      throw Errors.overflowError("int too big to convert");
    }
    return number.longValue();
  }

  private static long uint64(PyObject value) {
    PyInt number = Arguments.index(value);
    if (number.signum() < 0) {
      throw Errors.overflowError("can't convert negative int to unsigned");
    }
    return low64(number, "int too big to convert");
  }

  private static long low64(PyInt number, String tooLarge) {
    if (number.fitsLong()) {
      return number.longValue();
    }
    if (number.bigValue().bitLength() > Long.SIZE) {
      throw Errors.overflowError(tooLarge);
    }
    return number.bigValue().longValue();
  }

  private static int codePoint(PyObject value) {
    if (value instanceof PyStr text && text.length() == 1) {
      return text.codePointAt(0);
    }
    throw notCharacter();
  }

  private static PyException notCharacter() {
    return Errors.typeError("array item must be unicode character");
  }
}
