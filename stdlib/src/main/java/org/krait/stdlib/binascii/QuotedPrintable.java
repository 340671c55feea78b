package org.krait.stdlib.binascii;

import java.nio.charset.StandardCharsets;
import org.krait.runtime.types.PyBytes;

/** Quoted-printable text (RFC 1521), and its variant in headers (RFC 1522). */
final class QuotedPrintable {
  private static final int LONGEST_LINE = 76;
  private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private final byte[] data;
  private final boolean quoteTabs;
  private final boolean isText;
  private final boolean header;
  private final boolean crlf;
  private final ByteSink out;
  private int line;

  /** The last character when it stands for itself, else -1. */
  private int lastPlain = -1;

  /** Encodes these bytes. */
  QuotedPrintable(byte[] data, boolean quoteTabs, boolean isText, boolean header) {
    this.data = data;
    this.quoteTabs = quoteTabs;
    this.isText = isText;
    this.header = header;
    this.out = new ByteSink(data.length + data.length / 8);
    int first = indexOf('\n', 0);
    this.crlf = first > 0 && first < data.length && data[first - 1] == '\r';
  }

  private int indexOf(int wanted, int from) {
    int at = from;
    while (at < data.length && data[at] != wanted) {
      at++;
    }
    return at;
  }

  PyBytes encode() {
    int at = 0;
    while (at < data.length) {
      if (mustQuote(at)) {
        quote(at++);
      } else if (isText && isLineEnd(at)) {
        at += data[at] == '\r' ? 2 : 1;
        endLine();
      } else {
        plain(at++);
      }
    }
    return out.toBytes();
  }

  private boolean isLineEnd(int at) {
    return data[at] == '\n' || data[at] == '\r' && at + 1 < data.length && data[at + 1] == '\n';
  }

  private boolean mustQuote(int at) {
    int c = data[at] & 0xff;
    boolean last = at + 1 == data.length;
    if (c > 126 || c == '=' || header && c == '_') {
      return true;
    }
    return switch (c) {
      case '.' -> line == 0 && (last || isBreak(data[at + 1]) || data[at + 1] == 0);
      case '\r', '\n' -> !isText;
      case ' ', '\t' -> last || quoteTabs;
      default -> c < 33;
    };
  }

  private static boolean isBreak(byte b) {
    return b == '\n' || b == '\r';
  }

  private void quote(int at) {
    room(3, at);
    hex(data[at]);
    line += 3;
  }

  private void plain(int at) {
    room(1, at);
    byte c = data[at];
    out.add(header && c == ' ' ? '_' : c);
    lastPlain = c;
    line++;
  }

  /** Breaks the line when so many characters do not fit, leaving room for the mark of the break. */
  private void room(int count, int at) {
    boolean lineEndsHere = at + 1 >= data.length || data[at + 1] == '\n';
    boolean tooLong = count == 3 ? line + 3 >= LONGEST_LINE : !lineEndsHere && line + 1 >= LONGEST_LINE;
    if (tooLong) {
      out.add('=');
      newline();
    }
    lastPlain = -1;
  }

  private void hex(int c) {
    out.add('=');
    out.add(DIGITS[c >> 4 & 0xf]);
    out.add(DIGITS[c & 0xf]);
  }

  /** Ends a line of text; blanks before its end would get lost and are quoted. */
  private void endLine() {
    if (lastPlain == ' ' || lastPlain == '\t') {
      int blank = lastPlain;
      out.drop();
      hex(blank);
    }
    newline();
  }

  private void newline() {
    if (crlf) {
      out.add('\r');
    }
    out.add('\n');
    line = 0;
    lastPlain = -1;
  }

  static PyBytes decode(byte[] text, boolean header) {
    ByteSink out = new ByteSink(text.length);
    int at = 0;
    while (at < text.length) {
      byte c = text[at];
      if (c != '=') {
        out.add(header && c == '_' ? ' ' : c);
        at++;
      } else {
        at = decodeEscape(text, at + 1, out);
      }
    }
    return out.toBytes();
  }

  /** What stands behind an equals sign; returns where to go on. */
  private static int decodeEscape(byte[] text, int at, ByteSink out) {
    if (at >= text.length) {
      return at;
    }
    byte c = text[at];
    if (isBreak(c)) {
      int end = at;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      return end + 1;
    }
    if (c == '=') {
      out.add('=');
      return at + 1;
    }
    int high = digit(c);
    int low = at + 1 < text.length ? digit(text[at + 1]) : -1;
    if (high >= 0 && low >= 0) {
      out.add(high << 4 | low);
      return at + 2;
    }
    out.add('=');
    return at;
  }

  private static int digit(byte c) {
    return c < 0 ? -1 : Character.digit(c, 16);
  }
}
