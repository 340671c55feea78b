package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code dict_valueiterator}: over the values of a dict. */
@BuiltinType(
    name = "dict_valueiterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class, DictIteratorMethods.class},
    basicSize = 56)
public final class PyDictValueIterator extends PyDictIterator {
  public static final PyType TYPE = PyType.builtin(new PyDictValueIteratorTable());

  public PyDictValueIterator(PyDict dict) {
    super(dict, false);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  protected PyObject result(PyDict source, int at) {
    return source.valueAt(at);
  }
}
