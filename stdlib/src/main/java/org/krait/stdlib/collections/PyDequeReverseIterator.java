package org.krait.stdlib.collections;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyIterator;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;

/** {@code _deque_reverse_iterator}: over a deque, from the last item. */
@BuiltinType(
    name = "_deque_reverse_iterator",
    module = "collections",
    subclassable = false,
    parts = {IteratorMethods.class})
public final class PyDequeReverseIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyDequeReverseIteratorTable());

  private final PyDeque deque;
  private final long changes;
  private final int size;
  private int left;

  PyDequeReverseIterator(PyDeque deque) {
    this.deque = deque;
    this.changes = deque.changes();
    this.size = deque.size();
    this.left = size;
  }

  @Method("__new__(cls, deque, index=0, /)")
  static PyObject make(PyType cls, PyObject source, long index) {
    if (!(source instanceof PyDeque deque)) {
      throw Errors.typeError(
          "argument 1 must be collections.deque, not %s", source.type().fullName());
    }
    PyDequeReverseIterator iterator = new PyDequeReverseIterator(deque);
    iterator.left -= (int) Math.max(0, Math.min(index, iterator.left));
    return iterator;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    if (changes != deque.changes()) {
      left = 0;
      throw DequeMethods.mutated();
    }
    if (left == 0) {
      return null;
    }
    PyObject item = deque.get(left - 1);
    left--;
    return item;
  }

  @Method("__length_hint__(self, /)")
  int lengthHint() {
    return left;
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    return PyTuple.of(TYPE, PyTuple.of(deque, PyLong.of(size - left)));
  }
}
