package org.krait.runtime.numbers;

/** Reads the text of a float in every form that {@code float()} takes. */
public final class FloatParser {
  /** So many digits fit 64 bits without a sign. */
  private static final int MOST_DIGITS = 19;

  private static final int NO_EXPONENT = Integer.MIN_VALUE;
  private static final int EXACT_POWERS = 22;

  /** Powers of ten, all exact. */
  private static final double[] POWERS = new double[EXACT_POWERS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private FloatParser() {}

  /**
   * The text in the form for {@link #value}, or null when it is not the text of a float.
   *
   * @param text with ASCII digits and without white space around it
   */
  public static String clean(String text) {
    int length = text.length();
    int end = scan(text, 0);
    if (end == length && length > 0) {
      return text;
    }
    return text.indexOf('_') < 0 ? null : cleanUnderscores(text);
  }

  /** The value of a text that {@link #clean} returned. */
  public static double value(String text) {
    double quick = quickValue(text);
    if (quick == quick) {
      return quick;
    }
    int first = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    double value =
        switch (text.charAt(first) | 0x20) {
          case 'n' -> Double.NaN;
          case 'i' -> Double.POSITIVE_INFINITY;
          default -> Double.parseDouble(text);
        };
    return first == 1 && text.charAt(0) == '-' && (value > 0 || value != value)
        ? Math.copySign(value, -1.0)
        : value;
  }

  /** The quotient of an int of fifteen digits at most and a power of ten up to the fifteenth. */
  public static double quotient(long digits, int power) {
    // Both are exact, so that it is rounded once and rightly.
    return digits / POWERS[power];
  }

  /**
   * The value of up to 19 digits, with perhaps a sign, a point and an exponent. NaN for anything else, and where
   * {@link DecimalProduct} gives it.
   */
  private static double quickValue(String text) {
    int length = text.length();
    boolean negative = text.charAt(0) == '-';
    int at = negative ? 1 : 0;
    long digits = 0;
    int count = 0;
    int point = -1;
    for (; at < length; at++) {
      int digit = text.charAt(at) - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        // Not by the value: digits overflow to zero where they make 2**64.
        count += count == 0 && digit == 0 ? 0 : 1;
      } else if (digit == '.' - '0') {
        point = at;
      } else {
        break;
      }
    }
    if (count > MOST_DIGITS) {
      return Double.NaN;
    }
    int exponent = point < 0 ? 0 : point + 1 - at;
    if (at < length) {
      int further = exponentValue(text, at);
      if (further == NO_EXPONENT) {
        return Double.NaN;
      }
      exponent += further;
    }
    double value = value(digits, exponent);
    return negative ? -value : value;
  }

  /** If the int and the power of ten are both exact as doubles, their quotient is rounded once and rightly. */
  private static double value(long digits, int exponent) {
    if (digits >= 0 && digits < 1L << 53 && exponent <= 0 && exponent >= -EXACT_POWERS) {
      return digits / POWERS[-exponent];
    }
    return digits == 0 ? 0.0 : DecimalProduct.of(digits, exponent);
  }

  /** What stands behind an {@code e}, of at most four characters, or NO_EXPONENT. */
  private static int exponentValue(String text, int from) {
    int length = text.length();
    int at = from + 1;
    if ((text.charAt(from) | 0x20) != 'e' || at == length || length - at > 4) {
      return NO_EXPONENT;
    }
    boolean negative = text.charAt(at) == '-';
    if (negative || text.charAt(at) == '+') {
      at++;
    }
    int value = 0;
    for (; at < length; at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return NO_EXPONENT;
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }

  private static String cleanUnderscores(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    char before = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '_') {
        if (before == '_' && !isDigit(c)) {
          return null;
        }
        plain.append(c);
      } else if (!isDigit(before)) {
        return null;
      }
      before = c;
    }
    String result = plain.toString();
    return before != '_' && scan(result, 0) == result.length() ? result : null;
  }

  /** The end of the float that begins at {@code from}; {@code from} when there is none. */
  public static int scan(String text, int from) {
    int length = text.length();
    int at = from;
    if (at < length && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int whole = digits(text, at);
    int end = whole;
    int count = whole - at;
    if (end < length && text.charAt(end) == '.') {
      end = digits(text, whole + 1);
      count += end - whole - 1;
    }
    if (count == 0) {
      return word(text, at, from);
    }
    return exponent(text, end);
  }

  private static int exponent(String text, int from) {
    int length = text.length();
    if (from >= length || (text.charAt(from) | 0x20) != 'e') {
      return from;
    }
    int at = from + 1;
    if (at < length && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int end = digits(text, at);
    return end == at ? from : end;
  }

  private static int word(String text, int at, int from) {
    for (String word : WORDS) {
      if (text.regionMatches(true, at, word, 0, word.length()) && isAscii(text, at, word.length())) {
        return at + word.length();
      }
    }
    return from;
  }

  private static final String[] WORDS = {"infinity", "inf", "nan"};

  // Ignoring case, Java takes a dotless i for an i.
  private static boolean isAscii(String text, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
