package org.krait.runtime;

/** A builtin value that is gone through by index, as it has no {@code __iter__}. */
public interface IndexedItems {
  /** The item at an index from 0 on, or null behind the last. */
  PyObject itemAt(long index);
}
