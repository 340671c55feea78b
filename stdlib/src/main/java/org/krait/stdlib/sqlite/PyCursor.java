package org.krait.stdlib.sqlite;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code sqlite3.Cursor}: runs statements and gives their rows. */
@BuiltinType(
    name = "Cursor",
    module = "sqlite3",
    heapType = true,
    weakReferences = true,
    basicSize = 104,
    doc = "SQLite database cursor class.")
final class PyCursor extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyCursorTable());

  /** Null before {@code __init__}. */
  PyConnection connection;

  PyObject description = PyNone.NONE;
  PyObject lastRowId = PyNone.NONE;
  PyObject rowFactory = PyNone.NONE;
  long rowCount = -1;
  private int arraySize = 1;

  /** The statement whose rows come, or null. */
  PyStatement statement;

  /** By column, what makes values of its bytes, or null; null when nothing does. */
  PyObject[] converters;

  private boolean initialized;
  private boolean closed;
  private boolean locked;

  /** What the connection knows of the statement's use. */
  PyConnection.Use use;

  private PyCursor(PyType cls) {
    super(cls);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyCursor(cls);
  }

  @Method("__init__(self, connection, /)")
  void init(PyObject given) {
    if (!(given instanceof PyConnection home)) {
      throw Errors.typeError(
          "Cursor() argument 1 must be sqlite3.Connection, not %s", given.type().fullName());
    }
    checkUnlocked();
    initialized = false;
    drop();
    connection = home;
    converters = null;
    description = PyNone.NONE;
    lastRowId = PyNone.NONE;
    rowFactory = PyNone.NONE;
    arraySize = 1;
    closed = false;
    rowCount = -1;
    home.check();
    initialized = true;
  }

  private void checkUnlocked() {
    if (locked) {
      throw SqliteErrors.programming("Recursive use of cursors not allowed.");
    }
  }

  void check() {
    if (!initialized) {
      throw SqliteErrors.programming("Base Cursor.__init__ not called.");
    }
    if (closed) {
      throw SqliteErrors.programming("Cannot operate on a closed cursor.");
    }
    checkUnlocked();
    connection.check();
  }

  void setLocked(boolean value) {
    locked = value;
  }

  /** Gives the statement up. */
  void drop() {
    if (statement != null) {
      statement.reset();
      statement = null;
    }
    if (use != null) {
      use.end();
      use = null;
    }
  }

  // ---- running

  @Method("execute(self, sql, parameters=(), /)")
  PyObject execute(PyObject sql, PyObject parameters) {
    return RunStatement.run(this, text(sql, "execute"), parameters, false);
  }

  @Method("executemany(self, sql, seq_of_parameters, /)")
  PyObject executeMany(PyObject sql, PyObject parameters) {
    return RunStatement.run(this, text(sql, "executemany"), parameters, true);
  }

  private static PyStr text(PyObject sql, String function) {
    if (sql instanceof PyStr text) {
      return text;
    }
    throw Errors.typeError(
        "%s() argument 1 must be str, not %s", function, sql.type().fullName());
  }

  @Method("executescript(self, sql_script, /)")
  PyObject executeScript(PyObject script) {
    if (!(script instanceof PyStr text)) {
      throw Errors.typeError(
          "executescript() argument must be str, not %s", script.type().fullName());
    }
    check();
    RunStatement.script(connection, text);
    return this;
  }

  // ---- rows

  @Method("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Method("__next__(self, /)")
  PyObject next() {
    check();
    return statement == null ? null : FetchRow.next(this);
  }

  @Method("fetchone(self, /)")
  PyObject fetchOne() {
    return SqliteState.orNone(next());
  }

  @Method("fetchmany(self, /, size=NULL:1)")
  PyObject fetchMany(PyObject size) {
    int most = size == null ? arraySize : Arguments.toInt(size);
    PyList rows = new PyList();
    for (PyObject row = next(); row != null; row = next()) {
      rows.append(row);
      if (rows.size() == most) {
        break;
      }
    }
    return rows;
  }

  @Method("fetchall(self, /)")
  PyObject fetchAll() {
    PyList rows = new PyList();
    for (PyObject row = next(); row != null; row = next()) {
      rows.append(row);
    }
    return rows;
  }

  @Method("setinputsizes(self, sizes, /)")
  void setInputSizes(PyObject sizes) {}

  @Method("setoutputsize(self, size, column=None, /)")
  void setOutputSize(PyObject size, PyObject column) {}

  @Method("close(self, /)")
  void close() {
    checkUnlocked();
    if (connection == null) {
      throw SqliteErrors.programming("Base Cursor.__init__ not called.");
    }
    connection.check();
    drop();
    closed = true;
  }

  // ---- attributes

  @Getter(value = "connection", member = true)
  PyObject getConnection() {
    return SqliteState.orNone(connection);
  }

  @Getter(value = "description", member = true)
  PyObject getDescription() {
    return description;
  }

  @Getter(value = "arraysize", member = true)
  int getArraySize() {
    return arraySize;
  }

  @Setter("arraysize")
  void setArraySize(PyObject value) {
    if (value == null) {
      throw Errors.typeError("can't delete numeric/char attribute");
    }
    arraySize = Arguments.toInt(value);
  }

  @Getter(value = "lastrowid", member = true)
  PyObject getLastRowId() {
    return lastRowId;
  }

  @Getter(value = "rowcount", member = true)
  PyObject getRowCount() {
    return PyLong.of(rowCount);
  }

  @Getter(value = "row_factory", member = true)
  PyObject getRowFactory() {
    return rowFactory;
  }

  @Setter("row_factory")
  void setRowFactory(PyObject value) {
    rowFactory = SqliteState.orNone(value);
  }
}
