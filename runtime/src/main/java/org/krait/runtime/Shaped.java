package org.krait.runtime;

/**
 * A value whose attributes lie in slots that a {@link Shape} names.
 *
 * <p>A reader that races with a writer may see a new shape with a slot not yet written: a null slot
 * always means "look again the slow way".
 */
public interface Shaped {
  Shape shape();

  void setShape(Shape shape);

  /** The value in a slot, null when empty. */
  PyObject slot(int index);

  void setSlot(int index, PyObject value);

  /** What lives and dies with this value, or null. */
  Object companion();

  void setCompanion(Object companion);
}
