package org.krait.stdlib.importing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.krait.runtime.types.PyStr;

/** A part of a {@link CodeArchive} in memory, and the strings that were taken from it so far. */
final class CodeSegment {
  // Forms of strings, in the lowest bits of their lengths.
  static final int INTERNED = 1;
  static final int WIDE = 2;
  static final int PACKED = 4;
  static final int ASCII = 8;
  static final int FORM_BITS = 4;

  /** How many numbers the table has of a string: where it starts, its length and form, its Java hash. */
  static final int ENTRY = 3;

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
    return (ints[table + 2 + ENTRY * index] & INTERNED) != 0;
  }

  /** A string, made anew unless it is interned. */
  PyStr fresh(int index) {
    int entry = table + 1 + ENTRY * index;
    int at = ints[entry];
    int form = ints[entry + 1];
    if ((form & PACKED) != 0) {
      long low = wide(at);
      long word = wide(at + 2);
      return (form & INTERNED) != 0 ? PyStr.internedNumbers(low, word, ints[entry + 2]) : PyStr.ofNumbers(low, word);
    }
    int length = form >> FORM_BITS;
    if ((form & WIDE) != 0) {
      PyStr wide = PyStr.ofCodePoints(ints, at, at + length);
      return (form & INTERNED) != 0 ? wide.intern() : wide;
    }
    String text = new String(bytes, base + at, length, StandardCharsets.ISO_8859_1);
    if ((form & ASCII) != 0) {
      return (form & INTERNED) != 0 ? PyStr.internedAscii(text, ints[entry + 2]) : PyStr.ofAscii(text);
    }
    return (form & INTERNED) != 0 ? PyStr.internedUnits(text) : PyStr.ofUnits(text);
  }

  /** A number of eight bytes. */
  long wide(int at) {
    return ints[at] & 0xffffffffL | (long) ints[at + 1] << 32;
  }
}
