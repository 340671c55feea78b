package org.krait.audit;

/** Which CPython wrote a {@code .pyc}, by its magic number. */
public final class MagicNumbers {
  /** The first magic number of each version, the version, and the length of its headers. */
  private static final Object[][] FIRST = {
    {3000, "3.0", 8}, {3141, "3.1", 8}, {3160, "3.2", 8}, {3190, "3.3", 12}, {3250, "3.4", 12},
    {3320, "3.5", 12}, {3360, "3.6", 12}, {3390, "3.7", 16}, {3400, "3.8", 16}, {3420, "3.9", 16},
    {3430, "3.10", 16}, {3450, "3.11", 16}, {3500, "3.12", 16}, {3550, "3.13", 16},
    {3600, "3.14", 16}, {3650, "3.15", 16},
  };

  private static final int LAST = 3699;
  private static final int OURS = 3531;

  private MagicNumbers() {}

  /** The writer in words: {@code CPython 3.11}; what is not known is said so. */
  public static String writer(int magic) {
    int number = magic & 0xffff;
    if (magic >>> 16 != ('\r' | '\n' << 8)) {
      return "no CPython (the first four bytes are 0x" + Integer.toHexString(magic) + ")";
    }
    if (number >= 62011 && number <= 62211) {
      return number >= 62171 ? "CPython 2.7" : "CPython 2.6 or earlier";
    }
    Object[] row = row(number);
    if (row == null) {
      return "an unknown Python (magic number " + number + ")";
    }
    String version = "CPython " + row[1];
    return row[1].equals("3.12") && number != OURS
        ? version + " before its release (magic number " + number + ")"
        : version;
  }

  /** How many bytes of header come before the code; 0 when that is not known. */
  public static int headerLength(int magic) {
    int number = magic & 0xffff;
    if (number >= 62011 && number <= 62211) {
      return 8;
    }
    Object[] row = row(number);
    return row == null ? 0 : (Integer) row[2];
  }

  private static Object[] row(int number) {
    Object[] found = null;
    for (Object[] row : FIRST) {
      found = number >= (Integer) row[0] ? row : found;
    }
    return number > LAST ? null : found;
  }
}
