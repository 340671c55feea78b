package org.krait.stdlib.json;

import java.util.Arrays;
import org.krait.runtime.types.PyStr;

/** Reads the strings of a JSON document. */
final class StringScanner {
  private static final String BAD_HEX = "Invalid \\uXXXX escape";

  private final PyStr text;
  private final String units;
  private final boolean strict;
  private int end;
  private int[] points = new int[32];
  private int count;

  StringScanner(PyStr text, boolean strict) {
    this.text = text;
    this.units = text.units();
    this.strict = strict;
  }

  /** The place behind the last string's closing quote. */
  int end() {
    return end;
  }

  /** The string whose opening quote stands before {@code start}. */
  PyStr scan(int start) {
    int length = text.length();
    count = 0;
    boolean plain = true;
    int from = start;
    int at = units == null ? start : plainEnd(start);
    while (true) {
      if (at >= length) {
        throw JsonText.error("Unterminated string starting at", text, start - 1);
      }
      int c = text.codePointAt(at);
      if (c == '"') {
        end = at + 1;
        if (plain) {
          return text.substring(from, at);
        }
        take(from, at);
        return PyStr.ofCodePoints(points, 0, count);
      }
      if (c == '\\') {
        plain = false;
        take(from, at);
        at = escape(at + 1, start);
        from = at;
      } else {
        if (c <= 0x1f && strict) {
          throw JsonText.error("Invalid control character at", text, at);
        }
        at++;
      }
    }
  }

  /** Where a string that needs no other look ends, or where that look has to begin. */
  private int plainEnd(int start) {
    int at = start;
    int length = units.length();
    while (at < length) {
      char c = units.charAt(at);
      if (c == '"' || c == '\\' || c <= 0x1f) {
        break;
      }
      at++;
    }
    return at;
  }

  private void take(int from, int to) {
    for (int i = from; i < to; i++) {
      add(text.codePointAt(i));
    }
  }

  private void add(int c) {
    if (count == points.length) {
      points = Arrays.copyOf(points, count * 2);
    }
    points[count++] = c;
  }

  /** Reads what follows a backslash; returns the place behind it. */
  private int escape(int at, int start) {
    if (at >= text.length()) {
      throw JsonText.error("Unterminated string starting at", text, start - 1);
    }
    int c = text.codePointAt(at);
    if (c == 'u') {
      return unicode(at + 1);
    }
    int place = "\"\\/bfnrt".indexOf(c);
    if (place < 0) {
      throw JsonText.error("Invalid \\escape", text, at - 1);
    }
    add("\"\\/\b\f\n\r\t".charAt(place));
    return at + 1;
  }

  private int unicode(int at) {
    int behind = at + 4;
    if (behind >= text.length()) {
      throw JsonText.error(BAD_HEX, text, at - 1);
    }
    int unit = hex(at);
    boolean pairMayFollow =
        Character.isHighSurrogate((char) unit)
            && behind + 6 < text.length()
            && text.codePointAt(behind) == '\\'
            && text.codePointAt(behind + 1) == 'u';
    if (pairMayFollow) {
      int low = hex(behind + 2);
      if (Character.isLowSurrogate((char) low)) {
        add(Character.toCodePoint((char) unit, (char) low));
        return behind + 6;
      }
    }
    add(unit);
    return behind;
  }

  private int hex(int at) {
    int unit = 0;
    for (int i = at; i < at + 4; i++) {
      int c = text.codePointAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw JsonText.error(BAD_HEX, text, at - 1);
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }
}
