package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code set}. */
@BuiltinType(
    name = "set",
    weakReferences = true,
    parts = {AnySetMethods.class, AnySetOperators.class, SetMethods.class, GenericClassMethods.class},
    basicSize = 200,
    pattern = BuiltinType.Pattern.SELF)
public class PySet extends PyAnySet {
  public static final PyType TYPE = PyType.builtin(new PySetTable());

  public PySet() {
    super(new PySetStorage());
  }

  /** A set that takes over these elements. */
  public PySet(PySetStorage elements) {
    super(elements);
  }

  /** A set of these elements. */
  public static PySet of(PyObject... elements) {
    PySet set = new PySet();
    for (PyObject element : elements) {
      set.add(element);
    }
    return set;
  }

  /** Adds what an iterable gives. */
  public void update(PyObject iterable) {
    AnySetMethods.addAll(elements, iterable);
  }

  /** {@code set(iterable)}. */
  public static PySet from(PyObject iterable) {
    PySet set = new PySet();
    AnySetMethods.addAll(set.elements, iterable);
    return set;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** Adds an element; false when an equal one was there. */
  public final boolean add(PyObject element) {
    return elements.add(element);
  }

  /** Removes an element; false when it was not there. */
  public final boolean remove(PyObject element) {
    return elements.remove(element);
  }

  @Override
  PyAnySet withElements(PySetStorage content) {
    return new PySet(content);
  }
}
