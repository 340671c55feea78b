package org.krait.stdlib.importing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.krait.runtime.types.PyStr;

/** A part of a {@link CodeArchive} in memory, and the strings that were taken from it so far. */
final class CodeSegment {
  // Forms of strings, in the lowest bits of their lengths.
  static final int INTERNED = 1;
  static final int WIDE = 2;
  static final int FORM_BITS = 2;

  final int[] ints;
  private final byte[] bytes;
  private final int base;

  /** Where the table of strings stands. */
  private final int table;

  private final PyStr[] strings;

  /**
   * A segment.
   *
   * @param bytes an array with the segment's bytes
   * @param base where they start
   */
  CodeSegment(int[] ints, byte[] bytes, int base) {
    this.ints = ints;
    this.bytes = bytes;
    this.base = base;
    this.table = ints[0];
    this.strings = new PyStr[ints[table]];
  }

  byte[] bytes(int at, int length) {
    return Arrays.copyOfRange(bytes, base + at, base + at + length);
  }

  /** Text for Java, in UTF-8. */
  String text(int at, int length) {
    return new String(bytes, base + at, length, StandardCharsets.UTF_8);
  }

  /** A string, always the same object; two threads may make it at once, for it is interned. */
  PyStr string(int index) {
    PyStr known = strings[index];
    if (known == null) {
      known = fresh(index);
      strings[index] = known;
    }
    return known;
  }

  boolean isInterned(int index) {
    return (ints[table + 2 + 2 * index] & INTERNED) != 0;
  }

  /** A string, made anew unless it is interned. */
  PyStr fresh(int index) {
    int at = ints[table + 1 + 2 * index];
    int form = ints[table + 2 + 2 * index];
    int length = form >> FORM_BITS;
    if ((form & WIDE) != 0) {
      PyStr wide = PyStr.ofCodePoints(ints, at, at + length);
      return (form & INTERNED) != 0 ? wide.intern() : wide;
    }
    String text = new String(bytes, base + at, length, StandardCharsets.ISO_8859_1);
    return (form & INTERNED) != 0 ? PyStr.internedUnits(text) : PyStr.ofUnits(text);
  }
}
