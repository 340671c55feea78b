package org.krait.runtime.types;

import org.krait.runtime.PyObject;

/** What {@code set} and {@code frozenset} are in Java: their elements. */
public abstract class PyAnySet extends PyObject {
  final PySetStorage elements;

  PyAnySet(PySetStorage elements) {
    this.elements = elements;
  }

  public final int size() {
    return elements.size();
  }

  public final boolean contains(PyObject element) {
    return elements.contains(element);
  }

  public final boolean contains(long element) {
    return elements.contains(element);
  }

  /** The elements in order, in a fresh array. */
  public final PyObject[] toArray() {
    return elements.toArray();
  }

  /** The elements themselves; of a frozenset not to be changed. */
  public final PySetStorage elements() {
    return elements;
  }

  /** A new set of the same builtin type. */
  abstract PyAnySet withElements(PySetStorage elements);
}
