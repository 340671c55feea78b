package org.krait.runtime.text;

import org.krait.runtime.Errors;
import org.krait.runtime.types.PyStr;

/**
 * Reads a format string piece by piece: literal text, then perhaps a replacement field {@code
 * {name!conversion:spec}}.
 */
public final class FormatMarkup {
  private final PyStr text;
  private final int end;
  private int at;

  private PyStr literal;
  private boolean hasField;
  private PyStr name;
  private PyStr spec;
  private int conversion;
  private boolean nested;

  public FormatMarkup(PyStr text) {
    this.text = text;
    this.end = text.length();
  }

  /** The text before the field. */
  public PyStr literal() {
    return literal;
  }

  /** Whether a field follows the literal text. */
  public boolean hasField() {
    return hasField;
  }

  public PyStr name() {
    return name;
  }

  public PyStr spec() {
    return spec;
  }

  /** The character behind {@code !}, or 0. */
  public int conversion() {
    return conversion;
  }

  /** Whether the specifier has fields itself. */
  public boolean isNested() {
    return nested;
  }

  /** Reads the next piece; false at the end. */
  public boolean next() {
    if (at >= end) {
      return false;
    }
    hasField = false;
    readLiteral();
    if (hasField) {
      readField();
    }
    return true;
  }

  private void readLiteral() {
    int start = at;
    int c = 0;
    while (at < end && (c = text.codePointAt(at)) != '{' && c != '}') {
      at++;
    }
    if (at == end) {
      literal = text.substring(start, end);
      return;
    }
    at++;
    boolean doubled = at < end && text.codePointAt(at) == c;
    if (!doubled && (c == '}' || at == end)) {
      throw Errors.valueError("Single '%c' encountered in format string", c);
    }
    literal = text.substring(start, doubled ? at : at - 1);
    at += doubled ? 1 : 0;
    hasField = !doubled;
  }

  private void readField() {
    conversion = 0;
    nested = false;
    spec = PyStr.EMPTY;
    int c = readName();
    if (c == '}') {
      return;
    }
    if (c != '!' && c != ':') {
      throw Errors.valueError("expected '}' before end of string");
    }
    if (c == '!' && readConversion()) {
      return;
    }
    readSpec();
  }

  /** Reads the name; returns the character that ends it. */
  private int readName() {
    int start = at;
    int c = 0;
    while (at < end) {
      c = text.codePointAt(at++);
      if (c == '{') {
        throw Errors.valueError("unexpected '{' in field name");
      }
      if (c == '[') {
        while (at < end && text.codePointAt(at) != ']') {
          at++;
        }
      } else if (c == '}' || c == ':' || c == '!') {
        break;
      }
    }
    name = text.substring(start, at - 1);
    return c;
  }

  /** Reads the conversion; true when it ends the field. */
  private boolean readConversion() {
    if (at >= end) {
      throw Errors.valueError("end of string while looking for conversion specifier");
    }
    conversion = text.codePointAt(at++);
    if (at >= end) {
      return false;
    }
    int c = text.codePointAt(at++);
    if (c != '}' && c != ':') {
      throw Errors.valueError("expected ':' after conversion specifier");
    }
    return c == '}';
  }

  private void readSpec() {
    int start = at;
    int depth = 1;
    while (at < end) {
      int c = text.codePointAt(at++);
      if (c == '{') {
        nested = true;
        depth++;
      } else if (c == '}' && --depth == 0) {
        spec = text.substring(start, at - 1);
        return;
      }
    }
    throw Errors.valueError("unmatched '{' in format spec");
  }
}
