package org.krait.runtime.buffer;

/** What can be asked of an exporter: {@code inspect.BufferFlags}. */
public final class BufferFlags {
  public static final int SIMPLE = 0;
  public static final int WRITABLE = 1;
  public static final int FORMAT = 4;
  public static final int ND = 8;
  public static final int STRIDES = 0x10 | ND;
  public static final int C_CONTIGUOUS = 0x20 | STRIDES;
  public static final int F_CONTIGUOUS = 0x40 | STRIDES;
  public static final int ANY_CONTIGUOUS = 0x80 | STRIDES;
  public static final int INDIRECT = 0x100 | STRIDES;
  public static final int FULL_READ_ONLY = INDIRECT | FORMAT;
  public static final int FULL = FULL_READ_ONLY | WRITABLE;

  private BufferFlags() {}

  /** Whether all bits of a wish are among the flags. */
  public static boolean wants(int flags, int wish) {
    return (flags & wish) == wish;
  }
}
