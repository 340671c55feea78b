package org.krait.stdlib.sqlite;

import java.util.HashMap;
import java.util.Map;
import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.os.ConstantTable;

/** What the connections of an interpreter share: adapters, converters, and names of errors. */
final class SqliteState {
  private static final PyStr ADAPT = PyStr.interned("__adapt__");
  private static final PyStr CONFORM = PyStr.interned("__conform__");

  final PyDict adapters = new PyDict();
  final PyDict converters = new PyDict();

  /** Whether exceptions of callbacks are shown. */
  volatile boolean tracebacks;

  /** Whether any type that SQLite knows has an adapter: then all values are looked at. */
  volatile boolean adaptsBasicTypes;

  private Map<Integer, String> errorNames;

  private SqliteState(Interpreter interpreter) {}

  static SqliteState current() {
    return ThreadState.current().interpreter.service(SqliteState.class, SqliteState::new);
  }

  /** The name of an error's number, as the module has it. */
  synchronized String errorName(int code) {
    if (errorNames == null) {
      errorNames = new HashMap<>();
      PyDict constants = new PyDict();
      ConstantTable.enter(constants, "_sqlite3");
      for (PyDict.Entry entry : constants.entryList()) {
        String name = entry.key().toString();
        if (isError(name)) {
          errorNames.put((int) ((PyInt) entry.value()).longValue(), name);
        }
      }
    }
    return errorNames.getOrDefault(code, "unknown");
  }

  /** Several families of numbers share a prefix; those of errors have these names. */
  private static boolean isError(String name) {
    String[] roots = {
      "ABORT", "AUTH", "BUSY", "CANTOPEN", "CONSTRAINT", "CORRUPT", "DONE", "EMPTY", "ERROR",
      "FORMAT", "FULL", "INTERNAL", "INTERRUPT", "IOERR", "LOCKED", "MISMATCH", "MISUSE", "NOLFS",
      "NOMEM", "NOTADB", "NOTFOUND", "NOTICE", "OK", "PERM", "PROTOCOL", "RANGE", "READONLY",
      "ROW", "SCHEMA", "TOOBIG", "WARNING"
    };
    for (String root : roots) {
      String full = "SQLITE_" + root;
      if (name.equals(full) || name.startsWith(full + "_")) {
        return true;
      }
    }
    return false;
  }

  /** A value in the form of a protocol; {@code otherwise} (which may be null) when nobody knows one. */
  PyObject adapt(PyObject value, PyObject protocol, PyObject otherwise) {
    PyObject adapter = adapters.get(PyTuple.of(value.type(), protocol));
    if (adapter != null) {
      return adapter.call(value);
    }
    PyObject method = Attributes.getOrNull(protocol, ADAPT);
    if (method != null) {
      PyObject adapted = tried(method, value);
      if (adapted != null) {
        return adapted;
      }
    }
    method = Attributes.getOrNull(value, CONFORM);
    if (method != null) {
      PyObject adapted = tried(method, protocol);
      if (adapted != null) {
        return adapted;
      }
    }
    if (otherwise != null) {
      return otherwise;
    }
    throw SqliteErrors.programming("can't adapt");
  }

  /** The answer, or null for None and for a TypeError. */
  private static PyObject tried(PyObject method, PyObject argument) {
    try {
      PyObject answer = method.call(argument);
      return answer == PyNone.NONE ? null : answer;
    } catch (org.krait.runtime.PyException e) {
      if (e.is(org.krait.runtime.types.PyExceptions.TypeError)) {
        return null;
      }
      throw e;
    }
  }

  static PyObject orNone(PyObject value) {
    return value == null ? PyNone.NONE : value;
  }

  static PyObject truth(boolean value) {
    return PyBool.of(value);
  }

  static boolean isBasic(PyType type) {
    return type == PyInt.TYPE
        || type == org.krait.runtime.types.PyFloat.TYPE
        || type == PyStr.TYPE
        || type == org.krait.runtime.types.PyByteArray.TYPE;
  }
}
