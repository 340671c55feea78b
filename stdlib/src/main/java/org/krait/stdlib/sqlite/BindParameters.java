package org.krait.stdlib.sqlite;

import java.lang.foreign.Arena;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Sequences;
import org.krait.runtime.Special;
import org.krait.runtime.Warnings;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.libc.Native;

/** Gives the parameters of a statement their values. */
final class BindParameters {
  private static final Sqlite COUNT = new Sqlite("bind_parameter_count");
  private static final Sqlite NAME = new Sqlite("bind_parameter_name");
  private static final Sqlite BIND_NULL = new Sqlite("bind_null");
  private static final Sqlite BIND_INT = new Sqlite("bind_int64");
  private static final Sqlite BIND_TEXT = new Sqlite("bind_text");
  private static final Sqlite BIND_BLOB = new Sqlite("bind_blob");

  private final PyConnection connection;
  private final PyStatement statement;

  BindParameters(PyConnection connection, PyStatement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  void bind(PyObject parameters) {
    int needed = COUNT.callInt(statement.address());
    if (parameters instanceof PyTuple
        || parameters instanceof PyList
        || !(parameters instanceof PyDict) && isSequence(parameters)) {
      bindSequence(parameters, needed);
    } else if (isMapping(parameters)) {
      bindNames(parameters, needed);
    } else {
      throw SqliteErrors.programming("parameters are of unsupported type");
    }
  }

  private static boolean isSequence(PyObject value) {
    return Sequences.isSequence(value)
        || value.type().isHeap() && value.type().special(Special.GETITEM) != null
            && value.type().special(Special.LEN) != null && !isDictLike(value);
  }

  private static boolean isDictLike(PyObject value) {
    return value instanceof PyDict;
  }

  private static boolean isMapping(PyObject value) {
    return value.type().special(Special.GETITEM) != null;
  }

  private void bindSequence(PyObject parameters, int needed) {
    int given = Objects.length(parameters);
    if (given != needed) {
      throw SqliteErrors.programming(
          "Incorrect number of bindings supplied. The current statement uses %d, and there are %d"
              + " supplied.",
          needed, given);
    }
    for (int i = 0; i < needed; i++) {
      String name = NAME.callString(statement.address(), i + 1);
      if (name != null && !name.startsWith("?")) {
        Warnings.deprecated(
            String.format(
                "Binding %d ('%s') is a named parameter, but you supplied a sequence which requires"
                    + " nominal (qmark) placeholders. Starting with Python 3.14 an"
                    + " sqlite3.ProgrammingError will be raised.",
                i + 1, name));
      }
      PyObject value =
          parameters instanceof PyTuple tuple && i < tuple.size()
              ? tuple.get(i)
              : parameters.type().slots.getitem(parameters, PyLong.of(i));
      bind(i + 1, value);
    }
  }

  private void bindNames(PyObject parameters, int needed) {
    for (int i = 1; i <= needed; i++) {
      String name = NAME.callString(statement.address(), i);
      if (name == null) {
        throw SqliteErrors.programming(
            "Binding %d has no name, but you supplied a dictionary (which has only names).", i);
      }
      bind(i, named(parameters, PyStr.of(name.substring(1))));
    }
  }

  private static PyObject named(PyObject parameters, PyStr name) {
    PyObject value = null;
    if (parameters.getClass() == PyDict.class) {
      value = ((PyDict) parameters).get((PyObject) name);
    } else {
      try {
        value = parameters.type().slots.getitem(parameters, name);
      } catch (PyException e) {
        if (!e.is(PyExceptions.LookupError)) {
          throw e;
        }
      }
    }
    if (value == null) {
      throw SqliteErrors.programming(
          "You did not supply a value for binding parameter :%s.", name);
    }
    return value;
  }

  private void bind(int at, PyObject given) {
    PyObject value = given;
    if (connection.state.adaptsBasicTypes || !SqliteState.isBasic(given.type())) {
      value = connection.state.adapt(given, PyPrepareProtocol.TYPE, given);
    }
    try {
      if (put(at, value) == Sqlite.OK) {
        return;
      }
    } catch (PyException e) {
      throw withDatabase(e);
    }
    throw connection.failed();
  }

  /** CPython asks the database what is wrong here too, which may still know of an earlier error. */
  private PyException withDatabase(PyException e) {
    PyException known = SqliteErrors.of(connection.state, connection.database());
    if (known == null) {
      return e;
    }
    known.value().setContextFrom(e.value());
    return known;
  }

  private int put(int at, PyObject value) {
    long address = statement.address();
    if (value == PyNone.NONE) {
      return BIND_NULL.callInt(address, at);
    }
    if (value instanceof PyInt number) {
      return BIND_INT.callInt(address, at, Values.integer(number));
    }
    if (value instanceof PyFloat number) {
      return Sqlite.bindDouble(address, at, number.doubleValue());
    }
    if (value instanceof PyStr text) {
      return put(BIND_TEXT, at, Utf8.encode(text, "strict"));
    }
    if (Buffers.isBuffer(value)) {
      return put(BIND_BLOB, at, Buffers.copy(value));
    }
    throw Errors.make(
        SqliteErrors.PROGRAMMING_ERROR,
        "Error binding parameter %d: type '%s' is not supported",
        at,
        value.type().fullName());
  }

  private int put(Sqlite function, int at, byte[] bytes) {
    try (Arena arena = Arena.ofConfined()) {
      long text = Native.bytes(arena, bytes, 0, bytes.length).address();
      return function.callInt(statement.address(), at, text, bytes.length, Sqlite.TRANSIENT);
    }
  }
}
