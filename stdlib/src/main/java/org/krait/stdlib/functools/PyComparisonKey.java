package org.krait.stdlib.functools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** What {@code cmp_to_key} gives, and, with an object, the keys that it makes. */
@BuiltinType(name = "KeyWrapper", module = "functools", subclassable = false, disallowNew = true)
public final class PyComparisonKey extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyComparisonKeyTable());

  private final PyObject comparison;
  private PyObject object;

  PyComparisonKey(PyObject comparison, PyObject object) {
    this.comparison = comparison;
    this.object = object;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public PyObject call(PyObject a) {
    return new PyComparisonKey(comparison, a);
  }

  @Method("__call__(self, /, obj)")
  PyObject make(PyObject value) {
    return new PyComparisonKey(comparison, value);
  }

  @Getter(value = "obj", member = true)
  PyObject object() {
    if (object == null) {
      throw Errors.noAttribute(this, PyStr.interned("obj"));
    }
    return object;
  }

  @Setter("obj")
  void setObject(PyObject value) {
    object = value;
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyComparisonKey key)) {
      throw Errors.typeError("other argument must be K instance");
    }
    if (object == null || key.object == null) {
      throw Errors.attributeError(this, PyStr.interned("object"), "object");
    }
    return Comparison.compare(comparison.call(object, key.object), PyLong.ZERO, op);
  }
}
