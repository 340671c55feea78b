package org.krait.stdlib.collections;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyDictKeys;
import org.krait.runtime.types.PyIterator;
import org.krait.stdlib.collections.PyOrderedDictIterator.Kind;

/** {@code odict_keys}: the keys of an {@code OrderedDict}. */
@BuiltinType(
    name = "odict_keys",
    base = PyDictKeys.class,
    subclassable = false,
    disallowNew = true)
public final class PyOrderedDictKeys extends PyDictKeys {
  public static final PyType TYPE = PyType.builtin(new PyOrderedDictKeysTable());

  PyOrderedDictKeys(PyDict dict) {
    super(dict);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  protected PyIterator iterator() {
    return new PyOrderedDictIterator(dict(), Kind.KEYS, false);
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return iterator();
  }

  @Method("__reversed__(self, /)")
  PyObject reverse() {
    return new PyOrderedDictIterator(dict(), Kind.KEYS, true);
  }
}
