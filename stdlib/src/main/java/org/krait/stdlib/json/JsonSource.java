package org.krait.stdlib.json;

import org.krait.runtime.types.PyStr;

/** The text of a JSON document, as it is got at quickest. */
final class JsonSource {
  final PyStr text;
  final int length;

  /** The text, or null when there is a character above U+FFFF. */
  private final String units;

  /** The same, or null where only a part is read: programs read many values from one text, each from a place. */
  private final char[] whole;

  /**
   * For reading from a place on.
   *
   * @param from the place
   */
  JsonSource(PyStr text, long from) {
    this.text = text;
    this.length = text.length();
    this.units = text.units();
    this.whole = units == null || from > 0 ? null : units.toCharArray();
  }

  /** The character at a place. */
  int at(int place) {
    return whole != null ? whole[place] : units != null ? units.charAt(place) : text.codePointAt(place);
  }

  /** The place from which on a character ends a string, or needs another look. */
  int plainEnd(int from) {
    int at = from;
    while (at < length) {
      int c = at(at);
      if (c == '"' || c == '\\' || c <= 0x1f) {
        break;
      }
      at++;
    }
    return at;
  }

  /** Whether a text stands at a place. */
  boolean stands(PyStr part, int at) {
    return units != null && part.units() != null && units.startsWith(part.units(), at);
  }
}
