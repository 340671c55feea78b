package org.krait.bytecode;

/**
 * What a marshal stream may ask of its reader; a stream that wants more is refused.
 *
 * @param bytes the length of the stream
 * @param depth values within values
 * @param references values that the stream names for later use
 * @param values all values together; with the length of the stream this bounds the memory
 */
public record MarshalLimits(int bytes, int depth, int references, int values) {
  /** CPython's: of depth alone. The memory is bounded by the length of the stream. */
  public static final MarshalLimits CPYTHON =
      new MarshalLimits(
          Integer.MAX_VALUE, MarshalFormat.MAX_DEPTH, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /**
   * For streams that nobody vouches for: ten times what the greatest module of CPython's library
   * needs, and more.
   */
  public static final MarshalLimits HOSTILE = new MarshalLimits(1 << 26, 500, 1 << 21, 1 << 23);
}
