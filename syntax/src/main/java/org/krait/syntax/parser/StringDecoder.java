package org.krait.syntax.parser;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.krait.constants.Constant;
import org.krait.syntax.DiagnosticListener.Category;
import org.krait.syntax.SyntaxDiagnostic;

/** Decodes the escapes of string and bytes literals. */
final class StringDecoder {
  private final TreeActions parser;
  private final byte[] source;

  /** The characters decoded so far. */
  private int[] points = new int[64];

  private int count;

  /** The first escape that means nothing, without its backslash; null so far. */
  private String invalidEscape;

  /** True for a field's format, where CPython leaves errors of decoding as they are. */
  private boolean inFormat;

  StringDecoder(TreeActions parser) {
    this.parser = parser;
    this.source = parser.session.source;
  }

  /** The value of a text literal between its quotes. */
  Constant.Str text(int token, int start, int end, boolean raw) {
    boolean ascii = true;
    boolean plain = true;
    for (int i = start; i < end; i++) {
      ascii &= source[i] >= 0;
      plain &= source[i] != '\\';
    }
    if (!ascii) {
      checkUtf8(start, end);
    }
    if (raw || plain) {
      return Constant.Str.of(
          new String(
              source,
              start,
              end - start,
              ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
    }
    return text(token, new String(source, start, end - start, StandardCharsets.UTF_8));
  }

  /** The value of a text in a field's format. */
  Constant.Str format(int token, int start, int end) {
    inFormat = true;
    Constant.Str value = text(token, start, end, false);
    inFormat = false;
    return value;
  }

  private void checkUtf8(int start, int end) {
    Utf8.Fault fault = Utf8.fault(source, start, end);
    if (fault != null) {
      parser.error("(unicode error) " + fault.message());
    }
  }

  /** The value of a text with escapes. */
  Constant.Str text(int token, String text) {
    count = 0;
    invalidEscape = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c != '\\' || i == text.length()) {
        add(c);
      } else {
        i = escape(text, i);
      }
    }
    int[] decoded = Arrays.copyOf(points, count);
    warn(token);
    return Constant.Str.ofCodePoints(decoded);
  }

  private void add(int c) {
    if (count == points.length) {
      points = Arrays.copyOf(points, count * 2);
    }
    points[count++] = c;
  }

  /** Decodes the escape whose letter is at a place; returns the place behind it. */
  private int escape(String text, int at) {
    char c = text.charAt(at);
    int simple = simple(c);
    if (simple >= 0) {
      add(simple);
      return at + 1;
    }
    switch (c) {
      case '\n' -> {
        return at + 1;
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return octal(text, at);
      }
      case 'x' -> {
        return hex(text, at, 2, "truncated \\xXX escape");
      }
      case 'u' -> {
        return hex(text, at, 4, "truncated \\uXXXX escape");
      }
      case 'U' -> {
        return hex(text, at, 8, "truncated \\UXXXXXXXX escape");
      }
      case 'N' -> {
        return named(text, at);
      }
      default -> {
        if (c < 128 && invalidEscape == null) {
          invalidEscape = String.valueOf(c);
        }
        add('\\');
        return at;
      }
    }
  }

  private static int simple(int c) {
    return switch (c) {
      case '\\', '\'', '"' -> c;
      case 'a' -> 7;
      case 'b' -> 8;
      case 'f' -> 12;
      case 'n' -> 10;
      case 'r' -> 13;
      case 't' -> 9;
      case 'v' -> 11;
      default -> -1;
    };
  }

  private int octal(String text, int at) {
    int end = at;
    int value = 0;
    while (end < text.length() && end < at + 3 && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
      value = value * 8 + (text.charAt(end++) - '0');
    }
    if (value > 0377 && invalidEscape == null) {
      invalidEscape = text.substring(at, end);
    }
    add(value);
    return end;
  }

