package org.krait.stdlib.sqlite;

import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.libc.Native;

/** {@code execute}, {@code executemany} and {@code executescript}. */
final class RunStatement {
  private static final Sqlite CHANGES = new Sqlite("changes");
  private static final Sqlite LAST_ROW = new Sqlite("last_insert_rowid");
  private static final Sqlite COLUMN_COUNT = new Sqlite("column_count");
  private static final Sqlite COLUMN_NAME = new Sqlite("column_name");
  private static final Sqlite COLUMN_TYPE = new Sqlite("column_decltype");
  private static final Sqlite PREPARE = new Sqlite("prepare_v2");
  private static final Sqlite STEP = new Sqlite("step");
  private static final Sqlite FINALIZE = new Sqlite("finalize");
  private static final Sqlite LIMIT = new Sqlite("limit");
  private static final int LOCKED = 6;
  private static final int DECLARED_TYPES = 1;
  private static final int COLUMN_NAMES = 2;

  private RunStatement() {}

  static PyObject run(PyCursor cursor, PyStr sql, PyObject parameters, boolean many) {
    cursor.check();
    cursor.setLocked(true);
    boolean good = false;
    try {
      PyObject all = many ? iterator(parameters) : null;
      prepare(cursor, sql, many);
      if (many) {
        for (PyObject one = Iteration.next(all); one != null; one = Iteration.next(all)) {
          once(cursor, one, true);
        }
      } else {
        once(cursor, parameters, false);
        cursor.connection.checkOpen();
        cursor.lastRowId = PyLong.of(LAST_ROW.call(cursor.connection.database()));
      }
      good = true;
      return cursor;
    } finally {
      cursor.setLocked(false);
      if (!good) {
        cursor.drop();
        cursor.rowCount = -1;
      } else if (cursor.statement != null && !cursor.statement.isBusy()) {
        cursor.statement = null;
      } else if (cursor.statement != null) {
        cursor.connection.uses(cursor);
      }
    }
  }

  private static PyObject iterator(PyObject parameters) {
    return Iteration.isIterator(parameters) ? parameters : Iteration.iterator(parameters);
  }

  private static void prepare(PyCursor cursor, PyStr sql, boolean many) {
    PyConnection connection = cursor.connection;
    cursor.description = PyNone.NONE;
    cursor.drop();
    PyStatement statement = connection.statement(sql);
    if (statement.isBusy()) {
      statement = connection.own(PyStatement.prepare(connection, sql));
    }
    cursor.statement = statement;
    statement.reset();
    cursor.rowCount = statement.changesRows ? 0 : -1;
    if (many && !statement.changesRows) {
      throw SqliteErrors.programming("executemany() can only execute DML statements.");
    }
    if (connection.autocommit == PyConnection.LEGACY
        && connection.isolationLevel != null
        && statement.changesRows
        && !connection.isInTransaction()) {
      PyStatement.run(connection, "BEGIN " + connection.isolationLevel);
    }
  }

  private static void once(PyCursor cursor, PyObject parameters, boolean many) {
    PyConnection connection = cursor.connection;
    PyStatement statement = cursor.statement;
    new BindParameters(connection, statement).bind(parameters);
    int code = statement.step();
    if ((code & 0xff) == LOCKED && connection.freeDropped()) {
      statement.reset();
      code = statement.step();
    }
    connection.checkOpen();
    if (code != Sqlite.DONE && code != Sqlite.ROW) {
      throw connection.failed();
    }
    setConverters(cursor);
    int columns = COLUMN_COUNT.callInt(statement.address());
    if (cursor.description == PyNone.NONE && columns > 0) {
      cursor.description = describe(cursor, columns);
    }
    if (code == Sqlite.DONE) {
      if (statement.changesRows) {
        cursor.rowCount += CHANGES.callInt(connection.database());
      }
      statement.reset();
    } else if (many) {
      throw SqliteErrors.programming("executemany() can only execute DML statements.");
    }
  }

