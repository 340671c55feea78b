package org.krait.runtime.execution;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Comparison;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNotImplemented;

/**
 * A variable that a function shares with functions inside it.
 *
 * <p>Machine code writes numbers without objects: ints, or floats, whichever came first, so that no reader takes one for
 * the other. While there are several threads, a value that is an object stays one.
 */
@BuiltinType(name = "cell", subclassable = false, basicSize = 24, textSignature = "([contents])")
public final class PyCell extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyCellTable());

  /** In place of the value, where that is a number without an object. */
  private static final PyObject NUMBER = new PyCell(null);

  private PyObject value;

  private long bits;

  /** {@code long} or {@code double}, as which a number lies here, once one does. */
  private Class<?> form;

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
    PyObject held = value;
    return held != NUMBER ? held : form == long.class ? PyLong.of(bits) : new PyFloat(Double.longBitsToDouble(bits));
  }

  /** Whether the value is a number without an object. */
  public boolean isNumber() {
    return value == NUMBER;
  }

  public void set(PyObject value) {
    this.value = value;
  }

  /**
   * The value, an object. There is no way here that makes one of a number: HotSpot would join it with the other, and
   * then take neither out of a loop.
   */
  PyObject getObject() {
    PyObject held = value;
    if (held == null || held == NUMBER) {
      throw GuardFailed.INSTANCE;
    }
    return held;
  }

  /** The value, an int. */
  long getLong() {
    PyObject held = value;
    if (held == NUMBER && form == long.class) {
      return bits;
    }
    if (held != null && held.getClass() == PyLong.class) {
      return ((PyLong) held).value;
    }
    throw GuardFailed.INSTANCE;
  }

  /** The value, a float. */
  double getDouble() {
    PyObject held = value;
    if (held == NUMBER && form == double.class) {
      return Double.longBitsToDouble(bits);
    }
    if (held != null && held.getClass() == PyFloat.class) {
      return ((PyFloat) held).value;
    }
    throw GuardFailed.INSTANCE;
  }

  void set(long number) {
    if (takes(long.class)) {
      bits = number;
    } else {
      value = PyLong.of(number);
    }
  }

  /** Sets a float; programs see of a NaN which object it is. */
  void set(double number) {
    if (number == number && takes(double.class)) {
      bits = Double.doubleToRawLongBits(number);
    } else {
      value = new PyFloat(number);
    }
  }

  /** Whether a number lies here as it is, from now on too. */
  private boolean takes(Class<?> kind) {
    if (value != NUMBER) {
      if (Concurrency.active() || form != null && form != kind) {
        return false;
      }
      form = kind;
      value = NUMBER;
    }
    return form == kind;
  }

  @Getter("cell_contents")
  PyObject getContents() {
    PyObject contents = get();
    if (contents == null) {
      throw Errors.valueError("Cell is empty");
    }
    return contents;
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
    PyObject mine = get();
    PyObject yours = that.get();
    if (mine != null && yours != null) {
      return Comparison.compare(mine, yours, op);
    }
    return PyBool.of(Comparison.holds(Boolean.compare(mine != null, yours != null), op));
  }

  @Method("__repr__(self, /)")
  String repr() {
    PyObject contents = get();
    return contents == null
        ? String.format("<cell at 0x%x: empty>", Objects.id(this))
        : String.format(
            "<cell at 0x%x: %s object at 0x%x>",
            Objects.id(this), contents.type().fullName(), Objects.id(contents));
  }
}
