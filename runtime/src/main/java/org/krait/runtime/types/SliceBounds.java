package org.krait.runtime.types;

/**
 * The three numbers of a slice.
 *
 * <p>As a slice gives them they are clipped to the range of a long; {@link #within} fits them to a
 * sequence of some length.
 */
public record SliceBounds(long start, long stop, long step) {
  /** The bounds in a sequence of this length: places from 0, stop as a limit in the step's direction. */
  public SliceBounds within(long size) {
    long lowest = step < 0 ? -1 : 0;
    long highest = step < 0 ? size - 1 : size;
    return new SliceBounds(
        fit(start, size, lowest, highest), fit(stop, size, lowest, highest), step);
  }

  private static long fit(long bound, long size, long lowest, long highest) {
    long at = bound < 0 ? bound + size : bound;
    return Math.max(lowest, Math.min(at, highest));
  }

  /** How many places the (fitted) bounds select. */
  public int length() {
    return (int) count();
  }

  /** As {@link #length} where it may be larger than an int. */
  public long count() {
    long distance = step > 0 ? stop - start : start - stop;
    if (distance <= 0) {
      return 0;
    }
    // No division for the usual steps: it takes longer than copying a few items.
    return step == 1 || step == -1 ? distance : (distance - 1) / Math.abs(step) + 1;
  }

  /** The same places in ascending order. */
  public SliceBounds ascending() {
    int length = length();
    if (step > 0 || length == 0) {
      return this;
    }
    return new SliceBounds(start + (length - 1) * step, start + 1, -step);
  }
}
