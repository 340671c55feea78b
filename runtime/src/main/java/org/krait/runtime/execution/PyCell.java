package org.krait.runtime.execution;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyNotImplemented;

/** A variable that a function shares with functions inside it. */
@BuiltinType(name = "cell", subclassable = false, basicSize = 24, textSignature = "([contents])")
public final class PyCell extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyCellTable());

  private PyObject value;

  /** A cell with a value, or null for an empty one. */
  public PyCell(PyObject value) {
    this.value = value;
  }

  @Method("__new__(cls, contents=NULL, /)")
  static PyObject make(PyType cls, PyObject contents) {
    return new PyCell(contents);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** The value, or null while the variable is unbound. */
  public PyObject get() {
    return value;
  }

  public void set(PyObject value) {
    this.value = value;
  }

  @Getter("cell_contents")
  PyObject getContents() {
    if (value == null) {
      throw Errors.valueError("Cell is empty");
    }
    return value;
  }

  @Setter("cell_contents")
  void setContents(PyObject contents) {
    value = contents;
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyCell that)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    if (value != null && that.value != null) {
      return Comparison.compare(value, that.value, op);
    }
    return PyBool.of(
        Comparison.holds(Boolean.compare(value != null, that.value != null), op));
  }

  @Method("__repr__(self, /)")
  String repr() {
    return value == null
        ? String.format("<cell at 0x%x: empty>", Objects.id(this))
        : String.format(
            "<cell at 0x%x: %s object at 0x%x>",
            Objects.id(this), value.type().fullName(), Objects.id(value));
  }
}
