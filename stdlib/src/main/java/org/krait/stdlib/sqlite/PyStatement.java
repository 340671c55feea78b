package org.krait.stdlib.sqlite;

import java.lang.foreign.Arena;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.libc.Native;

/** A statement that SQLite has prepared. */
@BuiltinType(
    name = "Statement",
    module = "sqlite3",
    heapType = true,
    subclassable = false,
    disallowNew = true)
final class PyStatement extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyStatementTable());

  private static final Sqlite PREPARE = new Sqlite("prepare_v2");
  private static final Sqlite STEP = new Sqlite("step");
  private static final Sqlite RESET = new Sqlite("reset");
  private static final Sqlite FINALIZE = new Sqlite("finalize");
  private static final Sqlite BUSY = new Sqlite("stmt_busy");
  private static final Sqlite LIMIT = new Sqlite("limit");
  private static final int SQL_LENGTH = 1;

  /** What is to be given back to SQLite, also when the statement itself was dropped. */
  static final class Handle {
    private long address;

    /** While SQLite runs it, and with it maybe a program's function that closes the connection. */
    private boolean running;

    private boolean doomed;

    void close() {
      if (running) {
        doomed = true;
        return;
      }
      long open = address;
      address = 0;
      if (open != 0) {
        FINALIZE.call(open);
      }
    }
  }

  final Handle handle = new Handle();

  /** Whether it is an INSERT, UPDATE, DELETE or REPLACE. */
  final boolean changesRows;

  private PyStatement(long address, boolean changesRows) {
    handle.address = address;
    this.changesRows = changesRows;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  static PyStatement prepare(PyConnection connection, PyStr sql) {
    byte[] bytes = Utf8.encode(sql, "strict");
    if (bytes.length > LIMIT.callInt(connection.database(), SQL_LENGTH, -1)) {
      throw Errors.make(SqliteErrors.DATA_ERROR, "query string is too large");
    }
    if (has(bytes, (byte) 0)) {
      throw SqliteErrors.programming("the query contains a null character");
    }
    try (Arena arena = Arena.ofConfined()) {
      long text = Native.string(arena, bytes).address();
      long places = arena.allocate(16, 8).address();
      int code =
          PREPARE.callInt(connection.database(), text, bytes.length + 1, places, places + 8);
      if (code != Sqlite.OK) {
        throw connection.failed();
      }
      long made = Native.at(places, 8).get(Native.LONG, 0);
      int tail = (int) (Native.at(places + 8, 8).get(Native.LONG, 0) - text);
      if (start(bytes, Math.max(0, tail)) < bytes.length) {
        FINALIZE.call(made);
        throw SqliteErrors.programming("You can only execute one statement at a time.");
      }
      return new PyStatement(made, changesRows(bytes));
    }
  }

  private static boolean has(byte[] bytes, byte wanted) {
    for (byte b : bytes) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Where something stands that is neither space nor comment; the length when nothing does. */
  private static int start(byte[] sql, int from) {
    int at = from;
    while (at < sql.length) {
      switch (sql[at]) {
        case ' ', '\t', '\f', '\n', '\r' -> at++;
        case '-' -> {
          if (at + 1 >= sql.length || sql[at + 1] != '-') {
            return at;
          }
          at += 2;
          while (at < sql.length && sql[at] != '\n') {
            at++;
          }
        }
        case '/' -> {
          if (at + 1 >= sql.length || sql[at + 1] != '*') {
            return at;
          }
          at += 2;
          while (at + 1 < sql.length && (sql[at] != '*' || sql[at + 1] != '/')) {
            at++;
          }
          at = at + 1 < sql.length ? at + 2 : sql.length;
        }
        default -> {
          return at;
        }
      }
    }
    return sql.length;
  }

  private static boolean changesRows(byte[] sql) {
    int at = start(sql, 0);
    String word = new String(sql, at, Math.min(7, sql.length - at), java.nio.charset.StandardCharsets.ISO_8859_1);
    String lower = word.toLowerCase(java.util.Locale.ROOT);
    return lower.startsWith("insert")
        || lower.startsWith("update")
        || lower.startsWith("delete")
        || lower.equals("replace");
  }

  /** The address; 0 for text without a statement, and when it is gone. */
  long address() {
    return handle.address;
  }

  /** Goes on by a row; the code that SQLite gives. */
  int step() {
    if (handle.address == 0) {
      return Sqlite.DONE;
    }
    handle.running = true;
    try {
      return STEP.callInt(handle.address);
    } finally {
      handle.running = false;
      if (handle.doomed) {
        handle.close();
      }
    }
  }

  void reset() {
    if (handle.address != 0) {
      RESET.call(handle.address);
    }
  }

  boolean isBusy() {
    return handle.address != 0 && BUSY.callInt(handle.address) != 0;
  }

  /** Prepares and runs a statement without results; the exception, if any, is that of SQLite. */
  static void run(PyConnection connection, String sql) {
    PyStatement statement = prepare(connection, PyStr.of(sql));
    int code = statement.step();
    PyException e =
        code == Sqlite.DONE || code == Sqlite.ROW || !connection.isOpen()
            ? null
            : connection.failed();
    statement.handle.close();
    if (e != null) {
      throw e;
    }
  }
}
