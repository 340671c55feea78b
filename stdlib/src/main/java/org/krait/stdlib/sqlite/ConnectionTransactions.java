package org.krait.stdlib.sqlite;

import org.krait.annotations.Method;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyNone;

/** Methods of connections that end transactions. */
final class ConnectionTransactions {
  private ConnectionTransactions() {}

  @Method("commit(self, /)")
  static void commit(PyConnection self) {
    self.check();
    end(self, "COMMIT");
  }

  @Method("rollback(self, /)")
  static void rollback(PyConnection self) {
    self.check();
    end(self, "ROLLBACK");
  }

  private static void end(PyConnection self, String sql) {
    if (self.autocommit == PyConnection.LEGACY) {
      if (self.isInTransaction()) {
        PyStatement.run(self, sql);
      }
    } else if (self.autocommit == PyConnection.DISABLED) {
      PyStatement.run(self, sql);
      PyStatement.run(self, "BEGIN");
    }
  }

  @Method("close(self, /)")
  static void close(PyConnection self) {
    self.checkThread();
    if (!self.isInitialized()) {
      throw SqliteErrors.programming("Base Connection.__init__ not called.");
    }
    if (self.isOpen() && self.autocommit == PyConnection.DISABLED && self.isInTransaction()) {
      PyStatement.run(self, "ROLLBACK");
    }
    self.close();
  }

  @Method("__enter__(self, /)")
  static PyObject enter(PyConnection self) {
    self.check();
    return self;
  }

  @Method("__exit__(self, type, value, traceback, /)")
  static boolean exit(PyConnection self, PyObject type, PyObject value, PyObject traceback) {
    boolean good = type == PyNone.NONE && value == PyNone.NONE && traceback == PyNone.NONE;
    if (!good) {
      rollback(self);
      return false;
    }
    try {
      commit(self);
    } catch (PyException e) {
      try {
        rollback(self);
      } catch (PyException second) {
        second.value().setContextFrom(e.value());
        throw second;
      }
      throw e;
    }
    return false;
  }
}
