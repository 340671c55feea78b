package org.krait.stdlib.json;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** Strings as JSON writes them, and errors in JSON. */
final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  /** {@code json.JSONDecodeError(message, document, position)}. */
  static PyException error(String message, PyStr document, int position) {
    PyObject decoder = ThreadState.current().interpreter.importModule("json.decoder");
    PyObject made =
        Attributes.get(decoder, "JSONDecodeError")
            .call(PyStr.of(message), document, PyLong.of(position));
    return Errors.raised((PyBaseException) made);
  }

  /** The text in quotes, everything beyond ASCII escaped. */
  static void quoteAscii(PyStr text, StringBuilder out) {
    out.append('"');
    int length = text.length();
    int plain = plainLength(text, 0x7f);
    if (plain > 0) {
      out.append(plain == length ? text.units() : text.units().substring(0, plain));
    }
    for (int i = plain; i < length; i++) {
      int c = text.codePointAt(i);
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
        out.append((char) c);
      } else if (c > 0xffff) {
        escape(Character.highSurrogate(c), out);
        escape(Character.lowSurrogate(c), out);
      } else {
        quoteSpecial(c, out);
      }
    }
    out.append('"');
  }

  /** The text in quotes, only what must be escaped so. */
  static void quote(PyStr text, StringBuilder out) {
    out.append('"');
    int length = text.length();
    int plain = plainLength(text, 0x10000);
    if (plain > 0) {
      out.append(plain == length ? text.units() : text.units().substring(0, plain));
    }
    for (int i = plain; i < length; i++) {
      int c = text.codePointAt(i);
      if (c >= ' ' && c != '"' && c != '\\') {
        out.appendCodePoint(c);
      } else {
        quoteSpecial(c, out);
      }
    }
    out.append('"');
  }

  /** How many characters at the start are below the limit and stand for themselves. */
  private static int plainLength(PyStr text, int limit) {
    String units = text.units();
    int at = 0;
    while (units != null && at < units.length()) {
      char c = units.charAt(at);
      if (c < ' ' || c >= limit || c == '"' || c == '\\') {
        break;
      }
      at++;
    }
    return at;
  }

  private static void quoteSpecial(int c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> escape(c, out);
    }
  }

  private static void escape(int unit, StringBuilder out) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(unit >> shift & 0xf));
    }
  }
}
