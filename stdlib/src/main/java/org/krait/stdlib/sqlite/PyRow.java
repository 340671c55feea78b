package org.krait.stdlib.sqlite;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Subscripts;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PySlice;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code sqlite3.Row}: a row whose values have names. */
@BuiltinType(name = "Row", module = "sqlite3", heapType = true, basicSize = 32)
final class PyRow extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyRowTable());

  private final PyObject description;
  private final PyTuple data;

  private PyRow(PyType cls, PyObject description, PyTuple data) {
    super(cls);
    this.description = description;
    this.data = data;
  }

  @Method("__new__(cls, cursor, data, /)")
  static PyObject make(PyType cls, PyObject cursor, PyObject data) {
    if (!(cursor instanceof PyCursor source)) {
      throw Errors.typeError(
          "Row() argument 1 must be sqlite3.Cursor, not %s", cursor.type().fullName());
    }
    if (!(data instanceof PyTuple values)) {
      throw Errors.typeError("Row() argument 2 must be tuple, not %s", data.type().fullName());
    }
    return new PyRow(cls, source.description, values);
  }

  @Method("__len__(self, /)")
  int length() {
    return data.size();
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return Iteration.iterator(data);
  }

  @Method("keys(self, /)")
  PyObject keys() {
    PyList names = new PyList();
    if (description instanceof PyTuple columns) {
      for (PyObject column : columns) {
        names.append(((PyTuple) column).get(0));
      }
    }
    return names;
  }

  @Method("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    if (Subscripts.isIndex(key)) {
      long index = Subscripts.index(key);
      long at = index < 0 ? index + data.size() : index;
      if (at < 0 || at >= data.size()) {
        throw Errors.indexError("tuple index out of range");
      }
      return data.get((int) at);
    }
    if (key instanceof PyStr name) {
      return byName(name);
    }
    if (key instanceof PySlice) {
      return data.type().slots.getitem(data, key);
    }
    throw Errors.indexError("Index must be int or string");
  }

  private PyObject byName(PyStr name) {
    if (description instanceof PyTuple columns) {
      for (int i = 0; i < columns.size(); i++) {
        PyObject known = ((PyTuple) columns.get(i)).get(0);
        if (known instanceof PyStr text && isSame(text.toString(), name.toString())) {
          return data.get(i);
        }
      }
    }
    throw Errors.indexError("No item with that key");
  }

  /** Whether names are the same but for the case of ASCII's letters. */
  private static boolean isSame(String a, String b) {
    if (a.length() != b.length()) {
      return false;
    }
    for (int i = 0; i < a.length(); i++) {
      if (a.charAt(i) != b.charAt(i) && (lower(a.charAt(i)) != lower(b.charAt(i)))) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  @Method("__hash__(self, /)")
  long hash() {
    long hash = Objects.hash(SqliteState.orNone(description)) ^ Objects.hash(data);
    return hash == -1 ? -2 : hash;
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (op != Comparison.EQ && op != Comparison.NE || !(other instanceof PyRow row)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    boolean same =
        Comparison.equal(SqliteState.orNone(description), SqliteState.orNone(row.description))
            && Comparison.equal(data, row.data);
    return PyBool.of(same == (op == Comparison.EQ));
  }
}
