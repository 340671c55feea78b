package org.krait.runtime;

/** The attributes of a value that is {@link Shaped} but cannot extend {@link PyInstance}. */
public final class ShapedState {
  private Shape shape;
  private PyObject[] slots = PyObject.NO_ARGS;
  private Object companion;

  /** The attributes of a new value of a type. */
  public ShapedState(PyObject owner, PyType type) {
    this.shape = type.rootShape();
    if (type.finalizes()) {
      companion = Finalizers.watch(owner);
    }
  }

  public Object companion() {
    return companion;
  }

  public void setCompanion(Object companion) {
    this.companion = companion;
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
    if (index >= slots.length) {
      slots = java.util.Arrays.copyOf(slots, Math.max(4, index + (index >> 1) + 1));
    }
    slots[index] = value;
  }
}
