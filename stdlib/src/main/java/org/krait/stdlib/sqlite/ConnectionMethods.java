package org.krait.stdlib.sqlite;

import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** Methods of connections that run statements or give other objects. */
final class ConnectionMethods {
  private static final Sqlite INTERRUPT = new Sqlite("interrupt");

  private ConnectionMethods() {}

  @Method("__call__(self, /, *args, **kwargs)")
  static PyObject call(PyConnection self, PyObject[] args, PyStr[] names) {
    self.checkOpen();
    if (names != null && names.length > 0) {
      throw Errors.typeError("Connection() takes no keyword arguments");
    }
    if (args.length != 1) {
      throw Errors.typeError("Connection() takes exactly 1 argument (%d given)", args.length);
    }
    if (!(args[0] instanceof PyStr sql)) {
      throw Errors.typeError(
          "Connection() argument 1 must be str, not %s", args[0].type().fullName());
    }
    return self.own(PyStatement.prepare(self, sql));
  }

  @Method("cursor(self, /, factory=NULL)")
  static PyObject cursor(PyConnection self, PyObject factory) {
    self.check();
    PyObject made = (factory == null ? PyCursor.TYPE : factory).call(self);
    if (!(made instanceof PyCursor cursor)) {
      throw Errors.typeError("factory must return a cursor, not %s", made.type().fullName());
    }
    if (self.rowFactory != PyNone.NONE) {
      cursor.rowFactory = self.rowFactory;
    }
    return cursor;
  }

  private static PyObject cursorCall(PyConnection self, String method, PyObject... args) {
    PyObject cursor = Attributes.get(self, "cursor").call();
    return Attributes.get(cursor, method).call(args, null);
  }

  @Method("execute(self, sql, parameters=NULL, /)")
  static PyObject execute(PyConnection self, PyObject sql, PyObject parameters) {
    return parameters == null
        ? cursorCall(self, "execute", sql)
        : cursorCall(self, "execute", sql, parameters);
  }

  @Method("executemany(self, sql, parameters, /)")
  static PyObject executeMany(PyConnection self, PyObject sql, PyObject parameters) {
    return cursorCall(self, "executemany", sql, parameters);
  }

  @Method("executescript(self, sql_script, /)")
  static PyObject executeScript(PyConnection self, PyObject script) {
    return cursorCall(self, "executescript", script);
  }

  @Method("interrupt(self, /)")
  static void interrupt(PyConnection self) {
    self.checkOpen();
    INTERRUPT.call(self.database());
  }

  @Method("iterdump(self, /)")
  static PyObject iterDump(PyConnection self) {
    self.checkOpen();
    PyObject module = ThreadState.current().interpreter.importModule("sqlite3.dump");
    return Attributes.get(module, "_iterdump").call(self);
  }

  @Method(
      "backup(self, target, *, pages=-1, progress=None, name='main', sleep=0.25)")
  static void backup(
      PyConnection self,
      PyObject target,
      int pages,
      PyObject progress,
      PyStr name,
      double sleep) {
    self.check();
    if (!(target instanceof PyConnection other)) {
      throw Errors.typeError(
          "backup() argument 1 must be sqlite3.Connection, not %s", target.type().fullName());
    }
    CopyDatabase.copy(self, other, pages, progress, name, sleep);
  }

  @Method("blobopen(self, table, column, row, /, *, readonly=False, name='main')")
  static PyObject blobOpen(
      PyConnection self, PyStr table, PyStr column, PyObject row, boolean readOnly, PyStr name) {
    self.check();
    return PyBlob.open(self, table, column, row, readOnly, name);
  }
}
