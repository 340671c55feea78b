package org.krait.runtime.types;

import org.krait.runtime.PyObject;

/** What {@code dict.keys()}, {@code values()} and {@code items()} give: a look at a dict that lives on. */
public abstract class PyDictView extends PyObject {
  final PyDict dict;

  protected PyDictView(PyDict dict) {
    this.dict = dict;
  }

  /** The dict that the view shows. */
  public final PyDict dict() {
    return dict;
  }

  /** An iterator over what the view shows. */
  protected abstract PyIterator iterator();

  /** Whether the view is a set: keys and items are. */
  boolean isSet() {
    return true;
  }

  /** Whether the view shows this. */
  abstract boolean contains(PyObject value);
}
