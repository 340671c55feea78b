package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code dict_itemiterator}: over the items of a dict. */
@BuiltinType(
    name = "dict_itemiterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class, DictIteratorMethods.class},
    basicSize = 56)
public final class PyDictItemIterator extends PyDictIterator {
  public static final PyType TYPE = PyType.builtin(new PyDictItemIteratorTable());

  public PyDictItemIterator(PyDict dict) {
    super(dict, false);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  protected PyObject result(PyDict source, int at) {
    return source.itemAt(at);
  }
}
