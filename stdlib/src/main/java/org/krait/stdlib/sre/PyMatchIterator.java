package org.krait.stdlib.sre;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.types.PyIterator;

/** {@code callable_iterator} of {@code Pattern.finditer}: all matches. */
@BuiltinType(name = "callable_iterator", subclassable = false, disallowNew = true)
public final class PyMatchIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyMatchIteratorTable());

  private Search search;
  private final Buffer held;

  PyMatchIterator(Search search) {
    this.search = search;
    this.held = search.subject.hold();
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
    if (held != null) {
      held.close();
    }
    return null;
  }
}
