package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code dict_keys}: the keys of a dict, in order. */
@BuiltinType(
    name = "dict_keys",
    subclassable = false,
    disallowNew = true,
    parts = {DictViewMethods.class, DictViewSets.class},
    basicSize = 24)
public class PyDictKeys extends PyDictView {
  public static final PyType TYPE = PyType.builtin(new PyDictKeysTable());

  public PyDictKeys(PyDict dict) {
    super(dict);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  protected PyIterator iterator() {
    return new PyDictKeyIterator(dict);
  }

  @Override
  boolean contains(PyObject value) {
    return dict.get(value) != null;
  }

  @Method(value = "__reversed__(self, /)", textSignature = false)
  PyObject reversed() {
    return new PyDictReverseKeyIterator(dict);
  }
}
