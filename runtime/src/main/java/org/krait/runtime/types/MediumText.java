package org.krait.runtime.types;

import org.krait.runtime.PyObject;

/**
 * Texts of eight to fifteen characters up to U+00FF as two {@code long}s. The low one has the first eight characters,
 * from the lowest byte up; the high one has the others in the same way, and in its highest byte the length of the
 * whole, with the sign, by which it differs from a {@link ShortText}.
 *
 * <p>Without the sign the high one is the last word that SipHash takes of such a text.
 */
final class MediumText {
  static final int LONGEST = 15;

  private static final int LOW = Long.BYTES;
  private static final int LENGTH = 56;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private MediumText() {}

  /** Of a {@link ShortText} as well. */
  static int length(long high) {
    return (int) (high >>> LENGTH) & 0x7f;
  }

  /** The high word of so many characters. */
  static long high(long characters, int length) {
    return Long.MIN_VALUE | (long) length << LENGTH | characters;
  }

  /** The characters behind the first eight; what is behind them is 0. */
  private static long characters(long high) {
    return high & (1L << LENGTH) - 1;
  }

  /** The word as SipHash takes it. */
  static long last(long high) {
    return high & Long.MAX_VALUE;
  }

  static int at(long low, long high, int index) {
    return (int) ((index < LOW ? low : high) >>> 8 * index) & 0xff;
  }

  /** The first eight characters of a text in Latin-1. */
  static long low(byte[] text) {
    return text[0] & 0xffL
        | (text[1] & 0xffL) << 8
        | (text[2] & 0xffL) << 16
        | (text[3] & 0xffL) << 24
        | (text[4] & 0xffL) << 32
        | (text[5] & 0xffL) << 40
        | (text[6] & 0xffL) << 48
        | (long) text[7] << 56;
  }

  /**
   * The high word of a text in Latin-1; 0 where it is another text than the Java one that it was made of, of which
   * characters above U+00FF became question marks.
   *
   * @param low its low word
   */
  static long high(byte[] text, long low, String original) {
    long word = 0;
    for (int i = text.length - 1; i >= LOW; i--) {
      word = word << 8 | text[i] & 0xff;
    }
    return mayHaveMark(low, word) && !isNarrow(original) ? 0 : high(word, text.length);
  }

  /** Whether one of sixteen characters may be a question mark: false is certain. */
  private static boolean mayHaveMark(long low, long high) {
    long a = low ^ '?' * ONES;
    long b = high ^ '?' * ONES;
    return ((a - ONES & ~a | b - ONES & ~b) & HIGH) != 0;
  }

