package org.krait.stdlib.collections;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.DictIteratorMethods;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyDictIterator;
import org.krait.runtime.types.PyTuple;

/** {@code odict_iterator}: over keys, values or items, from either end. */
@BuiltinType(
    name = "odict_iterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class, DictIteratorMethods.class})
public final class PyOrderedDictIterator extends PyDictIterator {
  public static final PyType TYPE = PyType.builtin(new PyOrderedDictIteratorTable());

  /** What the iterator gives. */
  enum Kind {
    KEYS,
    VALUES,
    ITEMS
  }

  private final Kind kind;

  PyOrderedDictIterator(PyDict dict, Kind kind, boolean reverse) {
    super(dict, reverse);
    this.kind = kind;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  protected PyObject result(PyDict source, int at) {
    PyOrderedDict dict = (PyOrderedDict) source;
    dict.checkOrder();
    PyObject key = dict.keyAt(at);
    PyObject value = dict.valueAt(at);
    if (key == null || value == null) {
      return null;
    }
    value = dict.lookUp(key, value);
    return switch (kind) {
      case KEYS -> key;
      case VALUES -> value;
      case ITEMS -> PyTuple.of(key, value);
    };
  }

  @Override
  protected String changedMessage() {
    return "OrderedDict mutated during iteration";
  }
}
