package org.krait.runtime.types;

/**
 * What came out when a short text or bytes had one more character put behind it, where the shorter one had been hashed.
 *
 * <p>Programs that look up beginnings in a dict (prefix codes, dictionaries of compressors, tries) make the same few
 * sums again and again, and each was a new object that had to be hashed anew. A sum that is remembered has its hash.
 * The memory is direct-mapped: what falls on the same place replaces what was there. Entries are whole when they are
 * seen, whatever other threads do.
 *
 * @param <T> the type of what is added
 */
final class RememberedSums<T> {
  /** Longer ones are seldom made again. */
  static final int LONGEST = 16;

  private static final int PLACES = 1 << 11;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private record Sum<T>(T left, T right, T sum) {}

  private final Sum<T>[] sums = places();

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T> Sum<T>[] places() {
    return new Sum[PLACES];
  }

  private static int place(long hash, int unit) {
    return (int) ((hash ^ unit) * SPREAD >>> 53);
  }

  /**
   * The sum of these very two, or null.
   *
   * @param hash that of the left one
   * @param unit the character that the right one is
   */
  T get(T left, long hash, T right, int unit) {
    Sum<T> known = sums[place(hash, unit)];
    return known != null && known.left == left && known.right == right ? known.sum : null;
  }

  void put(T left, long hash, T right, int unit, T sum) {
    sums[place(hash, unit)] = new Sum<>(left, right, sum);
  }
}
