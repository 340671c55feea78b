package org.krait.runtime.formatting;

import org.krait.runtime.Errors;
import org.krait.runtime.text.FormatSpec;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyStr;

/** Puts sign, prefix, digits and the rest of a number into the width of a specification. */
final class NumberLayout {
  private NumberLayout() {}

  /** The sign to write before a number: minus, what the specification wants, or nothing. */
  static String sign(boolean negative, char wanted) {
    if (negative) {
      return "-";
    }
    return wanted == '+' ? "+" : wanted == ' ' ? " " : "";
  }

  /**
   * The text of a number.
   *
   * @param prefix such as {@code 0x}
   * @param digits the integral part, which is grouped
   * @param rest what follows it, from the decimal point on
   */
  static PyStr of(FormatSpec spec, String sign, String prefix, String digits, String rest) {
    if (spec.width() < 0 && spec.thousands() == 0) {
      return PyStr.of(sign.concat(prefix).concat(digits).concat(rest));
    }
    int around = sign.length() + prefix.length() + rest.length();
    boolean zeroFilled = spec.fill() == '0' && spec.align() == '=';
    String grouped = grouped(spec, digits, zeroFilled ? spec.width() - around : 0);
    String before = sign.concat(prefix);
    return pad(spec, spec.width(), before, grouped.concat(rest));
  }

  /** The digits with the separators that the specification wants, and zeros before them. */
  static String grouped(FormatSpec spec, String digits, int least) {
    if (spec.thousands() == 0 || digits.isEmpty()) {
      return digits;
    }
    int size = spec.thousands() == '_' && isBinary(spec.type()) ? 4 : 3;
    return group(digits, spec.thousands(), size, checked(least));
  }

  private static boolean isBinary(int code) {
    return code == 'b' || code == 'o' || code == 'x' || code == 'X';
  }

  /** The digits with separators, and zeros before them up to the least width. */
  private static String group(String digits, char separator, int size, int least) {
    StringBuilder reversed = new StringBuilder(Math.max(least, digits.length() * 4 / 3) + 1);
    int left = digits.length();
    int inGroup = 0;
    while (left > 0 || reversed.length() < least) {
      if (inGroup == size) {
        reversed.append(separator);
        inGroup = 0;
      }
      reversed.append(left > 0 ? digits.charAt(--left) : '0');
      inGroup++;
    }
    return reversed.reverse().toString();
  }

  private static PyStr pad(FormatSpec spec, int width, String before, String after) {
    int missing = width - before.length() - after.length();
    if (missing <= 0) {
      return PyStr.of(before.concat(after));
    }
    checked(width);
    char align = spec.align();
    int left =
        switch (align) {
          case '<' -> 0;
          case '^' -> missing / 2;
          default -> missing;
        };
    if (align == '=' && !before.isEmpty()) {
      StringBuilder out = new StringBuilder(width);
      out.append(before).repeat(spec.fill(), missing).append(after);
      return PyStr.of(out.toString());
    }
    return PyStr.of(before.concat(after)).padded(spec.fill(), left, missing - left);
  }

  /** The text of a number that is not grouped, and nothing is put into. */
  static PyStr ofWhole(FormatSpec spec, PyStr number) {
    int missing = spec.width() - number.length();
    if (missing <= 0) {
      return number;
    }
    checked(spec.width());
    int left = spec.align() == '<' ? 0 : spec.align() == '^' ? missing / 2 : missing;
    return number.padded(spec.fill(), left, missing - left);
  }

  /** Pads a text that has no sign; it stands to the right, as numbers do. */
  static PyStr padText(FormatSpec spec, String text) {
    return pad(spec, spec.width(), "", text);
  }

  /** Pads a single character, which is to the right as numbers are. */
  static PyStr padCharacter(FormatSpec spec, String character) {
    // The width counts code points, the layout chars.
    return pad(spec, spec.width() + character.length() - 1, "", character);
  }

  private static int checked(int width) {
    if (width > Integer.MAX_VALUE - 64) {
      throw Errors.of(PyExceptions.MemoryError);
    }
    return width;
  }
}
