package org.krait.runtime.types;

/** CPython's hash of several hashes in order, a simplified xxHash (XXH64). */
public final class TupleHash {
  private static final long PRIME1 = 0x9E3779B185EBCA87L;
  private static final long PRIME2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME5 = 0x27D4EB2F165667C5L;
  private static final long INSTEAD_OF_MINUS_ONE = 1546275796L;

  private long sum = PRIME5;

  /** Takes in the next hash. */
  public void add(long hash) {
    sum = Long.rotateLeft(sum + hash * PRIME2, 31) * PRIME1;
  }

  /** The hash of a tuple of this length. */
  public long ofTuple(int length) {
    sum += length ^ (PRIME5 ^ 3527539L);
    return ofParts();
  }

  /** The hash of a fixed number of parts, such as those of a slice. */
  public long ofParts() {
    return sum == -1 ? INSTEAD_OF_MINUS_ONE : sum;
  }
}
