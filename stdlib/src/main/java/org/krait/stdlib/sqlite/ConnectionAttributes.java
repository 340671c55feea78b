package org.krait.stdlib.sqlite;

import org.krait.annotations.Getter;
import org.krait.annotations.Setter;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** Attributes of connections. */
final class ConnectionAttributes {
  private static final Sqlite TOTAL_CHANGES = new Sqlite("total_changes");

  private ConnectionAttributes() {}

  @Getter(value = "row_factory", member = true)
  static PyObject rowFactory(PyConnection self) {
    return self.rowFactory;
  }

  @Setter("row_factory")
  static void setRowFactory(PyConnection self, PyObject value) {
    self.rowFactory = SqliteState.orNone(value);
  }

  @Getter(value = "text_factory", member = true)
  static PyObject textFactory(PyConnection self) {
    return self.textFactory;
  }

  @Setter("text_factory")
  static void setTextFactory(PyConnection self, PyObject value) {
    self.textFactory = SqliteState.orNone(value);
  }

  @Getter("isolation_level")
  static PyObject isolationLevel(PyConnection self) {
    self.checkOpen();
    return self.isolationLevel == null ? PyNone.NONE : PyStr.of(self.isolationLevel);
  }

  @Setter("isolation_level")
  static void setIsolationLevel(PyConnection self, PyObject value) {
    if (value == null) {
      throw Errors.make(PyExceptions.AttributeError, "cannot delete attribute");
    }
    self.isolationLevel = PyConnection.level(value);
    if (value == PyNone.NONE) {
      ConnectionTransactions.commit(self);
    }
  }

  @Getter("autocommit")
  static PyObject autocommit(PyConnection self) {
    self.check();
    return self.autocommit == PyConnection.LEGACY
        ? PyLong.of(self.autocommit)
        : PyBool.of(self.autocommit == PyConnection.ENABLED);
  }

  @Setter("autocommit")
  static void setAutocommit(PyConnection self, PyObject value) {
    self.check();
    int mode = PyConnection.autocommit(SqliteState.orNone(value));
    if (mode == PyConnection.ENABLED && self.isInTransaction()) {
      PyStatement.run(self, "COMMIT");
    } else if (mode == PyConnection.DISABLED && !self.isInTransaction()) {
      PyStatement.run(self, "BEGIN");
    }
    self.autocommit = mode;
  }

  @Getter("total_changes")
  static PyObject totalChanges(PyConnection self) {
    self.checkOpen();
    return PyLong.of(TOTAL_CHANGES.callInt(self.database()));
  }

  @Getter("in_transaction")
  static boolean inTransaction(PyConnection self) {
    self.checkOpen();
    return self.isInTransaction();
  }

  @Getter(value = "Warning", member = true)
  static PyObject warning(PyConnection self) {
    return SqliteErrors.WARNING;
  }

  @Getter(value = "Error", member = true)
  static PyObject error(PyConnection self) {
    return SqliteErrors.ERROR;
  }

  @Getter(value = "InterfaceError", member = true)
  static PyObject interfaceError(PyConnection self) {
    return SqliteErrors.INTERFACE_ERROR;
  }

  @Getter(value = "DatabaseError", member = true)
  static PyObject databaseError(PyConnection self) {
    return SqliteErrors.DATABASE_ERROR;
  }

  @Getter(value = "DataError", member = true)
  static PyObject dataError(PyConnection self) {
    return SqliteErrors.DATA_ERROR;
  }

  @Getter(value = "OperationalError", member = true)
  static PyObject operationalError(PyConnection self) {
    return SqliteErrors.OPERATIONAL_ERROR;
  }

  @Getter(value = "IntegrityError", member = true)
  static PyObject integrityError(PyConnection self) {
    return SqliteErrors.INTEGRITY_ERROR;
  }

  @Getter(value = "InternalError", member = true)
  static PyObject internalError(PyConnection self) {
    return SqliteErrors.INTERNAL_ERROR;
  }

  @Getter(value = "ProgrammingError", member = true)
  static PyObject programmingError(PyConnection self) {
    return SqliteErrors.PROGRAMMING_ERROR;
  }

  @Getter(value = "NotSupportedError", member = true)
  static PyObject notSupportedError(PyConnection self) {
    return SqliteErrors.NOT_SUPPORTED_ERROR;
  }
}
