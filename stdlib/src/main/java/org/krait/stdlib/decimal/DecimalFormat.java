package org.krait.stdlib.decimal;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyStr;

/** {@code format(decimal, spec)}. */
final class DecimalFormat {
  private static final int NO_MORE = 127;

  private final PyStr spec;
  private int at;
  private int fill = ' ';
  private char align;
  private char sign = '-';
  private boolean positiveZero;
  private boolean zeroPadded;
  private long width;
  private boolean grouped;
  private long precision = -1;
  private char type;

  private DecimalFormat(PyStr spec) {
    this.spec = spec;
  }

  static PyObject format(
      Dec value, PyStr spec, PyObject override, int rounding, boolean capitals) {
    DecimalFormat format = new DecimalFormat(spec);
    format.parse(capitals);
    format.use(override);
    return PyStr.of(format.write(value, rounding));
  }

  private static PyException invalid() {
    return Errors.valueError("invalid format string");
  }

  private int peek() {
    return at < spec.length() ? spec.codePointAt(at) : 0;
  }

  private static boolean isAlign(int c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
  }

  private void parse(boolean capitals) {
    boolean aligned = false;
    if (spec.length() >= 2 && isAlign(spec.codePointAt(1))) {
      fill = spec.codePointAt(0);
      align = (char) spec.codePointAt(1);
      aligned = true;
      at = 2;
    } else if (isAlign(peek())) {
      align = (char) peek();
      aligned = true;
      at = 1;
    }
    if (peek() == '+' || peek() == '-' || peek() == ' ') {
      sign = (char) peek();
      at++;
    }
    if (peek() == 'z') {
      positiveZero = true;
      at++;
    }
    if (peek() == '0') {
      if (aligned) {
        throw invalid();
      }
      zeroPadded = true;
      fill = '0';
      align = '=';
      at++;
    }
    width = number(0);
    if (peek() == ',') {
      grouped = true;
      at++;
    }
    if (peek() == '.') {
      at++;
      precision = number(-1);
      if (precision < 0) {
        throw invalid();
      }
    }
    if (at < spec.length()) {
      int c = spec.codePointAt(at++);
      if ("eEfFgGn%N".indexOf(c) < 0) {
        throw invalid();
      }
      type = (char) c;
    }
    if (at < spec.length() || type == 'n' && grouped) {
      throw invalid();
    }
    if (type == 'n' || type == 'N') {
      local = true;
      type = type == 'n' ? 'g' : 'G';
    } else if (type == 0) {
      type = capitals ? 'G' : 'g';
      plain = true;
    }
    if (align == 0) {
      align = '>';
    }
  }

  /** How a locale writes numbers, given by a test in its place. */
  private void use(PyObject override) {
    if (override == null) {
      return;
    }
    if (!(override instanceof PyDict dict)) {
      throw Errors.typeError("optional argument must be a dict");
    }
    String dot = text(dict, "decimal_point", point);
    String between = text(dict, "thousands_sep", separator);
    String sizes = text(dict, "grouping", grouping);
    boolean good =
        dot.codePointCount(0, dot.length()) == 1
            && between.codePointCount(0, between.length()) <= 1
            && sizes.chars().allMatch(size -> size <= NO_MORE);
    if (!good) {
      throw Errors.valueError("invalid override dict");
    }
    if (local) {
      point = dot;
      separator = between;
      grouping = sizes;
      grouped = !between.isEmpty() && !sizes.isEmpty();
    }
  }

  private static String text(PyDict dict, String name, String otherwise) {
    PyObject value = dict.get(PyStr.interned(name));
    if (value == null) {
      return otherwise;
    }
    if (!(value instanceof PyStr text)) {
      throw Errors.valueError("invalid override dict");
    }
    return text.toString();
  }

  /** Whether the type was {@code n}. */
  private boolean local;

  private String point = ".";
  private String separator = ",";

  /** The sizes of groups, the last of which holds on; 127 ends grouping. */
  private String grouping = "\3";

  /** Whether no type was given: then the number is not rounded without a precision. */
  private boolean plain;

  private long number(long otherwise) {
    long value = otherwise;
    while (peek() >= '0' && peek() <= '9') {
      value = Math.max(value, 0) * 10 + (peek() - '0');
      at++;
      if (value > Integer.MAX_VALUE) {
        throw Errors.valueError("format specification exceeds internal limits of _decimal");
      }
    }
    return value;
  }