  static boolean isNarrow(String text) {
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      all |= text.charAt(i);
    }
    return all <= 0xff;
  }

  /** The first eight characters of a part of a Java text. */
  static long low(CharSequence text, int from) {
    long word = 0;
    for (int i = LOW - 1; i >= 0; i--) {
      word = word << 8 | text.charAt(from + i);
    }
    return word;
  }

  /** The high word of eight to fifteen characters of a Java text; 0 where one of all these is above U+00FF. */
  static long high(CharSequence text, int from, int to) {
    int all = 0;
    for (int i = 0; i < LOW; i++) {
      all |= text.charAt(from + i);
    }
    long word = 0;
    for (int i = to - 1; i >= from + LOW; i--) {
      char unit = text.charAt(i);
      all |= unit;
      word = word << 8 | unit;
    }
    return all > 0xff ? 0 : high(word, to - from);
  }

  /** Eight characters from a place on, as many as there are. */
  private static long from(long low, long high, int at) {
    long behind = characters(high);
    return at == 0 ? low : at < LOW ? low >>> 8 * at | behind << Long.SIZE - 8 * at : behind >>> 8 * at;
  }

  /** At least one character. */
  static PyStr part(long low, long high, int from, int count) {
    long first = from(low, high, from);
    if (count < LOW) {
      return PyStr.ofShort(first & (1L << 8 * count) - 1 | (long) count << LENGTH);
    }
    long behind = characters(high) >>> 8 * from & (1L << 8 * (count - LOW)) - 1;
    return PyStr.ofMedium(first, high(behind, count));
  }

  /** Up to fifteen characters: the first eight, and those behind them. */
  static PyStr of(long low, long behind, int length) {
    return length < LOW ? PyStr.ofShort(low | (long) length << LENGTH) : PyStr.ofMedium(low, high(behind, length));
  }

  /** So many digits of so many bits each behind a mark, fifteen characters at most. */
  static PyStr ofBits(long value, int bits, int digits, String mark) {
    int length = mark.length() + digits;
    long left = value;
    long low = 0;
    long behind = 0;
    for (int at = length - 1; at >= mark.length(); at--, left >>>= bits) {
      long digit = left & (1L << bits) - 1;
      long character = digit < 10 ? '0' + digit : 'a' - 10 + digit;
      if (at < LOW) {
        low = low << 8 | character;
      } else {
        behind = behind << 8 | character;
      }
    }
    for (int at = mark.length() - 1; at >= 0; at--) {
      low = low << 8 | mark.charAt(at);
    }
    return of(low, behind, length);
  }

  /** One to fifteen times the same character. */
  static PyStr filled(int character, int count) {
    long all = character * ONES;
    return count < LOW
        ? of(all & (1L << 8 * count) - 1, 0, count)
        : of(all, all & (1L << 8 * (count - LOW)) - 1, count);
  }

  /**
   * Two short or medium texts together, eight to fifteen characters.
   *
   * @param low the first eight characters of the left one, or fewer
   * @param high its word
   */
  static PyStr concat(long low, long high, long otherLow, long otherHigh) {
    int own = length(high);
    int length = own + length(otherHigh);
    if (own >= LOW) {
      return PyStr.ofMedium(low, high(characters(high) | otherLow << 8 * own, length));
    }
    long behind = otherHigh < 0 ? characters(otherHigh) << 8 * own : 0;
    return PyStr.ofMedium(low | otherLow << 8 * own, high(otherLow >>> Long.SIZE - 8 * own | behind, length));
  }

  /** Texts that are numbers or empty together as one, fifteen characters at most; null where one is neither. */
  static PyStr join(PyObject[] parts, int from, int count) {
    long first = 0;
    long behind = 0;
    int length = 0;
    for (int i = from; i < from + count; i++) {
      PyStr part = (PyStr) parts[i];
      if (!part.isPacked()) {
        if (part.length() != 0) {
          return null;
        }
        continue;
      }
      long low = part.firstCharacters();
      if (length >= LOW) {
        behind |= low << 8 * length;
      } else {
        long high = part.high() == 0 ? 0 : characters(part.high());
        behind = length == 0 ? high : low >>> Long.SIZE - 8 * length | high << 8 * length;
        first |= low << 8 * length;
      }
      length += part.length();
    }
    return length < LOW ? PyStr.ofShort(first | (long) length << LENGTH) : PyStr.ofMedium(first, high(behind, length));
  }

  static PyStr reverse(long low, long high) {
    int length = length(high);
    long first = Long.reverseBytes(characters(high));
    long second = Long.reverseBytes(low);
    int shift = 8 * (2 * LOW - length);
    return length == LOW
        ? PyStr.ofMedium(second, high)
        : PyStr.ofMedium(first >>> shift | second << Long.SIZE - shift, high(second >>> shift, length));
  }

  /** A high bit at the first byte that is this character, and perhaps at some behind it; 0 where there is none. */
  private static long places(long word, int character) {
    long differences = word ^ character * ONES;
    return differences - ONES & ~differences & HIGH;
  }

  private static long highPlaces(long high, int character) {
    return places(high, character) & (1L << 8 * (length(high) & LOW - 1)) - 1;
  }

  /** Of a {@link ShortText} as well, whose low word is 0: no branch tells them apart, for it could not be foreseen. */
  static boolean contains(long low, long high, int character) {
    return (places(low, character) & high >> Long.SIZE - 1 | highPlaces(high, character)) != 0;
  }

  /** The first place of a character, or -1. */
  static int indexOf(long low, long high, int character) {
    long places = places(low, character);
    if (places != 0) {
      return Long.numberOfTrailingZeros(places) >>> 3;
    }
    long others = highPlaces(high, character);
    return others == 0 ? -1 : LOW + (Long.numberOfTrailingZeros(others) >>> 3);
  }

  /** The first place of a {@link ShortText} from here on, or -1. */
  static int indexOf(long low, long high, long part, int from) {
    int last = length(high) - ShortText.length(part);
    for (int at = from; at <= last; at++) {
      if (matches(low, high, part, at)) {
        return at;
      }
    }
    return -1;
  }

  /** Whether a {@link ShortText} stands at a place where there is room for it. */
  static boolean matches(long low, long high, long part, int at) {
    int length = ShortText.length(part);
    return ((from(low, high, at) ^ part) & (1L << 8 * length) - 1) == 0;
  }

  /** The text without the character at a place. */
  static PyStr without(long low, long high, int at) {
    int length = length(high) - 1;
    long behind = characters(high);
    long before = (1L << 8 * at) - 1;
    if (at >= LOW) {
      return PyStr.ofMedium(low, high(behind & before | behind >>> 8 & ~before, length));
    }
    long first = low & before | low >>> 8 & ~before | behind << LENGTH;
    return length < LOW
        ? PyStr.ofShort(first | (long) length << LENGTH)
        : PyStr.ofMedium(first, high(behind >>> 8, length));
  }

  /** The order of code points, of short and medium texts. */
  static int compare(long low, long high, long otherLow, long otherHigh) {
    int order = Long.compareUnsigned(Long.reverseBytes(low), Long.reverseBytes(otherLow));
    if (order == 0) {
      long own = high < 0 ? characters(high) : 0;
      long other = otherHigh < 0 ? characters(otherHigh) : 0;
      order = Long.compareUnsigned(Long.reverseBytes(own), Long.reverseBytes(other));
    }
    return order != 0 ? order : Integer.compare(length(high), length(otherHigh));
  }

  static boolean isAscii(long low, long high) {
    return ((low | characters(high)) & HIGH) == 0;
  }

  /** ASCII text in small letters. */
  static PyStr lower(long low, long high) {
    return PyStr.ofMedium(ShortText.lower(low), ShortText.lower(high));
  }

  /** ASCII text in capitals. */
  static PyStr upper(long low, long high) {
    return PyStr.ofMedium(ShortText.upper(low), ShortText.upper(high));
  }
}
