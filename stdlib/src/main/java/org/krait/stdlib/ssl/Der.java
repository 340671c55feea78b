package org.krait.stdlib.ssl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walks through values in DER (X.690): one value after the other, each with a tag and contents. */
final class Der {
  static final int BOOLEAN = 1;
  static final int INTEGER = 2;
  static final int BIT_STRING = 3;
  static final int OCTETS = 4;
  static final int OBJECT = 6;
  static final int UTF8 = 12;
  static final int UTC_TIME = 23;
  static final int UNIVERSAL_STRING = 28;
  static final int BMP_STRING = 30;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  /** Bytes that are not what they should be. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  private final byte[] bytes;
  private final int end;
  private int next;
  private int tag;
  private int start;
  private int from;
  private int until;

  Der(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private Der(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.next = from;
    this.end = end;
  }

  boolean hasNext() {
    return next < end;
  }

  /** The tag of the value to come, -1 at the end. */
  int peek() {
    return next < end ? bytes[next] & 0xff : -1;
  }

  /** Goes on to the next value; its tag. */
  int next() throws Malformed {
    if (next + 2 > end) {
      throw new Malformed("header too long");
    }
    start = next;
    tag = bytes[next] & 0xff;
    int length = bytes[next + 1] & 0xff;
    int at = next + 2;
    if ((tag & 0x1f) == 0x1f) {
      throw new Malformed("long tag");
    }
    if (length >= 0x80) {
      int count = length & 0x7f;
      if (count == 0 || count > 4 || at + count > end) {
        throw new Malformed("bad length");
      }
      long value = 0;
      for (int i = 0; i < count; i++) {
        value = value << 8 | bytes[at + i] & 0xff;
      }
      at += count;
      if (value > end - at) {
        throw new Malformed("too long");
      }
      length = (int) value;
    } else if (length > end - at) {
      throw new Malformed("too long");
    }
    from = at;
    until = at + length;
    next = until;
    return tag;
  }

  /** Goes on to the next value, which has a tag; its contents. */
  Der enter(int wanted) throws Malformed {
    expect(wanted);
    return contents();
  }

  /** Goes on to the next value, which has a tag. */
  Der expect(int wanted) throws Malformed {
    if (next() != wanted) {
      throw new Malformed("tag " + tag + " and not " + wanted);
    }
    return this;
  }

  int tag() {
    return tag;
  }

  /** What is in the value that was reached last. */
  Der contents() {
    return new Der(bytes, from, until);
  }

  /** The bytes of the contents. */
  byte[] value() {
    return Arrays.copyOfRange(bytes, from, until);
  }

  /** The value with its tag and length. */
  byte[] whole() {
    return Arrays.copyOfRange(bytes, start, until);
  }

  /** How many bytes the value has with its tag and length. */
  int wholeLength() {
    return until - start;
  }

  String latin() {
    return new String(bytes, from, until - from, StandardCharsets.ISO_8859_1);
  }

  /** An object identifier in numbers with dots. */
  String object() {
    StringBuilder text = new StringBuilder();
    long number = 0;
    java.math.BigInteger large = null;
    for (int i = from; i < until; i++) {
      int b = bytes[i] & 0xff;
      if (large == null && number > Long.MAX_VALUE >> 8) {
        large = java.math.BigInteger.valueOf(number);
      }
      if (large != null) {
        large = large.shiftLeft(7).or(java.math.BigInteger.valueOf(b & 0x7f));
      } else {
        number = number << 7 | b & 0x7f;
      }
      if ((b & 0x80) == 0) {
        append(text, number, large);
        number = 0;
        large = null;
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, long number, java.math.BigInteger large) {
    if (!text.isEmpty()) {
      text.append('.').append(large == null ? Long.toString(number) : large.toString());
    } else if (large != null) {
      text.append("2.").append(large.subtract(java.math.BigInteger.valueOf(80)));
    } else {
      long first = Math.min(number / 40, 2);
      text.append(first).append('.').append(number - 40 * first);
    }
  }

  /** The text of a character string; null for a type that is none. */
  String text() {
    byte[] raw = value();
    return switch (tag) {
      case UTF8 -> new String(raw, StandardCharsets.UTF_8);
      case BMP_STRING -> new String(raw, StandardCharsets.UTF_16BE);
      case UNIVERSAL_STRING -> new String(raw, java.nio.charset.Charset.forName("UTF-32BE"));
      case 18, 19, 20, 21, 22, 25, 26, 27 -> new String(raw, StandardCharsets.ISO_8859_1);
      default -> null;
    };
  }

  // ---- writing

  /** A value of a tag with contents put together. */
  static byte[] value(int tag, byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    int count = length < 0x80 ? 0 : (39 - Integer.numberOfLeadingZeros(length)) / 8;
    byte[] made = new byte[2 + count + length];
    made[0] = (byte) tag;
    made[1] = (byte) (count == 0 ? length : 0x80 | count);
    for (int i = 0; i < count; i++) {
      made[2 + i] = (byte) (length >>> 8 * (count - 1 - i));
    }
    int at = 2 + count;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, made, at, part.length);
      at += part.length;
    }
    return made;
  }
}
