package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code dict_keyiterator}: over the keys of a dict. */
@BuiltinType(
    name = "dict_keyiterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class, DictIteratorMethods.class},
    basicSize = 56)
public final class PyDictKeyIterator extends PyDictIterator {
  public static final PyType TYPE = PyType.builtin(new PyDictKeyIteratorTable());

  public PyDictKeyIterator(PyDict dict) {
    super(dict, false);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  protected PyObject result(PyDict source, int at) {
    return source.keyAt(at);
  }
}
