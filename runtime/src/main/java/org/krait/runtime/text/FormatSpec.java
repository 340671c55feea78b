package org.krait.runtime.text;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;

/**
 * A format specifier, read: what stands behind the colon in {@code {:*^10,.2f}}.
 *
 * <p>Source: "Format Specification Mini-Language" in the documentation of module string.
 *
 * @param fill the code point to fill up with
 * @param align one of {@code < > ^ =}
 * @param sign {@code + -} or space, or 0 when not given
 * @param positiveZero whether {@code z} makes negative zero positive
 * @param alternate whether {@code #} was given
 * @param width at least so many characters, or -1
 * @param thousands {@code ,} or {@code _} between groups of digits, or 0
 * @param precision or -1
 * @param type the presentation type; the default where none was given
 */
public record FormatSpec(
    int fill,
    char align,
    char sign,
    boolean positiveZero,
    boolean alternate,
    int width,
    char thousands,
    int precision,
    int type) {

  /** Reads the specifier for text. */
  public static FormatSpec parse(PyStr text, PyObject object) {
    return parse(text, object, 's', '<');
  }

  /**
   * Reads a specifier.
   *
   * @param object what is to be formatted, for messages
   * @param defaultType the presentation type when none is given, 0 for none
   * @param defaultAlign {@code <} for text, {@code >} for numbers
   */
  public static FormatSpec parse(PyStr text, PyObject object, int defaultType, char defaultAlign) {
    int place = ((int) text.hashValue() ^ defaultType) & Known.KEPT - 1;
    Known known = Known.CACHE[place];
    if (known == null || !known.is(text, defaultType, defaultAlign)) {
      FormatSpec spec = new Reader(text, object).read(defaultType, defaultAlign);
      known = new Known(text, defaultType, defaultAlign, spec);
      Known.CACHE[place] = known;
    }
    return known.spec;
  }

  /** A specifier that was read before: most programs have few. */
  private record Known(PyStr text, int defaultType, char defaultAlign, FormatSpec spec) {
    private static final int KEPT = 256;
    private static final Known[] CACHE = new Known[KEPT];

    boolean is(PyStr other, int type, char align) {
      return defaultType == type && defaultAlign == align && text.equals(other);
    }
  }

  /** The text cut off at the precision and filled up to the width. */
  public PyStr formatText(PyStr text) {
    if (type != 's') {
      throw unknownType(text);
    }
    checkForText();
    int length = precision >= 0 ? Math.min(precision, text.length()) : text.length();
    if (length >= width) {
      // What is whole stays the object that it is, of a subclass too.
      return length == text.length() ? text : text.substring(0, length);
    }
    int missing = width - length;
    int left = align == '>' ? missing : align == '^' ? missing / 2 : 0;
    if (length == text.length()) {
      return text.padded(fill, left, missing - left);
    }
    return new PyStrBuilder(width)
        .append(fill, left)
        .append(text, 0, length)
        .append(fill, missing - left)
        .toPyStr();
  }

  private void checkForText() {
    if (sign != 0) {
      throw Errors.valueError(
          "%s not allowed in string format specifier", sign == ' ' ? "Space" : "Sign");
    }
    if (positiveZero) {
      throw Errors.valueError(
          "Negative zero coercion (z) not allowed in string format specifier");
    }
    if (alternate) {
      throw Errors.valueError("Alternate form (#) not allowed in string format specifier");
    }
    if (align == '=') {
      throw Errors.valueError("'=' alignment not allowed in string format specifier");
    }
  }

  /** {@code Unknown format code 'y' for object of type 'str'}. */
  public PyException unknownType(PyObject object) {
    return Errors.valueError(
        "Unknown format code '%s' for object of type '%s'", shown(type), object.type().fullName());
  }

  private static String shown(int c) {
    return c > 32 && c < 128 ? String.valueOf((char) c) : "\\x" + Integer.toHexString(c);
  }

  /** Reads one specifier from left to right. */
  private static final class Reader {
    private final PyStr text;
    private final PyObject object;
    private int at;

    Reader(PyStr text, PyObject object) {
      this.text = text;
      this.object = object;
    }

    private int peek(int ahead) {
      return at + ahead < text.length() ? text.codePointAt(at + ahead) : -1;
    }

    private boolean skip(char c) {
      if (peek(0) != c) {
        return false;
      }
      at++;
      return true;
    }

    private static boolean isAlign(int c) {
      return c == '<' || c == '>' || c == '=' || c == '^';
    }

    FormatSpec read(int defaultType, char defaultAlign) {
      int fill = ' ';
      char align = defaultAlign;
      boolean filled = isAlign(peek(1));
      boolean aligned = filled || isAlign(peek(0));
      if (filled) {
        fill = text.codePointAt(at++);
      }
      if (aligned) {
        align = (char) text.codePointAt(at++);
      }
      int c = peek(0);
      char sign = c == '+' || c == '-' || c == ' ' ? (char) c : 0;
      at += sign != 0 ? 1 : 0;
      boolean positiveZero = skip('z');
      boolean alternate = skip('#');
      if (!filled && skip('0')) {
        fill = '0';
        align = !aligned && defaultAlign == '>' ? '=' : align;
      }
      int width = number();
      char thousands = thousands();
      int precision = precision();
      int type = type(defaultType);
      checkThousands(thousands, type);
      return new FormatSpec(
          fill, align, sign, positiveZero, alternate, width, thousands, precision, type);
    }

    private int number() {
      int start = at;
      long value = 0;
      for (int digit = digit(); digit >= 0; digit = digit()) {
        value = value * 10 + digit;
        if (value > Integer.MAX_VALUE) {
          throw Errors.valueError("Too many decimal digits in format string");
        }
        at++;
      }
      return at == start ? -1 : (int) value;
    }

    private int digit() {
      int c = peek(0);
      return c < 0 ? -1 : Unicode.decimal(c);
    }

    private char thousands() {
      boolean comma = skip(',');
      boolean underscore = skip('_');
      if (underscore && (comma || peek(0) == ',')) {
        throw Errors.valueError("Cannot specify both ',' and '_'.");
      }
      return comma ? ',' : underscore ? '_' : 0;
    }

    private int precision() {
      if (!skip('.')) {
        return -1;
      }
      int precision = number();
      if (precision < 0) {
        throw Errors.valueError("Format specifier missing precision");
      }
      return precision;
    }

    private int type(int defaultType) {
      int left = text.length() - at;
      if (left > 1) {
        throw Errors.valueError(
            "Invalid format specifier '%s' for object of type '%s'",
            text, object.type().fullName());
      }
      return left == 0 ? defaultType : text.codePointAt(at);
    }

    private static void checkThousands(char thousands, int type) {
      if (thousands == 0 || type == 0 || "defgEG%F".indexOf(type) >= 0) {
        return;
      }
      if (thousands == ',' || "boxX".indexOf(type) < 0) {
        throw Errors.valueError("Cannot specify '%s' with '%s'.", thousands, shown(type));
      }
    }
  }
}
