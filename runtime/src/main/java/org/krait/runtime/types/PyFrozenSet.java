package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;

/** {@code frozenset}. */
@BuiltinType(
    name = "frozenset",
    weakReferences = true,
    parts = {AnySetMethods.class, AnySetOperators.class, GenericClassMethods.class},
    basicSize = 200,
    pattern = BuiltinType.Pattern.SELF)
public class PyFrozenSet extends PyAnySet {
  public static final PyType TYPE = PyType.builtin(new PyFrozenSetTable());
  public static final PyFrozenSet EMPTY = new PyFrozenSet(new PySetStorage());

  /** 0 while not known. */
  private long hash;

  /** A frozenset that takes over these elements. */
  public PyFrozenSet(PySetStorage elements) {
    super(elements);
  }

  /** A frozenset of these elements. */
  public static PyFrozenSet of(PyObject... elements) {
    PySetStorage storage = new PySetStorage();
    for (PyObject element : elements) {
      storage.add(element);
    }
    return new PyFrozenSet(storage);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    int given = args.length - (names == null ? 0 : names.length);
    if (names != null && cls.special(Special.INIT) == TYPE.special(Special.INIT)) {
      throw Errors.typeError("frozenset() takes no keyword arguments");
    }
    if (given > 1) {
      throw Errors.typeError("frozenset expected at most 1 argument, got %d", given);
    }
    if (cls != TYPE) {
      return new PyFrozenSetInstance(cls, storageOf(given == 0 ? null : args[0]));
    }
    if (given == 0) {
      return EMPTY;
    }
    if (args[0].getClass() == PyFrozenSet.class) {
      return args[0];
    }
    PySetStorage storage = storageOf(args[0]);
    return storage.size() == 0 ? EMPTY : new PyFrozenSet(storage);
  }

  private static PySetStorage storageOf(PyObject iterable) {
    PySetStorage storage = new PySetStorage();
    if (iterable != null) {
      AnySetMethods.addAll(storage, iterable);
    }
    return storage;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__hash__(self, /)")
  public long hashValue() {
    long known = hash;
    if (known == 0) {
      known = elements.hash();
      hash = known;
    }
    return known;
  }

  @Override
  PyAnySet withElements(PySetStorage content) {
    return content.size() == 0 ? EMPTY : new PyFrozenSet(content);
  }
}