  private static PyObject describe(PyCursor cursor, int columns) {
    PyObject[] all = new PyObject[columns];
    for (int i = 0; i < columns; i++) {
      PyObject[] one = new PyObject[7];
      java.util.Arrays.fill(one, PyNone.NONE);
      one[0] = name(cursor, i);
      all[i] = PyTuple.of(one);
    }
    return PyTuple.of(all);
  }

  private static PyObject name(PyCursor cursor, int column) {
    byte[] bytes = COLUMN_NAME.callText(cursor.statement.address(), column);
    int length = bytes.length;
    if ((cursor.connection.detectTypes & COLUMN_NAMES) != 0) {
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == '[') {
          length = i > 0 && bytes[i - 1] == ' ' ? i - 1 : i;
          break;
        }
      }
    }
    return Utf8.decode(java.util.Arrays.copyOf(bytes, length), "strict");
  }

  private static void setConverters(PyCursor cursor) {
    int wanted = cursor.connection.detectTypes;
    if (wanted == 0) {
      cursor.converters = null;
      return;
    }
    int columns = COLUMN_COUNT.callInt(cursor.statement.address());
    PyObject[] found = new PyObject[columns];
    for (int i = 0; i < columns; i++) {
      if ((wanted & COLUMN_NAMES) != 0) {
        found[i] = byName(cursor, COLUMN_NAME.callString(cursor.statement.address(), i));
      }
      if (found[i] == null && (wanted & DECLARED_TYPES) != 0) {
        String type = COLUMN_TYPE.callString(cursor.statement.address(), i);
        if (type != null) {
          int end = 0;
          while (end < type.length() && type.charAt(end) != ' ' && type.charAt(end) != '(') {
            end++;
          }
          found[i] = converter(cursor, type.substring(0, end));
        }
      }
    }
    cursor.converters = found;
  }

  private static PyObject byName(PyCursor cursor, String name) {
    int open = name == null ? -1 : name.indexOf('[');
    int close = open < 0 ? -1 : name.indexOf(']', open);
    return close < 0 ? null : converter(cursor, name.substring(open + 1, close));
  }

  private static PyObject converter(PyCursor cursor, String type) {
    PyStr key = PyStr.of(type.toUpperCase(java.util.Locale.ROOT));
    return cursor.connection.state.converters.get((PyObject) key);
  }

  /** Runs all statements of a text, one after the other. */
  static void script(PyConnection connection, PyStr script) {
    byte[] bytes = Utf8.encode(script, "strict");
    if (bytes.length > LIMIT.callInt(connection.database(), 1, -1)) {
      throw Errors.make(SqliteErrors.DATA_ERROR, "query string is too large");
    }
    if (new String(bytes, StandardCharsets.ISO_8859_1).indexOf(0) >= 0) {
      throw Errors.valueError("embedded null character");
    }
    if (connection.autocommit == PyConnection.LEGACY && connection.isInTransaction()) {
      PyStatement.run(connection, "COMMIT");
    }
    try (Arena arena = Arena.ofConfined()) {
      long text = Native.string(arena, bytes).address();
      long end = text + bytes.length;
      long places = arena.allocate(16, 8).address();
      while (text < end) {
        int code =
            PREPARE.callInt(connection.database(), text, end - text + 1, places, places + 8);
        if (code != Sqlite.OK) {
          throw connection.failed();
        }
        long statement = Native.at(places, 8).get(Native.LONG, 0);
        text = Native.at(places + 8, 8).get(Native.LONG, 0);
        if (statement != 0) {
          finish(connection, statement);
        }
      }
    }
  }

  private static void finish(PyConnection connection, long statement) {
    int code;
    do {
      code = STEP.callInt(statement);
    } while (code == Sqlite.ROW);
    PyException e = code == Sqlite.DONE || !connection.isOpen() ? null : connection.failed();
    FINALIZE.call(statement);
    if (e != null) {
      throw e;
    }
    connection.checkOpen();
  }
}
