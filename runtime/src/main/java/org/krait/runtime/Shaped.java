package org.krait.runtime;

/**
 * A value whose attributes lie in slots that a {@link Shape} names.
 *
 * <p>Readers do not lock. What keeps them right: a slot belongs to one attribute as long as the value
 * lives, and is null when the attribute is gone; the dict of a value has a place of its own. So a
 * reader that compared the shape and then reads the slot gets a value that the attribute had, or null,
 * which always means "look again the slow way". Writers lock the value once there are {@linkplain
 * Concurrency other threads}.
 */
public interface Shaped {
  Shape shape();

  void setShape(Shape shape);

  /** The value in a slot, null when empty. */
  PyObject slot(int index);

  void setSlot(int index, PyObject value);

  /**
   * Whether a number may be added at a place. Where others read meanwhile it may not be put into room that
   * is there already, because they might read it before it is there.
   */
  default boolean hasRoomFor(int place) {
    return false;
  }

  /** Sets a slot of a value that has this shape; false when it has another one. */
  default boolean setSlot(Shape expected, int index, PyObject value) {
    if (Concurrency.active()) {
      synchronized (this) {
        return put(expected, index, value);
      }
    }
    return put(expected, index, value);
  }

  private boolean put(Shape expected, int index, PyObject value) {
    if (shape() != expected || !Shape.fits(index, value)) {
      return false;
    }
    setSlot(index, value);
    return true;
  }

  /** Adds an attribute to a value that has this shape; false when it has another one. */
  default boolean addSlot(Shape expected, Shape after, int index, PyObject value) {
    if (Concurrency.active()) {
      synchronized (this) {
        return putNew(expected, after, index, value);
      }
    }
    return putNew(expected, after, index, value);
  }

  private boolean putNew(Shape expected, Shape after, int index, PyObject value) {
    if (shape() != expected || Shape.isNumber(index) && !(Shape.fits(index, value) && hasRoomFor(index))) {
      return false;
    }
    setSlot(index, value);
    Concurrency.publish();
    setShape(after);
    return true;
  }

  /**
   * Takes an attribute from a value that has this shape; false when it has another one or the attribute is
   * deleted, or while there are other threads.
   */
  default boolean removeSlot(Shape expected, Shape after, int index) {
    if (Concurrency.active() || shape() != expected || slot(index) == null) {
      return false;
    }
    setShape(after);
    setSlot(index, null);
    return true;
  }

  /** What else this value has, or null; only for {@link Extra}. */
  Object extra();

  void setExtra(Object extra);
}
