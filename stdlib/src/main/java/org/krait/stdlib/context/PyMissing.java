package org.krait.stdlib.context;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code Token.MISSING}: the variable had no value before. */
@BuiltinType(name = "MISSING", module = "Token", subclassable = false, disallowNew = true)
final class PyMissing extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyMissingTable());
  static final PyMissing MISSING = new PyMissing();

  private PyMissing() {}

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "<Token.MISSING>";
  }
}
