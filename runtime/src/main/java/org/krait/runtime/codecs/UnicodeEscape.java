package org.krait.runtime.codecs;

import org.krait.runtime.text.PyStrBuilder;
import org.krait.runtime.text.UnicodeNames;
import org.krait.runtime.types.PyStr;

/** Text as the inside of a Python literal: {@code unicode_escape} and {@code raw_unicode_escape}. */
public final class UnicodeEscape {
  private static final String HEX = "0123456789abcdef";

  private UnicodeEscape() {}

  /** The value of {@code count} hexadecimal digits, or minus one minus how many there are. */
  private static long hex(byte[] in, int from, int end, int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      int digit = from + i < end ? Character.digit(in[from + i], 16) : -1;
      if (digit < 0 || in[from + i] < 0) {
        return -1 - i;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** Decodes all escapes of str literals. */
  public static final class Decoder extends TextDecoder {
    private int firstInvalid = -1;

    public Decoder(byte[] in, String errors, boolean last) {
      super("unicodeescape", in, errors, last);
    }

    /** The place of the first escape that means nothing, or -1. */
    public int firstInvalid() {
      return firstInvalid;
    }

    @Override
    protected void run() {
      while (at < end) {
        int b = unit(at);
        if (b != '\\') {
          out.append(b);
          at++;
        } else if (!escape()) {
          return;
        }
      }
    }

    /** Decodes an escape; false when it is incomplete and more may follow. */
    private boolean escape() {
      if (at + 1 >= end) {
        return incomplete("\\ at end of string");
      }
      int c = unit(at + 1);
      switch (c) {
        case '\n' -> at += 2;
        case '\\', '\'', '"' -> simple(c);
        case 'b' -> simple('\b');
        case 't' -> simple('\t');
        case 'n' -> simple('\n');
        case 'r' -> simple('\r');
        case 'f' -> simple('\f');
        case 'v' -> simple(11);
        case 'a' -> simple(7);
        case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
        case 'x' -> {
          return hexEscape(2, "truncated \\xXX escape");
        }
        case 'u' -> {
          return hexEscape(4, "truncated \\uXXXX escape");
        }
        case 'U' -> {
          return hexEscape(8, "truncated \\UXXXXXXXX escape");
        }
        case 'N' -> {
          return named();
        }
        default -> {
          firstInvalid = firstInvalid < 0 ? at : firstInvalid;
          out.append('\\').append(c);
          at += 2;
        }
      }
      return true;
    }

    private boolean incomplete(String reason) {
      if (last) {
        error(at, end, reason);
      }
      return last;
    }

    private void simple(int c) {
      out.append(c);
      at += 2;
    }

    private void octal() {
      int start = at++;
      int value = 0;
      for (int i = 0; i < 3 && at < end && unit(at) >= '0' && unit(at) <= '7'; i++) {
        value = value * 8 + unit(at++) - '0';
      }
      if (value > 0xff && firstInvalid < 0) {
        firstInvalid = start;
      }
      out.append(value);
    }

    private boolean hexEscape(int digits, String reason) {
      long value = hex(in, at + 2, end, digits);
      if (value < 0) {
        int good = (int) (-1 - value);
        if (!last && at + 2 + good >= end) {
          return false;
        }
        error(at, at + 2 + good, reason);
      } else if (value > 0x10ffff) {
        error(at, at + 2 + digits, "illegal Unicode character");
      } else {
        out.append((int) value);
        at += 2 + digits;
      }
      return true;
    }

    private boolean named() {
      int open = at + 2;
      if (open >= end || unit(open) != '{') {
        if (open >= end && !last) {
          return false;
        }
        error(at, open, "malformed \\N character escape");
        return true;
      }
      int close = open + 1;
      while (close < end && unit(close) != '}') {
        close++;
      }
      if (close == end) {
        if (!last) {
          return false;
        }
        error(at, end, "malformed \\N character escape");
        return true;
      }
      if (close == open + 1) {
        error(at, close + 1, "malformed \\N character escape");
        return true;
      }
      String name =
          new String(in, open + 1, close - open - 1, java.nio.charset.StandardCharsets.ISO_8859_1);
      int c = UnicodeNames.lookup(name);
      if (c < 0) {
        error(at, close + 1, "unknown Unicode character name");
      } else {
        out.append(c);
        at = close + 1;
      }
      return true;
    }
  }

  /** Decodes {@code &#92;u} and {@code \U} behind an odd number of backslashes, and nothing else. */
  public static final class RawDecoder extends TextDecoder {
    public RawDecoder(byte[] in, String errors, boolean last) {
      super("rawunicodeescape", in, errors, last);
    }

    @Override
    protected void run() {
      while (at < end) {
        int b = unit(at);
        if (b != '\\') {
          out.append(b);
          at++;
          continue;
        }
        if (at + 1 >= end) {
          if (last) {
            out.append(b);
            at++;
          }
          return;
        }
        int c = unit(at + 1);
        if (c != 'u' && c != 'U') {
          out.append(b).append(c);
          at += 2;
        } else if (!escape(c == 'u' ? 4 : 8)) {
          return;
        }
      }
    }

    private boolean escape(int digits) {
      long value = hex(in, at + 2, end, digits);
      if (value < 0) {
        int good = (int) (-1 - value);
        if (!last && at + 2 + good >= end) {
          return false;
        }
        String reason = digits == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape";
        error(at, at + 2 + good, reason);
      } else if (value > 0x10ffff) {
        error(at, at + 2 + digits, "\\Uxxxxxxxx out of range");
      } else {
        out.append((int) value);
        at += 2 + digits;
      }
      return true;
    }
  }

  /** Encodes to printable ASCII. */
  public static byte[] encode(PyStr text) {
    ByteBuilder out = new ByteBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> {
          if (c >= ' ' && c < 0x7f) {
            out.append(c);
          } else {
            escape(out, c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8);
          }
        }
      }
    }
    return out.toByteArray();
  }

  /** Encodes to Latin-1, with escapes for all above. */
  public static byte[] encodeRaw(PyStr text) {
    ByteBuilder out = new ByteBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (c < 0x100) {
        out.append(c);
      } else {
        escape(out, c, c < 0x10000 ? 4 : 8);
      }
    }
    return out.toByteArray();
  }

  private static void escape(ByteBuilder out, int c, int digits) {
    out.append('\\').append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 0xf));
    }
  }

  /** The text of an escape sequence for each character of a range, shortest form. */
  static void escape(PyStr text, int from, int to, PyStrBuilder target) {
    for (int i = from; i < to; i++) {
      org.krait.runtime.text.TextRepr.escape(target, text.codePointAt(i));
    }
  }
}
