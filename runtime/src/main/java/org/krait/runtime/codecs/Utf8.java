package org.krait.runtime.codecs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.krait.runtime.types.PyStr;

/** UTF-8. */
public final class Utf8 {
  private static final char REPLACEMENT = '\ufffd';

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHEST = ONES << 7;
  private static final long QUESTION_MARKS = ONES * '?';

  private Utf8() {}

  /** The text of valid bytes, or the result of a run of {@link Decoder}. */
  public static PyStr decode(byte[] bytes, String errors) {
    PyStr text = decodeValid(bytes);
    return text != null ? text : new Decoder(bytes, errors, true).decode();
  }

  /** The text of valid bytes, or null. */
  public static PyStr decodeValid(byte[] bytes) {
    // Java puts a replacement character for whatever is wrong; a true one is left to the long way.
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.length() == bytes.length && text.indexOf(REPLACEMENT) < 0) {
      return PyStr.ofUnits(text);
    }
    return text.indexOf(REPLACEMENT) < 0 ? PyStr.of(text) : null;
  }

  /** How many bytes at the start are ASCII. */
  static int asciiLength(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  /** The bytes of a text. */
  public static byte[] encode(PyStr text, String errors) {
    String units = text.units();
    if (text.isAscii()) {
      return units.getBytes(StandardCharsets.ISO_8859_1);
    }
    if (units != null) {
      byte[] bytes = units.getBytes(StandardCharsets.UTF_8);
      if (!mayBeOfSurrogates(bytes) || !hasSurrogates(units)) {
        return bytes;
      }
    }
    return new Encoder(text, errors).encode();
  }

  /** Java puts a question mark for a surrogate, and four bytes for two that make a pair. */
  private static boolean mayBeOfSurrogates(byte[] bytes) {
    int at = 0;
    for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
      long eight = (long) LONGS.get(bytes, at);
      long others = eight ^ QUESTION_MARKS;
      // A byte without bits borrows from its highest one; four high bits meet in the highest.
      if (((others - ONES & ~others | eight & eight << 1 & eight << 2 & eight << 3) & HIGHEST) != 0) {
        return true;
      }
    }
    for (; at < bytes.length; at++) {
      byte b = bytes[at];
      if (b == '?' || b < 0 && b >= (byte) 0xf0) {
        return true;
      }
    }
    return false;
  }

  static boolean hasSurrogates(String units) {
    for (int i = 0; i < units.length(); i++) {
      if (Character.isSurrogate(units.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Decodes; shortest forms only, no surrogates, nothing above U+10FFFF. */
  public static final class Decoder extends TextDecoder {
    public Decoder(byte[] in, String errors, boolean last) {
      super("utf-8", in, errors, last);
    }

    @Override
    protected void run() {
      while (at < end) {
        int b = in[at];
        if (b >= 0) {
          out.append(b);
          at++;
        } else if (!sequence(b & 0xff)) {
          return;
        }
      }
    }

    /** Decodes a sequence of several bytes; false when it is incomplete and more may follow. */
    private boolean sequence(int first) {
      int length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
      if (length == 0) {
        error(at, at + 1, "invalid start byte");
        return true;
      }
      int c = first & 0x7f >> length;
      for (int i = 1; i < length; i++) {
        if (at + i == end) {
          if (last) {
            error(at, end, "unexpected end of data");
          }
          return last;
        }
        int next = unit(at + i);
        if ((next & 0xc0) != 0x80 || i == 1 && !isSecond(first, next)) {
          if (!last && first == 0xed && end - at == 2 && (next & 0xc0) == 0x80) {
            // The beginning of a surrogate, which the error handler may want whole.
            return false;
          }
          error(at, at + i, "invalid continuation byte");
          return true;
        }
        c = c << 6 | next & 0x3f;
      }
      out.append(c);
      at += length;
      return true;
    }

    private static boolean isSecond(int first, int second) {
      return switch (first) {
        case 0xe0 -> second >= 0xa0;
        case 0xed -> second < 0xa0;
        case 0xf0 -> second >= 0x90;
        case 0xf4 -> second < 0x90;
        default -> true;
      };
    }
  }

  /** Encodes; surrogates are errors. */
  private static final class Encoder extends TextEncoder {
    Encoder(PyStr in, String errors) {
      super("utf-8", in, errors, in.length() * 2);
    }

    @Override
    protected void run() {
      while (at < end) {
        int c = in.codePointAt(at);
        if (c >= 0xd800 && c < 0xe000) {
          int stop = at + 1;
          while (stop < end && in.codePointAt(stop) >> 11 == 0x1b) {
            stop++;
          }
          error(at, stop, "surrogates not allowed");
        } else {
          encode(c);
          at++;
        }
      }
    }

    private void encode(int c) {
      if (c < 0x80) {
        out.append(c);
        return;
      }
      if (c < 0x800) {
        out.append(0xc0 | c >> 6);
      } else {
        if (c < 0x10000) {
          out.append(0xe0 | c >> 12);
        } else {
          out.append(0xf0 | c >> 18).append(0x80 | c >> 12 & 0x3f);
        }
        out.append(0x80 | c >> 6 & 0x3f);
      }
      out.append(0x80 | c & 0x3f);
    }

    @Override
    protected boolean put(int c) {
      if (c >= 0x80) {
        return false;
      }
      out.append(c);
      return true;
    }
  }
}
