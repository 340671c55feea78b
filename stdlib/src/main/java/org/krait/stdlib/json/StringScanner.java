package org.krait.stdlib.json;

import org.krait.runtime.text.PyStrBuilder;
import org.krait.runtime.types.PyStr;

/** Reads the strings of a JSON document. */
final class StringScanner {
  private static final int ROOM = 32;
  private static final String BAD_HEX = "Invalid \\uXXXX escape";

  private final JsonSource source;
  private final PyStr text;
  private final boolean strict;
  private int end;

  /** The string so far, once it has an escape; null before the first that has one. */
  private PyStrBuilder pieces;

  StringScanner(JsonSource source, boolean strict) {
    this.source = source;
    this.text = source.text;
    this.strict = strict;
  }

  /** The place behind the last string's closing quote. */
  int end() {
    return end;
  }

  /** The string whose opening quote stands before {@code start}. */
  PyStr scan(int start) {
    int length = source.length;
    boolean plain = true;
    int from = start;
    int at = source.plainEnd(start);
    while (true) {
      if (at >= length) {
        throw JsonText.error("Unterminated string starting at", text, start - 1);
      }
      int c = source.at(at);
      if (c == '"') {
        end = at + 1;
        if (plain) {
          return text.substring(from, at);
        }
        return pieces.append(text, from, at).toPyStr();
      }
      if (c == '\\') {
        if (plain) {
          plain = false;
          begin();
        }
        pieces.append(text, from, at);
        at = escape(at + 1, start);
        from = at;
        at = source.plainEnd(at);
      } else {
        if (c <= 0x1f && strict) {
          throw JsonText.error("Invalid control character at", text, at);
        }
        at++;
      }
    }
  }

  private void begin() {
    if (pieces == null) {
      pieces = new PyStrBuilder(ROOM);
    }
    pieces.setLength(0);
  }

  /** Reads what follows a backslash; returns the place behind it. */
  private int escape(int at, int start) {
    if (at >= source.length) {
      throw JsonText.error("Unterminated string starting at", text, start - 1);
    }
    int c = source.at(at);
    if (c == 'u') {
      return unicode(at + 1);
    }
    int place = "\"\\/bfnrt".indexOf(c);
    if (place < 0) {
      throw JsonText.error("Invalid \\escape", text, at - 1);
    }
    pieces.append("\"\\/\b\f\n\r\t".charAt(place));
    return at + 1;
  }

  private int unicode(int at) {
    int behind = at + 4;
    if (behind >= source.length) {
      throw JsonText.error(BAD_HEX, text, at - 1);
    }
    int unit = hex(at);
    boolean pairMayFollow =
        Character.isHighSurrogate((char) unit)
            && behind + 6 < source.length
            && source.at(behind) == '\\'
            && source.at(behind + 1) == 'u';
    if (pairMayFollow) {
      int low = hex(behind + 2);
      if (Character.isLowSurrogate((char) low)) {
        pieces.append(Character.toCodePoint((char) unit, (char) low));
        return behind + 6;
      }
    }
    pieces.append(unit);
    return behind;
  }

  private int hex(int at) {
    int unit = 0;
    for (int i = at; i < at + 4; i++) {
      int c = source.at(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw JsonText.error(BAD_HEX, text, at - 1);
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }
}
