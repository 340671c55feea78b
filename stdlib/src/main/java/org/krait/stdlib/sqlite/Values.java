package org.krait.stdlib.sqlite;

import java.lang.foreign.Arena;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.libc.Native;

/** Python's values as SQLite's, and back. */
final class Values {
  static final Sqlite RESULT_NOMEM = new Sqlite("result_error_nomem");
  static final Sqlite RESULT_TOOBIG = new Sqlite("result_error_toobig");
  private static final Sqlite RESULT_ERROR = new Sqlite("result_error");
  private static final Sqlite RESULT_NULL = new Sqlite("result_null");
  private static final Sqlite RESULT_INT = new Sqlite("result_int64");
  private static final Sqlite RESULT_TEXT = new Sqlite("result_text");
  private static final Sqlite RESULT_BLOB = new Sqlite("result_blob");
  private static final Sqlite VALUE_TYPE = new Sqlite("value_type");
  private static final Sqlite VALUE_INT = new Sqlite("value_int64");
  private static final Sqlite VALUE_TEXT = new Sqlite("value_text");
  private static final Sqlite VALUE_BLOB = new Sqlite("value_blob");
  private static final Sqlite VALUE_BYTES = new Sqlite("value_bytes");

  private Values() {}

  /** An int as SQLite has it. */
  static long integer(PyInt value) {
    if (!value.fitsLong()) {
      throw Errors.overflowError("Python int too large to convert to SQLite INTEGER");
    }
    return value.longValue();
  }

  /** The arguments of a function that SQL calls. */
  static PyObject[] arguments(int count, long addresses) {
    PyObject[] args = new PyObject[count];
    for (int i = 0; i < count; i++) {
      args[i] = value(Native.at(addresses, 8L * count).get(Native.LONG, 8L * i));
    }
    return args;
  }

  private static PyObject value(long value) {
    switch (VALUE_TYPE.callInt(value)) {
      case Sqlite.INTEGER -> {
        return PyLong.of(VALUE_INT.call(value));
      }
      case Sqlite.FLOAT -> {
        return PyFloat.of(Sqlite.valueDouble(value));
      }
      case Sqlite.TEXT -> {
        long text = VALUE_TEXT.call(value);
        return Utf8.decode(bytes(text, VALUE_BYTES.callInt(value)), "strict");
      }
      case Sqlite.BLOB -> {
        long blob = VALUE_BLOB.call(value);
        return PyBytes.of(bytes(blob, VALUE_BYTES.callInt(value)));
      }
      default -> {
        return PyNone.NONE;
      }
    }
  }

  static byte[] bytes(long address, int length) {
    return length == 0 ? new byte[0] : Native.copy(Native.at(address, length), 0, length);
  }

  /** What a function gives back to SQL. */
  static void result(long context, PyObject value) {
    if (value == PyNone.NONE) {
      RESULT_NULL.call(context);
    } else if (value instanceof PyInt number) {
      RESULT_INT.call(context, integer(number));
    } else if (value instanceof PyFloat number) {
      Sqlite.resultDouble(context, number.doubleValue());
    } else if (value instanceof PyStr text) {
      give(RESULT_TEXT, context, Utf8.encode(text, "strict"));
    } else if (Buffers.isBuffer(value)) {
      give(RESULT_BLOB, context, Buffers.copy(value));
    } else {
      throw unsupported();
    }
  }

  private static PyException unsupported() {
    return Errors.make(SqliteErrors.PROGRAMMING_ERROR, "value of an unsupported type");
  }

  private static void give(Sqlite function, long context, byte[] bytes) {
    try (Arena arena = Arena.ofConfined()) {
      long address = Native.bytes(arena, bytes, 0, bytes.length).address();
      function.call(context, address, bytes.length, Sqlite.TRANSIENT);
    }
  }

  /** The address of a name for C. */
  static long name(Arena arena, PyStr name) {
    byte[] bytes = Utf8.encode(name, "strict");
    for (byte b : bytes) {
      if (b == 0) {
        throw Errors.valueError("embedded null character");
      }
    }
    return Native.string(arena, bytes).address();
  }

  static void resultError(long context, String message) {
    try (Arena arena = Arena.ofConfined()) {
      RESULT_ERROR.call(context, Native.string(arena, message).address(), -1);
    }
  }
}
