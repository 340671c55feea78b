package org.krait.runtime.types;

import java.nio.charset.StandardCharsets;

/**
 * Texts of one to seven characters up to U+00FF as one {@code long}: the characters from the lowest byte up, their
 * number in the highest. 0 is no such text.
 *
 * <p>Two are equal when the numbers are, and SipHash takes the number as it is for its last word
 * ({@link org.krait.runtime.StringHash#ofShort}). What looks at all characters at once does so after Warren,
 * "Hacker's Delight", chapter 6.
 */
final class ShortText {
  static final int LONGEST = 7;

  private static final int LENGTH = 56;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private ShortText() {}

  static int length(long text) {
    return (int) (text >>> LENGTH);
  }

  /** The characters alone; what is behind them is 0. */
  static long characters(long text) {
    return text & (1L << LENGTH) - 1;
  }

  /** All bits of the first characters; not of none. */
  private static long mask(int count) {
    return -1L >>> Long.SIZE - 8 * count;
  }

  static int at(long text, int index) {
    return (int) (text >>> 8 * index) & 0xff;
  }

  static long of(int character) {
    return 1L << LENGTH | character;
  }

  /** One to seven characters of a Java text; 0 where one is above U+00FF. Written out: so few turns are no loop's. */
  static long of(CharSequence text, int from, int to) {
    int length = to - from;
    long all = text.charAt(from);
    long word = all | (long) length << LENGTH;
    if (length > 1) {
      long unit = text.charAt(from + 1);
      all |= unit;
      word |= unit << 8;
    }
    if (length > 2) {
      long unit = text.charAt(from + 2);
      all |= unit;
      word |= unit << 16;
    }
    if (length > 3) {
      long unit = text.charAt(from + 3);
      all |= unit;
      word |= unit << 24;
    }
    if (length > 4) {
      long unit = text.charAt(from + 4);
      all |= unit;
      word |= unit << 32;
    }
    if (length > 5) {
      long unit = text.charAt(from + 5);
      all |= unit;
      word |= unit << 40;
    }
    if (length > 6) {
      long unit = text.charAt(from + 6);
      all |= unit;
      word |= unit << 48;
    }
    return all > 0xff ? 0 : word;
  }

  /**
   * A text of one to seven characters in Latin-1; 0 where it is another text than the Java one that it was made of, of
   * which characters above U+00FF became question marks.
   */
  static long of(byte[] text, String original) {
    long word = text.length;
    word <<= LENGTH - 8 * text.length;
    for (int i = text.length - 1; i >= 0; i--) {
      word = word << 8 | text[i] & 0xff;
    }
    return indexOf(word, '?') >= 0 && !MediumText.isNarrow(original) ? 0 : word;
  }

  static String toString(long text) {
    byte[] bytes = new byte[length(text)];
    copy(text, bytes, 0);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Puts the characters into an array; the place behind them. */
  static int copy(long text, byte[] to, int at) {
    return copy(text, length(text), to, at);
  }

  /** Puts so many characters, which lie from the lowest byte up, into an array; the place behind them. */
  static int copy(long characters, int count, byte[] to, int at) {
    int end = at + count;
    long left = characters;
    for (int i = at; i < end; i++) {
      to[i] = (byte) left;
      left >>>= 8;
    }
    return end;
  }

  /** The digits of a number from 0 to 9,999,999. */
  static long decimal(int value) {
    long digits = 0;
    long length = 0;
    int left = value;
    do {
      int tenth = left / 10;
      digits = digits << 8 | '0' + left - 10 * tenth;
      length++;
      left = tenth;
    } while (left != 0);
    return digits | length << LENGTH;
  }

  static boolean isAscii(long text) {
    return (text & HIGH) == 0;
  }

  /** At least one character. */
  static long part(long text, int from, int count) {
    return text >>> 8 * from & mask(count) | (long) count << LENGTH;
  }

  /** Both together, seven characters at most. */
  static long concat(long left, long right) {
    return left + (right & -1L << LENGTH) | characters(right) << 8 * length(left);
  }

  /** So many times, once at least; seven characters at most. */
  static long repeat(long text, int count) {
    if (length(text) == 1) {
      return characters(text) * ONES & mask(count) | (long) count << LENGTH;
    }
    long all = text;
    for (int i = 1; i < count; i++) {
      all = concat(all, text);
    }
    return all;
  }

  static long reverse(long text) {
    return text & -1L << LENGTH | Long.reverseBytes(characters(text)) >>> Long.SIZE - 8 * length(text);
  }

  /** A high bit at the first of these characters, and perhaps at some behind it; 0 where there is none. */
  private static long places(long text, int character) {
    long differences = text ^ character * ONES;
    return differences - ONES & ~differences & HIGH & mask(length(text));
  }

  /** The first place of a character, or -1. */
  static int indexOf(long text, int character) {
    long places = places(text, character);
    return places == 0 ? -1 : Long.numberOfTrailingZeros(places) >>> 3;
  }

  /** The first place of another text from here on, or -1. */
  static int indexOf(long text, long part, int from) {
    int last = length(text) - length(part);
    for (int at = from; at <= last; at++) {
      if (matches(text, part, at)) {
        return at;
      }
    }
    return -1;
  }

  /** Whether another text stands at a place where there is room for it. */
  static boolean matches(long text, long part, int at) {
    return (text >>> 8 * at & mask(length(part))) == characters(part);
  }

  /** The text without the character at a place; 0 when it was the only one. */
  static long without(long text, int at) {
    if (length(text) == 1) {
      return 0;
    }
    long before = (1L << 8 * at) - 1;
    long characters = characters(text);
    return characters & before | characters >>> 8 & ~before | (text & -1L << LENGTH) - (1L << LENGTH);
  }

  /** A number without sign whose order is that of texts, but for characters U+0000 at the end. */
  static long rank(long text) {
    return Long.reverseBytes(characters(text));
  }

  /** Whether a character is U+0000. */
  static boolean hasZero(long text) {
    long characters = characters(text) | ~mask(length(text));
    return (characters - ONES & ~characters & HIGH) != 0;
  }

  /** The order of code points. */
  static int compare(long a, long b) {
    int order = Long.compareUnsigned(rank(a), rank(b));
    return order != 0 ? order : Integer.compare(length(a), length(b));
  }

  /** High bits at the characters of ASCII text from one to another; a length in the highest byte is no letter. */
  private static long range(long text, char from, char to) {
    return text + (0x80 - from) * ONES & ~(text + (0x7f - to) * ONES) & HIGH;
  }

  /** ASCII text in small letters. */
  static long lower(long text) {
    return text ^ range(text, 'A', 'Z') >>> 2;
  }

  /** ASCII text in capitals. */
  static long upper(long text) {
    return text ^ range(text, 'a', 'z') >>> 2;
  }
}
