package org.krait.stdlib.io;

import java.util.Locale;
import org.krait.runtime.types.PyStr;

/** The encodings that need no Python code to encode and decode streams. */
enum Encoding {
  UTF8("utf-8"),
  ASCII("ascii"),
  LATIN1("latin-1");

  final String name;

  Encoding(String name) {
    this.name = name;
  }

  /** The encoding of a name in one of its usual spellings, or null. */
  static Encoding of(String name) {
    return switch (name) {
      case "utf-8", "UTF-8" -> UTF8;
      default ->
          switch (name.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "utf-8", "utf8" -> UTF8;
            case "ascii", "us-ascii" -> ASCII;
            case "latin-1", "latin1", "iso-8859-1", "iso8859-1" -> LATIN1;
            default -> null;
          };
    };
  }

  /** How many of the characters are ASCII, from the first on. */
  static int asciiLength(String units) {
    int i = 0;
    int end = units.length();
    while (i < end && units.charAt(i) < 0x80) {
      i++;
    }
    return i;
  }

  byte[] encode(PyStr text, String errors) {
    return org.krait.runtime.codecs.Codecs.encode(text, name, errors);
  }
}
