package org.krait.runtime.numbers;

/** Writes doubles as CPython does. */
public final class FloatText {
  /** Keep the decimal point, and for {@code g} the trailing zeros ({@code #}). */
  public static final int ALTERNATE = 1;

  /** Add {@code .0} to what would look like an int. */
  public static final int DOT_ZERO = 2;

  /** No minus before what rounds to zero ({@code z}). */
  public static final int NO_NEGATIVE_ZERO = 4;

  private FloatText() {}

  /** {@code repr(value)} of a float. */
  public static String repr(double value) {
    double magnitude = Math.abs(value);
    if (magnitude >= 1e-3 && magnitude < 1e7 || value == 0) {
      return Double.toString(value);
    }
    if (magnitude < 1e15 && magnitude == (long) magnitude) {
      return Long.toString((long) value).concat(".0");
    }
    return format(value, 'r', 0, DOT_ZERO);
  }

  /** As {@code repr} of the parts of a complex number: without {@code .0}. */
  public static String shortest(double value) {
    return format(value, 'r', 0, 0);
  }

  /**
   * The text of a double.
   *
   * @param code {@code e f g} or a capital of them, or {@code r} for as many digits as identify it
   * @param precision digits behind the point; for {@code g} all digits; ignored for {@code r}
   * @param flags a sum of the constants above
   */
  public static String format(double value, char code, int precision, int flags) {
    boolean upper = code < 'a';
    char kind = Character.toLowerCase(code);
    if (Double.isNaN(value)) {
      return upper ? "NAN" : "nan";
    }
    boolean negative = FloatBits.isNegative(value);
    double magnitude = Math.abs(value);
    if (Double.isInfinite(value)) {
      return (negative ? "-" : "").concat(upper ? "INF" : "inf");
    }
    if (kind == 'g' && precision == 0) {
      precision = 1;
    }
    if (kind == 'f' && flags == 0 && precision <= ScaledDouble.MAX_SCALE) {
      long scaled = ScaledDouble.round(magnitude, precision);
      if (scaled >= 0) {
        return fixed(negative, scaled, precision);
      }
    }
    Digits digits = digits(magnitude, kind, precision);
    StringBuilder out = new StringBuilder(24);
    if (negative && !((flags & NO_NEGATIVE_ZERO) != 0 && isZero(digits))) {
      out.append('-');
    }
    if (usesExponent(digits, kind, precision, flags)) {
      exponential(out, digits, wantedDigits(kind, precision, flags), flags, upper);
    } else {
      positional(out, digits, wantedPlaces(digits, kind, precision, flags), flags);
    }
    return out.toString();
  }

  /** A number with {@code places} digits behind the point, given as the int that it is without the point. */
  private static String fixed(boolean negative, long scaled, int places) {
    byte[] text = new byte[places + 22];
    int at = text.length;
    long left = scaled;
    for (int i = 0; i <= places || left != 0; i++) {
      if (i == places && places > 0) {
        text[--at] = '.';
      }
      long tens = left / 10;
      text[--at] = (byte) ('0' + (left - tens * 10));
      left = tens;
    }
    if (negative) {
      text[--at] = '-';
    }
    return new String(text, at, text.length - at, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static Digits digits(double magnitude, char kind, int precision) {
    return switch (kind) {
      case 'f' -> Digits.fractional(magnitude, precision);
      case 'e' -> Digits.significant(magnitude, precision + 1);
      case 'g' -> Digits.significant(magnitude, precision);
      default -> Digits.shortest(magnitude);
    };
  }

  private static boolean isZero(Digits digits) {
    return digits.text().isEmpty() || digits.text().equals("0");
  }

  private static boolean usesExponent(Digits digits, char kind, int precision, int flags) {
    int point = digits.point();
    return switch (kind) {
      case 'e' -> true;
      case 'f' -> false;
      case 'g' -> point <= -4 || point > precision - ((flags & DOT_ZERO) != 0 ? 1 : 0);
      default -> point <= -4 || point > 16;
    };
  }

  /** Digits that must be written at least, in the form with an exponent. */
  private static int wantedDigits(char kind, int precision, int flags) {
    return switch (kind) {
      case 'e' -> precision + 1;
      case 'g' -> (flags & ALTERNATE) != 0 ? precision : 0;
      default -> 0;
    };
  }

  /** Digits that must be written at least behind the decimal point. */
  private static int wantedPlaces(Digits digits, char kind, int precision, int flags) {
    int places = (flags & DOT_ZERO) != 0 ? 1 : 0;
    return switch (kind) {
      case 'f' -> precision;
      case 'g' -> (flags & ALTERNATE) != 0 ? Math.max(precision - digits.point(), places) : places;
      default -> places;
    };
  }

  private static void exponential(
      StringBuilder out, Digits digits, int wanted, int flags, boolean upper) {
    String text = digits.text();
    out.append(text.charAt(0));
    if (text.length() > 1 || wanted > 1 || (flags & ALTERNATE) != 0) {
      out.append('.').append(text, 1, text.length());
      zeros(out, wanted - text.length());
    }
    int exponent = digits.point() - 1;
    out.append(upper ? 'E' : 'e').append(exponent < 0 ? '-' : '+');
    int size = Math.abs(exponent);
    if (size < 10) {
      out.append('0');
    }
    out.append(size);
  }

  private static void positional(StringBuilder out, Digits digits, int places, int flags) {
    String text = digits.text();
    int point = digits.point();
    int length = text.length();
    if (point <= 0) {
      out.append('0');
    } else {
      out.append(text, 0, Math.min(point, length));
      zeros(out, point - length);
    }
    int start = Math.clamp(point, 0, length);
    int leading = point < 0 && length > start ? -point : 0;
    int written = leading + length - start;
    if (written > 0 || places > 0 || (flags & ALTERNATE) != 0) {
      out.append('.');
      zeros(out, leading);
      out.append(text, start, length);
      zeros(out, places - written);
    }
  }

  private static void zeros(StringBuilder out, int count) {
    if (count > 0) {
      out.repeat('0', count);
    }
  }
}
