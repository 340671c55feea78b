package org.krait.runtime.text;

import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyStr;

/** {@code repr} of text and bytes: quotes and escapes. */
public final class TextRepr {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private TextRepr() {}

  /** {@code repr(text)}. */
  public static PyStr of(PyStr text) {
    int length = text.length();
    boolean single = text.indexOf('\'') >= 0;
    boolean plain = !single;
    for (int i = 0; i < length && plain; i++) {
      int c = text.codePointAt(i);
      plain = c >= ' ' && c < 0x7f && c != '\\';
    }
    if (plain) {
      return PyStr.ofUnits("'".concat(text.units() == null ? "" : text.units()).concat("'"));
    }
    int quote = single && text.indexOf('"') < 0 ? '"' : '\'';
    PyStrBuilder repr = new PyStrBuilder(length + 8);
    repr.append(quote);
    int from = 0;
    for (int i = 0; i < length; i++) {
      int c = text.codePointAt(i);
      if (c == quote || c == '\\' || !isPlain(c)) {
        repr.append(text, from, i);
        from = i + 1;
        append(repr, c, quote);
      }
    }
    return repr.append(text, from, length).append(quote).toPyStr();
  }

  private static boolean isPlain(int c) {
    return c < 0x7f ? c >= ' ' : Unicode.isPrintable(c);
  }

  private static void append(PyStrBuilder repr, int c, int quote) {
    if (c == quote || c == '\\') {
      repr.append('\\').append(c);
    } else if (c == '\n' || c == '\r' || c == '\t') {
      repr.append('\\').append(c == '\n' ? 'n' : c == '\r' ? 'r' : 't');
    } else if (Unicode.isPrintable(c)) {
      repr.append(c);
    } else {
      escape(repr, c);
    }
  }

  /** Appends the shortest of {@code \xhh}, {@code &#92;uhhhh}, {@code \Uhhhhhhhh}. */
  public static void escape(PyStrBuilder target, int c) {
    target.append('\\');
    int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    target.append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      target.append(HEX[c >> shift & 0xf]);
    }
  }

  /** The text with escapes for all that is not ASCII. */
  public static PyStr escapeNonAscii(PyStr text) {
    if (text.isAscii()) {
      return text;
    }
    PyStrBuilder ascii = new PyStrBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (c < 0x80) {
        ascii.append(c);
      } else {
        escape(ascii, c);
      }
    }
    return ascii.toPyStr();
  }

  /** {@code b'…'} for bytes {@code from} to {@code to}, exclusive. */
  public static String ofBytes(byte[] bytes, int from, int to) {
    return ofBytes(bytes, from, to, false);
  }

  /** As {@link #ofBytes(byte[], int, int)}; {@code bytearray} escapes single quotes in any case. */
  public static String ofBytes(byte[] bytes, int from, int to, boolean escapeSingle) {
    boolean single = false;
    boolean twice = false;
    for (int i = from; i < to; i++) {
      single |= bytes[i] == '\'';
      twice |= bytes[i] == '"';
    }
    char quote = single && !twice ? '"' : '\'';
    StringBuilder repr = new StringBuilder(to - from + 3).append('b').append(quote);
    for (int i = from; i < to; i++) {
      if (escapeSingle && bytes[i] == '\'' && quote != '\'') {
        repr.append('\\');
      }
      append(repr, bytes[i] & 0xff, quote);
    }
    return repr.append(quote).toString();
  }

  /** {@code repr(bytes)}. */
  public static String ofBytes(PyBytes bytes) {
    return ofBytes(bytes.array(), 0, bytes.length());
  }

  private static void append(StringBuilder repr, int b, char quote) {
    switch (b) {
      case '\\' -> repr.append("\\\\");
      case '\t' -> repr.append("\\t");
      case '\n' -> repr.append("\\n");
      case '\r' -> repr.append("\\r");
      default -> {
        if (b == quote) {
          repr.append('\\').append(quote);
        } else if (b < ' ' || b >= 0x7f) {
          repr.append("\\x").append(HEX[b >> 4]).append(HEX[b & 0xf]);
        } else {
          repr.append((char) b);
        }
      }
    }
  }
}
