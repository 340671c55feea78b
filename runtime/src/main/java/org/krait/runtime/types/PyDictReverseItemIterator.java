package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code dict_reverseitemiterator}: over the items of a dict, last first. */
@BuiltinType(
    name = "dict_reverseitemiterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class, DictIteratorMethods.class})
public final class PyDictReverseItemIterator extends PyDictIterator {
  public static final PyType TYPE = PyType.builtin(new PyDictReverseItemIteratorTable());

  public PyDictReverseItemIterator(PyDict dict) {
    super(dict, true);
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
