package org.krait.runtime.codecs;

import java.nio.charset.StandardCharsets;
import org.krait.runtime.Errors;
import org.krait.runtime.Warnings;

/** Bytes as the inside of a bytes literal: {@code codecs.escape_decode} and {@code escape_encode}. */
public final class ByteEscape {
  private static final String HEX = "0123456789abcdef";

  /** What may follow a backslash. */
  private static final String KNOWN = "\n\\'\"bftnrva01234567x";

  private ByteEscape() {}

  /**
   * Decodes the escapes of bytes literals.
   *
   * @param errors {@code strict}, {@code replace} or {@code ignore}, for incomplete {@code \x}
   */
  public static byte[] decode(byte[] in, String errors) {
    ByteBuilder out = new ByteBuilder(in.length);
    int at = 0;
    int doubtful = -1;
    while (at < in.length) {
      if (in[at] != '\\') {
        out.append(in[at++]);
        continue;
      }
      if (at + 1 == in.length) {
        throw Errors.valueError("Trailing \\ in string");
      }
      if (doubtful < 0 && isDoubtful(in, at + 1)) {
        doubtful = at + 1;
      }
      at = escape(in, at, errors, out);
    }
    if (doubtful >= 0) {
      warn(in, doubtful);
    }
    return out.toByteArray();
  }

  /** Whether an escape means nothing, or a number that is no byte. */
  private static boolean isDoubtful(byte[] in, int at) {
    if (in[at] >= '4' && in[at] <= '7') {
      return at + 2 < in.length && isOctal(in[at + 1]) && isOctal(in[at + 2]);
    }
    return KNOWN.indexOf(in[at]) < 0;
  }

  private static boolean isOctal(byte b) {
    return b >= '0' && b <= '7';
  }

  private static void warn(byte[] in, int at) {
    String digits = new String(in, at, Math.min(3, in.length - at), StandardCharsets.ISO_8859_1);
    Warnings.deprecated(
        isOctal(in[at])
            ? "invalid octal escape sequence '\\" + digits + "'"
            : "invalid escape sequence '\\" + digits.charAt(0) + "'");
  }

  private static int escape(byte[] in, int start, String errors, ByteBuilder out) {
    int c = in[start + 1];
    int next = start + 2;
    switch (c) {
      case '\n' -> {}
      case '\\', '\'', '"' -> out.append(c);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 't' -> out.append('\t');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 'v' -> out.append(11);
      case 'a' -> out.append(7);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return octal(in, start + 1, out);
      }
      case 'x' -> {
        return hex(in, start, errors, out);
      }
      default -> out.append('\\').append(c);
    }
    return next;
  }

  private static int octal(byte[] in, int from, ByteBuilder out) {
    int value = 0;
    int at = from;
    while (at < in.length && at < from + 3 && in[at] >= '0' && in[at] <= '7') {
      value = value * 8 + in[at++] - '0';
    }
    out.append(value);
    return at;
  }

  private static int hex(byte[] in, int start, String errors, ByteBuilder out) {
    int high = start + 2 < in.length ? Character.digit(in[start + 2], 16) : -1;
    int low = start + 3 < in.length ? Character.digit(in[start + 3], 16) : -1;
    if (high >= 0 && low >= 0) {
      out.append(high << 4 | low);
      return start + 4;
    }
    if (errors == null || errors.equals("strict")) {
      throw Errors.valueError("invalid \\x escape at position %d", start);
    }
    if (errors.equals("replace")) {
      out.append('?');
    } else if (!errors.equals("ignore")) {
      throw Errors.valueError("decoding error; unknown error handling code: %s", errors);
    }
    return high >= 0 ? start + 3 : start + 2;
  }

  /** Encodes to printable ASCII. */
  public static byte[] encode(byte[] in) {
    ByteBuilder out = new ByteBuilder(in.length + 16);
    for (byte b : in) {
      switch (b) {
        case '\\', '\'' -> out.append('\\').append(b);
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> {
          if (b >= ' ' && b < 0x7f) {
            out.append(b);
          } else {
            out.append("\\x").append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
          }
        }
      }
    }
    return out.toByteArray();
  }
}
