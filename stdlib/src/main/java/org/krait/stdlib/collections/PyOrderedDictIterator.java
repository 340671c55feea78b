package org.krait.stdlib.collections;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.DictIteratorMethods;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyDictIterator;

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
    return switch (kind) {
      case KEYS -> source.keyAt(at);
      case VALUES -> source.valueAt(at);
      case ITEMS -> source.itemAt(at);
    };
  }

  @Override
  protected String changedMessage() {
    return "OrderedDict mutated during iteration";
  }
}
