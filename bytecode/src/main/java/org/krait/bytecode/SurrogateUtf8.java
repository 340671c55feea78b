package org.krait.bytecode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 in which lone surrogates stand as three bytes: Python's {@code surrogatepass}. */
final class SurrogateUtf8 {
  private SurrogateUtf8() {}

  static <T> T decode(byte[] data, int from, int to, MarshalFactory<T> factory, boolean interned)
      throws MarshalException {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data, from, to - from)).toString();
      return factory.string(text, interned);
    } catch (CharacterCodingException e) {
      return decodeByPoints(data, from, to, factory, interned);
    }
  }

  private static <T> T decodeByPoints(
      byte[] data, int from, int to, MarshalFactory<T> factory, boolean interned)
      throws MarshalException {
    int[] points = new int[to - from];
    int count = 0;
    boolean pair = false;
    for (int at = from; at < to; ) {
      int width = sequence(data, at, from, to);
      int point = point(data, at, width);
      at += width;
      pair |= count > 0 && isHigh(points[count - 1]) && isLow(point);
      points[count++] = point;
    }
    points = Arrays.copyOf(points, count);
    return pair
        ? factory.string(points, interned)
        : factory.string(new String(points, 0, count), interned);
  }

  private static boolean isHigh(int point) {
    return (point & ~0x3ff) == 0xd800;
  }

  private static boolean isLow(int point) {
    return (point & ~0x3ff) == 0xdc00;
  }

  private static int point(byte[] data, int at, int width) {
    if (width == 1) {
      return data[at];
    }
    int point = data[at] & 0xff >> width + 1;
    for (int i = 1; i < width; i++) {
      point = point << 6 | data[at + i] & 0x3f;
    }
    return point;
  }

  /** The length of the sequence at {@code at}; an exception as CPython words it if it is bad. */
  private static int sequence(byte[] data, int at, int from, int to) throws MarshalException {
    int head = data[at] & 0xff;
    if (head < 0x80) {
      return 1;
    }
    int width = head < 0xc2 ? 0 : head < 0xe0 ? 2 : head < 0xf0 ? 3 : head < 0xf5 ? 4 : 0;
    if (width == 0) {
      throw fault(data, at, 1, from, "invalid start byte");
    }
    if (isSurrogate(data, at, to)) {
      return width;
    }
    for (int i = 1; i < width; i++) {
      if (at + i >= to) {
        throw fault(data, at, to - at, from, "unexpected end of data");
      }
      int next = data[at + i] & 0xff;
      boolean fits = (next & 0xc0) == 0x80 && (i > 1 || fitsSecond(head, next));
      if (!fits) {
        throw fault(data, at, i, from, "invalid continuation byte");
      }
    }
    return width;
  }

  private static boolean isSurrogate(byte[] data, int at, int to) {
    return at + 2 < to
        && (data[at] & 0xff) == 0xed
        && (data[at + 1] & 0xe0) == 0xa0
        && (data[at + 2] & 0xc0) == 0x80;
  }

  /** Rules out overlong forms, surrogates and points above U+10FFFF. */
  private static boolean fitsSecond(int head, int next) {
    return switch (head) {
      case 0xe0 -> next >= 0xa0;
      case 0xed -> next < 0xa0;
      case 0xf0 -> next >= 0x90;
      case 0xf4 -> next < 0x90;
      default -> true;
    };
  }

  private static MarshalException fault(byte[] data, int at, int count, int from, String reason) {
    int first = at - from;
    String what =
        count == 1
            ? String.format("byte 0x%02x in position %d", data[at] & 0xff, first)
            : String.format("bytes in position %d-%d", first, first + count - 1);
    return new MarshalException(
        MarshalException.Kind.UNICODE, "'utf-8' codec can't decode " + what + ": " + reason);
  }

  static byte[] encode(int[] points) {
    byte[] out = new byte[4 * points.length];
    int n = 0;
    for (int p : points) {
      if (p < 0x80) {
        out[n++] = (byte) p;
      } else if (p < 0x800) {
        out[n++] = (byte) (0xc0 | p >> 6);
        out[n++] = (byte) (0x80 | p & 0x3f);
      } else if (p < 0x10000) {
        out[n++] = (byte) (0xe0 | p >> 12);
        out[n++] = (byte) (0x80 | p >> 6 & 0x3f);
        out[n++] = (byte) (0x80 | p & 0x3f);
      } else {
        out[n++] = (byte) (0xf0 | p >> 18);
        out[n++] = (byte) (0x80 | p >> 12 & 0x3f);
        out[n++] = (byte) (0x80 | p >> 6 & 0x3f);
        out[n++] = (byte) (0x80 | p & 0x3f);
      }
    }
    return Arrays.copyOf(out, n);
  }
}
