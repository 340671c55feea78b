package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code float}. */
@BuiltinType(
    name = "float",
    parts = {FloatMethods.class, FloatOperators.class},
    pattern = BuiltinType.Pattern.SELF,
    basicSize = 24)
public class PyFloat extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyFloatTable());

  /** The value. */
  public final double value;

  public PyFloat(double value) {
    this.value = value;
  }

  public static PyFloat of(double value) {
    return new PyFloat(value);
  }

  /** The value, for symmetry with {@link PyInt#doubleValue}. */
  public final double doubleValue() {
    return value;
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
