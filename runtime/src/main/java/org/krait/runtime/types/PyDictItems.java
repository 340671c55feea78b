package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code dict_items}: the items of a dict as pairs, in order. */
@BuiltinType(
    name = "dict_items",
    subclassable = false,
    disallowNew = true,
    parts = {DictViewMethods.class, DictViewSets.class},
    basicSize = 24)
public class PyDictItems extends PyDictView {
  public static final PyType TYPE = PyType.builtin(new PyDictItemsTable());

  public PyDictItems(PyDict dict) {
    super(dict);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  protected PyIterator iterator() {
    return new PyDictItemIterator(dict);
  }

  @Override
  boolean contains(PyObject value) {
    if (!(value instanceof PyTuple pair) || pair.size() != 2) {
      return false;
    }
    PyObject found = dict.get(pair.get(0));
    return found != null && Elements.same(found, pair.get(1));
  }

  @Method(value = "__reversed__(self, /)", textSignature = false)
  PyObject reversed() {
    return new PyDictReverseItemIterator(dict);
  }
}
