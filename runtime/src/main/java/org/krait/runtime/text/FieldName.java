package org.krait.runtime.text;

import org.krait.runtime.Errors;
import org.krait.runtime.types.PyStr;

/** Reads the name of a replacement field: {@code first.attribute[key]…}. */
public final class FieldName {
  private final PyStr text;
  private final PyStr first;
  private int at;
  private boolean attribute;
  private PyStr part;

  public FieldName(PyStr text) {
    this.text = text;
    while (at < text.length() && text.codePointAt(at) != '.' && text.codePointAt(at) != '[') {
      at++;
    }
    first = text.substring(0, at);
  }

  /** What stands before the first dot or bracket. */
  public PyStr first() {
    return first;
  }

  /** The number that a text is, or -1. */
  public static int number(PyStr text) {
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = Unicode.decimal(text.codePointAt(i));
      if (digit < 0) {
        return -1;
      }
      value = value * 10 + digit;
      if (value > Integer.MAX_VALUE) {
        throw Errors.valueError("Too many decimal digits in format string");
      }
    }
    return text.length() == 0 ? -1 : (int) value;
  }

  /** Whether the part just read is an attribute and no key. */
  public boolean isAttribute() {
    return attribute;
  }

  /** The part just read. */
  public PyStr part() {
    return part;
  }

  /** Reads the next attribute or key; false at the end. */
  public boolean next() {
    if (at >= text.length()) {
      return false;
    }
    int c = text.codePointAt(at++);
    if (c != '.' && c != '[') {
      throw Errors.valueError("Only '.' or '[' may follow ']' in format field specifier");
    }
    attribute = c == '.';
    int start = at;
    part = attribute ? readAttribute(start) : readKey(start);
    if (part.length() == 0) {
      throw Errors.valueError("Empty attribute in format string");
    }
    return true;
  }

  private PyStr readAttribute(int start) {
    while (at < text.length() && text.codePointAt(at) != '.' && text.codePointAt(at) != '[') {
      at++;
    }
    return text.substring(start, at);
  }

  private PyStr readKey(int start) {
    while (at < text.length() && text.codePointAt(at) != ']') {
      at++;
    }
    if (at == text.length()) {
      throw Errors.valueError("Missing ']' in format string");
    }
    return text.substring(start, at++);
  }
}
