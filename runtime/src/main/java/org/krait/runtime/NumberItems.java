package org.krait.runtime;

/**
 * A builtin container of numbers of one machine type, which machine code reads and writes without making
 * objects of them. Indices are Python's: negative ones count from the end. All four methods throw {@link
 * org.krait.runtime.execution.GuardFailed} where there is no such item, where a number does not fit, where
 * the container is of a program's own class, and where its numbers are of the other kind.
 */
public interface NumberItems extends NativeItems {
  /** The kind of its numbers as a bit of {@link org.krait.runtime.execution.Profile}. */
  int numberKind();

  long longItem(long index);

  double doubleItem(long index);

  void setLongItem(long index, long value);

  void setDoubleItem(long index, double value);
}
