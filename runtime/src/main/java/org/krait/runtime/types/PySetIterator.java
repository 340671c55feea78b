package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code set_iterator}. */
@BuiltinType(
    name = "set_iterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class},
    basicSize = 48)
public final class PySetIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PySetIteratorTable());

  private static final int CHANGED = -1;

  /** Held while there is more: a set of a class of its own may have a {@code __del__}. */
  private PyObject owner;

  private PySetStorage elements;
  private int size;
  private int place;
  private int left;

  public PySetIterator(PyObject owner, PySetStorage elements) {
    this.owner = owner;
    this.elements = elements;
    this.size = elements.size();
    this.left = size;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    PySetStorage source = elements;
    if (source == null) {
      return null;
    }
    if (size != source.size()) {
      size = CHANGED;
      throw Errors.runtimeError("Set changed size during iteration");
    }
    int at = source.nextPlace(place);
    PyObject element = at < 0 ? null : source.elementAt(at);
    if (element == null) {
      elements = null;
      owner = null;
      return null;
    }
    place = at + 1;
    left--;
    return element;
  }

  @Method(value = "__length_hint__(self, /)", textSignature = false)
  int lengthHint() {
    PySetStorage source = elements;
    return source != null && size == source.size() ? left : 0;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    PySetIterator rest = new PySetIterator(owner, elements == null ? new PySetStorage() : elements);
    rest.place = place;
    rest.size = elements == null ? 0 : size;
    PyList items = new PyList();
    for (PyObject item = rest.next(); item != null; item = rest.next()) {
      items.append(item);
    }
    return IteratorPickling.fresh("iter", items);
  }
}