  private String write(Dec given, int rounding) {
    if (!given.isFinite()) {
      String body = given.withSign(false).text(false, true) + (type == '%' ? "%" : "");
      if (zeroPadded) {
        fill = ' ';
        align = '>';
      }
      return aligned(signOf(given.negative), body);
    }
    Dec value = type == '%' ? given.withExponent(given.exponent + 2) : given;
    value = rounded(value, rounding);
    boolean fixed = "fF%".indexOf(type) >= 0;
    if (!value.isZero() && value.exponent > 0 && fixed) {
      value = Round.padded(value, 0);
    } else if (value.isZero() && value.exponent > 0 && fixed) {
      value = value.withExponent(0);
    }
    boolean negative = value.negative && !(positiveZero && value.isZero());
    String text = value.digitText();
    long left = value.exponent + text.length();
    long point;
    if (type == 'e' || type == 'E') {
      point = value.isZero() && precision >= 0 ? 1 - precision : 1;
    } else if (fixed || value.exponent <= 0 && left > -6) {
      point = left;
    } else {
      point = 1;
    }
    String whole;
    String fraction;
    if (point < 0) {
      whole = "0";
      fraction = "0".repeat((int) -point) + text;
    } else if (point > text.length()) {
      whole = text + "0".repeat((int) (point - text.length()));
      fraction = "";
    } else {
      whole = point == 0 ? "0" : text.substring(0, (int) point);
      fraction = text.substring((int) point);
    }
    return laidOut(negative, whole, fraction, left - point);
  }

  private Dec rounded(Dec value, int rounding) {
    boolean[] changed = new boolean[1];
    if (precision < 0) {
      return value;
    }
    if (type == 'e' || type == 'E') {
      return toDigits(value, precision + 1, rounding);
    }
    if (type == 'g' || type == 'G') {
      long digits = precision == 0 ? 1 : precision;
      return value.digits() > digits ? toDigits(value, digits, rounding) : value;
    }
    return Round.toExponent(value, -precision, rounding, changed);
  }

  /** Rounded or padded to so many digits. */
  private static Dec toDigits(Dec value, long digits, int rounding) {
    if (value.isZero()) {
      return value;
    }
    boolean[] changed = new boolean[1];
    Dec result = Round.toExponent(value, value.adjusted() + 1 - digits, rounding, changed);
    return result.digits() > digits
        ? Round.toExponent(result, result.adjusted() + 1 - digits, rounding, changed)
        : result;
  }

  private String signOf(boolean negative) {
    return negative ? "-" : sign == '-' ? "" : String.valueOf(sign);
  }

  private String laidOut(boolean negative, String whole, String fraction, long exponent) {
    String shownSign = signOf(negative);
    StringBuilder rest = new StringBuilder();
    if (!fraction.isEmpty()) {
      rest.append(point).append(fraction);
    }
    if (exponent != 0 || type == 'e' || type == 'E') {
      rest.append(type == 'E' || type == 'G' ? 'E' : 'e').append(exponent < 0 ? '-' : '+');
      rest.append(Math.abs(exponent));
    }
    if (type == '%') {
      rest.append('%');
    }
    long least = zeroPadded ? width - rest.length() - shownSign.length() : 0;
    return aligned(shownSign, grouped(whole, least) + rest);
  }

  private String grouped(String whole, long least) {
    if (!grouped) {
      return "0".repeat((int) Math.max(0, least - whole.length())) + whole;
    }
    StringBuilder out = new StringBuilder();
    int from = whole.length();
    int length = 0;
    int inGroup = 0;
    int group = 0;
    int size = grouping.charAt(0);
    while (from > 0 || length < least) {
      if (inGroup == size && size < NO_MORE) {
        out.append(new StringBuilder(separator).reverse());
        length += separator.codePointCount(0, separator.length());
        inGroup = 0;
        group = Math.min(group + 1, grouping.length() - 1);
        size = grouping.charAt(group) == 0 ? size : grouping.charAt(group);
      }
      out.append(from > 0 ? whole.charAt(--from) : '0');
      length++;
      inGroup++;
    }
    return out.reverse().toString();
  }

  private String aligned(String shownSign, String body) {
    int missing = (int) (width - shownSign.length() - body.length());
    if (missing <= 0) {
      return shownSign + body;
    }
    String filler = Character.toString(fill);
    return switch (align) {
      case '<' -> shownSign + body + filler.repeat(missing);
      case '=' -> shownSign + filler.repeat(missing) + body;
      case '^' ->
          filler.repeat(missing / 2) + shownSign + body + filler.repeat(missing - missing / 2);
      default -> filler.repeat(missing) + shownSign + body;
    };
  }
}
