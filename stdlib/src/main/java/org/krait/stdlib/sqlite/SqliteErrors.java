package org.krait.stdlib.sqlite;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** The exceptions of {@code sqlite3} (PEP 249), and which of SQLite's errors becomes which. */
final class SqliteErrors {
  static final PyType WARNING = type("Warning", PyExceptions.Exception);
  static final PyType ERROR = type("Error", PyExceptions.Exception);
  static final PyType INTERFACE_ERROR = type("InterfaceError", ERROR);
  static final PyType DATABASE_ERROR = type("DatabaseError", ERROR);
  static final PyType DATA_ERROR = type("DataError", DATABASE_ERROR);
  static final PyType OPERATIONAL_ERROR = type("OperationalError", DATABASE_ERROR);
  static final PyType INTEGRITY_ERROR = type("IntegrityError", DATABASE_ERROR);
  static final PyType INTERNAL_ERROR = type("InternalError", DATABASE_ERROR);
  static final PyType PROGRAMMING_ERROR = type("ProgrammingError", DATABASE_ERROR);
  static final PyType NOT_SUPPORTED_ERROR = type("NotSupportedError", DATABASE_ERROR);

  private static final Sqlite ERRCODE = new Sqlite("errcode");
  private static final Sqlite EXTENDED_ERRCODE = new Sqlite("extended_errcode");
  private static final Sqlite ERRMSG = new Sqlite("errmsg");

  private SqliteErrors() {}

  private static PyType type(String name, PyType base) {
    return PyType.builtin(new SimpleTypeTable("sqlite3", name, base));
  }

  static PyType[] all() {
    return new PyType[] {
      WARNING, ERROR, INTERFACE_ERROR, DATABASE_ERROR, DATA_ERROR, OPERATIONAL_ERROR,
      INTEGRITY_ERROR, INTERNAL_ERROR, PROGRAMMING_ERROR, NOT_SUPPORTED_ERROR
    };
  }

  static PyException programming(String format, Object... args) {
    return Errors.make(PROGRAMMING_ERROR, format, args);
  }

  /** What went wrong in the latest call for a database; null when nothing did. */
  static PyException of(SqliteState state, long database) {
    int code = ERRCODE.callInt(database);
    if (code == Sqlite.OK) {
      return null;
    }
    PyType type =
        switch (code) {
          case 2, 12 -> INTERNAL_ERROR;
          case 7 -> null;
          case 1, 3, 4, 5, 6, 8, 9, 10, 13, 14, 15, 16, 17 -> OPERATIONAL_ERROR;
          case 18 -> DATA_ERROR;
          case 19, 20 -> INTEGRITY_ERROR;
          case 21, 25 -> INTERFACE_ERROR;
          default -> DATABASE_ERROR;
        };
    if (type == null) {
      return Errors.of(PyExceptions.MemoryError);
    }
    return make(state, type, ERRMSG.callString(database), EXTENDED_ERRCODE.callInt(database));
  }

  private static PyException make(SqliteState state, PyType type, String message, int code) {
    PyException e = Errors.of(type, PyStr.of(message));
    Attributes.set(e.value(), PyStr.interned("sqlite_errorcode"), PyLong.of(code));
    Attributes.set(
        e.value(), PyStr.interned("sqlite_errorname"), PyStr.of(state.errorName(code)));
    return e;
  }

  /** To be called when a call has failed. */
  static PyException failed(SqliteState state, long database) {
    PyException e = of(state, database);
    return e == null ? Errors.systemError("error return without exception set") : e;
  }
}
