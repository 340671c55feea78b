package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Items;

/** {@code memory_iterator}: over the items of a view of one dimension. */
@BuiltinType(
    name = "memory_iterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class})
public final class PyMemoryIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyMemoryIteratorTable());

  private PyMemoryView view;
  private final char code;
  private int index;

  PyMemoryIterator(PyMemoryView view) {
    this.view = view;
    this.code = view.code();
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    PyMemoryView source = view;
    if (source == null) {
      return null;
    }
    if (index < source.shape[0]) {
      source.check();
      int at = source.offset + source.strides[0] * index++;
      return Items.get(source.memory(), at, code);
    }
    view = null;
    return null;
  }

  @Override
  public boolean isNative() {
    return false;
  }
}
