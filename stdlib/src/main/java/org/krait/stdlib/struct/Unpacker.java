package org.krait.stdlib.struct;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;

/** From bytes to values. */
final class Unpacker {
  private static final int BYTE = 0xff;

  private Unpacker() {}

  /**
   * The values of a structure.
   *
   * @param memory in the byte order of the format
   */
  static PyTuple unpack(StructFormat format, ByteBuffer memory, int start) {
    PyObject[] values = new PyObject[format.values];
    int next = 0;
    for (StructFormat.Field field : format.fields) {
      int at = start + field.offset();
      if (field.code() == 's') {
        values[next++] = bytes(memory, at, field.size());
      } else if (field.code() == 'p') {
        values[next++] = pascal(memory, at, field.size());
      } else {
        for (int i = 0; i < field.count(); i++, at += field.size()) {
          values[next++] = value(memory, at, field);
        }
      }
    }
    return PyTuple.of(values);
  }

  private static PyObject bytes(ByteBuffer memory, int at, int length) {
    byte[] bytes = new byte[length];
    memory.get(at, bytes);
    return PyBytes.of(bytes);
  }

  private static PyObject pascal(ByteBuffer memory, int at, int size) {
    if (size == 0) {
      return PyBytes.EMPTY;
    }
    return bytes(memory, at + 1, Math.min(memory.get(at) & BYTE, size - 1));
  }

  private static PyObject value(ByteBuffer memory, int at, StructFormat.Field field) {
    return switch (field.code()) {
      case 'b' -> PyLong.of(memory.get(at));
      case 'B' -> PyLong.of(memory.get(at) & BYTE);
      case 'h' -> PyLong.of(memory.getShort(at));
      case 'H' -> PyLong.of(memory.getShort(at) & 0xffff);
      case 'i' -> PyLong.of(memory.getInt(at));
      case 'I' -> PyLong.of(memory.getInt(at) & 0xffffffffL);
      case 'l' -> PyLong.of(field.size() == 8 ? memory.getLong(at) : memory.getInt(at));
      case 'L' ->
          field.size() == 8
              ? unsigned(memory.getLong(at))
              : PyLong.of(memory.getInt(at) & 0xffffffffL);
      case 'q', 'n' -> PyLong.of(memory.getLong(at));
      case 'Q', 'N', 'P' -> unsigned(memory.getLong(at));
      case 'd' -> PyFloat.of(memory.getDouble(at));
      case 'f' -> PyFloat.of(memory.getFloat(at));
      case 'e' -> PyFloat.of(Float.float16ToFloat(memory.getShort(at)));
      case '?' -> PyBool.of(memory.get(at) != 0);
      default -> PyBytes.of(new byte[] {memory.get(at)});
    };
  }

  private static PyInt unsigned(long value) {
    return value >= 0 ? PyLong.of(value) : PyInt.of(new BigInteger(Long.toUnsignedString(value)));
  }
}
