package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code dict_reversekeyiterator}: over the keys of a dict, last first. */
@BuiltinType(
    name = "dict_reversekeyiterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class, DictIteratorMethods.class})
public final class PyDictReverseKeyIterator extends PyDictIterator {
  public static final PyType TYPE = PyType.builtin(new PyDictReverseKeyIteratorTable());

  public PyDictReverseKeyIterator(PyDict dict) {
    super(dict, true);
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