  private int hex(String text, int at, int digits, String problem) {
    int value = 0;
    for (int i = at + 1; i <= at + digits; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0 || text.charAt(i) >= 128) {
        fail(text, at - 1, i, problem);
      }
      value = value << 4 | digit;
    }
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      fail(text, at - 1, at + digits + 1, "illegal Unicode character");
    }
    add(value);
    return at + digits + 1;
  }

  private int named(String text, int at) {
    boolean open = at + 1 < text.length() && text.charAt(at + 1) == '{';
    int close = open ? text.indexOf('}', at) : -1;
    if (close < 0 || close == at + 2) {
      int end = close >= 0 ? close : open ? text.length() : at + 1;
      fail(text, at - 1, end, "malformed \\N character escape");
    }
    int c = CharacterNames.codePoint(text.substring(at + 2, close));
    if (c < 0) {
      fail(text, at - 1, close + 1, "unknown Unicode character name");
    }
    add(c);
    return close + 1;
  }

  /** Reports a broken escape; the positions count as if all beyond ASCII were long escapes. */
  private void fail(String text, int start, int end, String problem) {
    int first = escapedLength(text, start);
    int last = escapedLength(text, end) - 1;
    String where = first == last ? "byte 0x5c in position " + first : "bytes in position " + first + "-" + last;
    String message = "'unicodeescape' codec can't decode " + where + ": " + problem;
    if (inFormat) {
      throw new SyntaxDiagnostic(
          message,
          new SyntaxDiagnostic.Undecodable("unicodeescape", escaped(text), first, last + 1, problem));
    }
    parser.error("(unicode error) " + message);
  }

  /** A text with long escapes for all beyond ASCII. */
  private static byte[] escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c < 128) {
                escaped.append((char) c);
              } else {
                escaped.append(String.format("\\U%08x", c));
              }
            });
    return escaped.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int escapedLength(String text, int end) {
    int length = 0;
    for (int i = 0; i < end; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      length += c < 128 ? 1 : 10;
      if (c == '\\' && i < end) {
        int next = text.codePointAt(i);
        i += Character.charCount(next);
        length += next < 128 ? 1 : 15;
      }
    }
    return length;
  }

  private void warn(int token) {
    if (invalidEscape == null) {
      return;
    }
    int kind = parser.tokens.kind[token];
    boolean inFString = kind == Tokens.FSTRING_MIDDLE || kind == Tokens.FSTRING_END;
    if (inFString && (invalidEscape.equals("{") || invalidEscape.equals("}"))) {
      return; // The lexer has warned already.
    }
    boolean octal = invalidEscape.length() > 1;
    parser.warn(
        parser.session.options.featureVersion() >= 12
            ? Category.SYNTAX_WARNING
            : Category.DEPRECATION_WARNING,
        "invalid " + (octal ? "octal " : "") + "escape sequence '\\" + invalidEscape + "'",
        token);
  }

  /** The value of a bytes literal between its quotes. */
  Constant.Bytes bytes(int token, int start, int end, boolean raw) {
    boolean plain = true;
    for (int i = start; i < end; i++) {
      if (source[i] < 0) {
        parser.errorAt(token, "bytes can only contain ASCII literal characters");
      }
      plain &= source[i] != '\\';
    }
    if (raw || plain) {
      return new Constant.Bytes(Arrays.copyOfRange(source, start, end));
    }
    String text = new String(source, start, end - start, StandardCharsets.ISO_8859_1);
    count = 0;
    invalidEscape = null;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i++);
      if (c != '\\' || i == text.length()) {
        add(c);
      } else {
        i = byteEscape(text, i);
      }
    }
    byte[] decoded = new byte[count];
    for (int i = 0; i < count; i++) {
      decoded[i] = (byte) points[i];
    }
    warn(token);
    return new Constant.Bytes(decoded);
  }

  private int byteEscape(String text, int at) {
    char c = text.charAt(at);
    if (c == 'x') {
      int high = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
      int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
      if (high < 0 || low < 0) {
        parser.error("(value error) invalid \\x escape at position " + (at - 1));
      }
      add(high << 4 | low);
      return at + 3;
    }
    if (c == 'u' || c == 'U' || c == 'N') {
      if (invalidEscape == null) {
        invalidEscape = String.valueOf(c);
      }
      add('\\');
      return at;
    }
    return escape(text, at);
  }
}
