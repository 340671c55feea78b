package org.krait.runtime.types;

/** CPython's hash of several hashes in order, a simplified xxHash (XXH64). */
public final class TupleHash {
  private static final long PRIME1 = 0x9E3779B185EBCA87L;
  private static final long PRIME2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME5 = 0x27D4EB2F165667C5L;
  private static final long INSTEAD_OF_MINUS_ONE = 1546275796L;

  /** What a sum begins with, for those who keep it in a variable. */
  static final long START = PRIME5;

  private long sum = START;

  /** Takes in the next hash. */
  public void add(long hash) {
    sum = with(sum, hash);
  }

  /** A sum with the next hash. */
  static long with(long sum, long hash) {
    return Long.rotateLeft(sum + hash * PRIME2, 31) * PRIME1;
  }

  /** The hash of a tuple of this length with this sum. */
  static long ofTuple(long sum, int length) {
    long all = sum + (length ^ (PRIME5 ^ 3527539L));
    return all == -1 ? INSTEAD_OF_MINUS_ONE : all;
  }

  /** The hash of a tuple of this length. */
  public long ofTuple(int length) {
    return ofTuple(sum, length);
  }

  /** The hash of a fixed number of parts, such as those of a slice. */
  public long ofParts() {
    return sum == -1 ? INSTEAD_OF_MINUS_ONE : sum;
  }
}
