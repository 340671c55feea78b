package org.krait.stdlib.sre;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyIterator;

/** {@code callable_iterator} of {@code Pattern.finditer}: all matches. */
@BuiltinType(name = "callable_iterator", subclassable = false, disallowNew = true)
public final class PyMatchIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyMatchIteratorTable());

  private Search search;

  PyMatchIterator(Search search) {
    this.search = search;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    if (search == null) {
      return null;
    }
    if (search.next()) {
      return new PyMatch(search);
    }
    search = null;
    return null;
  }
}
