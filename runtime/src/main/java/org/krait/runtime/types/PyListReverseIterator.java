package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code list_reverseiterator}. */
@BuiltinType(
    name = "list_reverseiterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class})
public final class PyListReverseIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyListReverseIteratorTable());

  private PyList list;
  private int index;

  public PyListReverseIterator(PyList list) {
    this.list = list;
    this.index = list.size() - 1;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    PyList source = list;
    if (source == null) {
      return null;
    }
    PyObject item = source.itemOrNull(index);
    if (item == null) {
      index = -1;
      list = null;
      return null;
    }
    index--;
    return item;
  }

  @Method(value = "__length_hint__(self, /)", textSignature = false)
  int lengthHint() {
    PyList source = list;
    return source == null || source.size() <= index ? 0 : index + 1;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    // The look-up may run code that goes on with this iterator.
    PyObject reversed = IteratorPickling.builtin("reversed");
    PyList source = list;
    return source == null
        ? IteratorPickling.fresh("iter", new PyList())
        : PyTuple.of(reversed, PyTuple.of(source), PyLong.of(index));
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(long state) {
    if (list != null) {
      index = (int) Math.max(-1, Math.min(state, list.size() - 1));
    }
  }
}
