package org.krait.stdlib.collections;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyDictValues;
import org.krait.runtime.types.PyIterator;
import org.krait.stdlib.collections.PyOrderedDictIterator.Kind;

/** {@code odict_values}: the values of an {@code OrderedDict}. */
@BuiltinType(
    name = "odict_values",
    base = PyDictValues.class,
    subclassable = false,
    disallowNew = true)
public final class PyOrderedDictValues extends PyDictValues {
  public static final PyType TYPE = PyType.builtin(new PyOrderedDictValuesTable());

  PyOrderedDictValues(PyDict dict) {
    super(dict);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  protected PyIterator iterator() {
    return new PyOrderedDictIterator(dict(), Kind.VALUES, false);
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return iterator();
  }

  @Method("__reversed__(self, /)")
  PyObject reverse() {
    return new PyOrderedDictIterator(dict(), Kind.VALUES, true);
  }
}
