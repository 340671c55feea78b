package org.krait.runtime.types;

import java.math.BigInteger;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code bool}: the two ints {@code False} and {@code True}. */
@BuiltinType(
    name = "bool",
    base = PyInt.class,
    parts = {BoolMethods.class},
    subclassable = false,
    pattern = BuiltinType.Pattern.SELF,
    basicSize = 24,
    itemSize = 4)
public final class PyBool extends PyInt {
  public static final PyType TYPE = PyType.builtin(new PyBoolTable());
  public static final PyBool FALSE = new PyBool(0);
  public static final PyBool TRUE = new PyBool(1);

  private final int value;

  private PyBool(int value) {
    this.value = value;
  }

  public static PyBool of(boolean value) {
    return value ? TRUE : FALSE;
  }

  @Method(value = "__new__(cls, object=False, /)", textSignature = false)
  static PyObject make(PyType cls, PyObject object) {
    return of(Objects.isTrue(object));
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public boolean fitsLong() {
    return true;
  }

  @Override
  public long longValue() {
    return value;
  }

  @Override
  public BigInteger bigValue() {
    return BigInteger.valueOf(value);
  }

  @Override
  public int signum() {
    return value;
  }

  @Override
  public PyInt exact() {
    return PyLong.of(value);
  }

  @Override
  public String toString() {
    return this == TRUE ? "True" : "False";
  }
}
