package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code complex}. */
@BuiltinType(
    name = "complex",
    parts = {ComplexMethods.class},
    basicSize = 32,
    textSignature = "(real=0, imag=0)")
public class PyComplex extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyComplexTable());

  public final double real;
  public final double imag;

  public PyComplex(double real, double imag) {
    this.real = real;
    this.imag = imag;
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
