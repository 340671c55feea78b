package org.krait.stdlib.io;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;

/**
 * The mode of {@code open}, taken apart.
 *
 * @param kind the one of {@code xrwa} in it, or 0
 * @param raw the mode of the raw stream
 */
record OpenMode(char kind, boolean updates, boolean isBinary, String raw) {
  static OpenMode of(String text) {
    char kind = 0;
    int kinds = 0;
    boolean updates = false;
    boolean asText = false;
    boolean binary = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (text.indexOf(c) != i) {
        throw invalid(text);
      }
      switch (c) {
        case 'x', 'r', 'w', 'a' -> {
          kind = c;
          kinds++;
        }
        case '+' -> updates = true;
        case 't' -> asText = true;
        case 'b' -> binary = true;
        default -> throw invalid(text);
      }
    }
    if (asText && binary) {
      throw Errors.valueError("can't have text and binary mode at once");
    }
    if (kinds > 1) {
      throw Errors.valueError("must have exactly one of create/read/write/append mode");
    }
    String raw = (kind == 0 ? "" : String.valueOf(kind)) + (updates ? "+" : "");
    return new OpenMode(kind, updates, binary, raw);
  }

  private static PyException invalid(String text) {
    return Errors.valueError("invalid mode: '%s'", text);
  }
}
