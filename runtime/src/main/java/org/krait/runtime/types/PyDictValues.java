package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code dict_values}: the values of a dict, in the order of their keys. */
@BuiltinType(
    name = "dict_values",
    subclassable = false,
    disallowNew = true,
    parts = {DictViewMethods.class},
    basicSize = 24)
public class PyDictValues extends PyDictView {
  public static final PyType TYPE = PyType.builtin(new PyDictValuesTable());

  public PyDictValues(PyDict dict) {
    super(dict);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  protected PyIterator iterator() {
    return new PyDictValueIterator(dict);
  }

  @Override
  boolean isSet() {
    return false;
  }

  @Override
  boolean contains(PyObject value) {
    return org.krait.runtime.Iteration.isAmong(this, value);
  }

  @Method(value = "__reversed__(self, /)", textSignature = false)
  PyObject reversed() {
    return new PyDictReverseValueIterator(dict);
  }
}
