package org.krait.runtime;

/** The attributes of a value that is {@link Shaped} but cannot extend {@link PyInstance}. */
public final class ShapedState {
  private Shape shape;
  private PyObject[] slots = PyObject.NO_ARGS;
  private Object extra;

  /** The attributes of a new value of a type. */
  public ShapedState(PyObject owner, PyType type) {
    this.shape = type.rootShape();
    if (type.finalizes()) {
      extra = Finalizers.watch(owner);
    }
  }

  public Object extra() {
    return extra;
  }

  public void setExtra(Object extra) {
    this.extra = extra;
  }

  public Shape shape() {
    return shape;
  }

  public void setShape(Shape shape) {
    this.shape = shape;
  }

  public PyObject slot(int index) {
    PyObject[] all = slots;
    return index < all.length ? all[index] : null;
  }

  public void setSlot(int index, PyObject value) {
    PyObject[] all = slots;
    if (index >= all.length) {
      if (value == null) {
        return;
      }
      all = java.util.Arrays.copyOf(all, Math.max(4, index + (index >> 1) + 1));
      slots = all;
    }
    all[index] = value;
  }
}
