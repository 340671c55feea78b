package org.krait.stdlib.sqlite;

import java.nio.charset.StandardCharsets;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The rows of a statement as Python has them. */
final class FetchRow {
  private static final Sqlite DATA_COUNT = new Sqlite("data_count");
  private static final Sqlite COLUMN_TYPE = new Sqlite("column_type");
  private static final Sqlite COLUMN_INT = new Sqlite("column_int64");
  private static final Sqlite COLUMN_TEXT = new Sqlite("column_text");
  private static final Sqlite COLUMN_BLOB = new Sqlite("column_blob");
  private static final Sqlite COLUMN_BYTES = new Sqlite("column_bytes");
  private static final Sqlite COLUMN_NAME = new Sqlite("column_name");
  private static final Sqlite CHANGES = new Sqlite("changes");

  private FetchRow() {}

  /** The row that is there, or null; the next one is looked for. */
  static PyObject next(PyCursor cursor) {
    PyStatement statement = cursor.statement;
    int columns = statement.address() == 0 ? 0 : DATA_COUNT.callInt(statement.address());
    if (columns == 0) {
      cursor.drop();
      return null;
    }
    PyObject row;
    cursor.setLocked(true);
    try {
      row = row(cursor, statement, columns);
    } catch (PyException e) {
      cursor.setLocked(false);
      throw e;
    }
    int code;
    try {
      code = statement.step();
    } finally {
      cursor.setLocked(false);
    }
    cursor.connection.checkOpen();
    if (code == Sqlite.DONE) {
      if (statement.changesRows) {
        cursor.rowCount = CHANGES.callInt(cursor.connection.database());
      }
      cursor.drop();
    } else if (code != Sqlite.ROW) {
      PyException e = cursor.connection.failed();
      cursor.drop();
      throw e;
    }
    return cursor.rowFactory == PyNone.NONE ? row : cursor.rowFactory.call(cursor, row);
  }

  private static PyObject row(PyCursor cursor, PyStatement statement, int columns) {
    PyObject[] values = new PyObject[columns];
    PyObject[] converters = cursor.converters;
    for (int i = 0; i < columns; i++) {
      PyObject converter = converters != null && i < converters.length ? converters[i] : null;
      values[i] =
          converter == null
              ? value(cursor, statement.address(), i)
              : converted(statement.address(), i, converter);
    }
    return PyTuple.of(values);
  }

  private static byte[] bytes(long statement, int column, Sqlite function) {
    long address = function.call(statement, column);
    return address == 0 ? null : Values.bytes(address, COLUMN_BYTES.callInt(statement, column));
  }

  private static PyObject converted(long statement, int column, PyObject converter) {
    byte[] bytes = bytes(statement, column, COLUMN_BLOB);
    return bytes == null ? PyNone.NONE : converter.call(PyBytes.of(bytes));
  }

  private static PyObject value(PyCursor cursor, long statement, int column) {
    switch (COLUMN_TYPE.callInt(statement, column)) {
      case Sqlite.INTEGER -> {
        return PyLong.of(COLUMN_INT.call(statement, column));
      }
      case Sqlite.FLOAT -> {
        return PyFloat.of(Sqlite.columnDouble(statement, column));
      }
      case Sqlite.TEXT -> {
        return text(cursor, statement, column);
      }
      case Sqlite.NULL -> {
        return PyNone.NONE;
      }
      default -> {
        byte[] blob = bytes(statement, column, COLUMN_BLOB);
        return blob == null ? PyBytes.EMPTY : PyBytes.of(blob);
      }
    }
  }

  private static PyObject text(PyCursor cursor, long statement, int column) {
    byte[] bytes = bytes(statement, column, COLUMN_TEXT);
    if (bytes == null) {
      throw Errors.of(PyExceptions.MemoryError);
    }
    PyObject factory = cursor.connection.textFactory;
    if (factory == PyBytes.TYPE) {
      return PyBytes.of(bytes);
    }
    if (factory != PyStr.TYPE) {
      return factory == PyByteArray.TYPE
          ? PyByteArray.TYPE.call(PyBytes.of(bytes))
          : factory.call(PyBytes.of(bytes));
    }
    try {
      return Utf8.decode(bytes, "strict");
    } catch (PyException e) {
      if (!e.is(PyExceptions.UnicodeDecodeError)) {
        throw e;
      }
      throw Errors.make(
          SqliteErrors.OPERATIONAL_ERROR,
          "Could not decode to UTF-8 column '%s' with text '%s'",
          COLUMN_NAME.callString(statement, column),
          new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
