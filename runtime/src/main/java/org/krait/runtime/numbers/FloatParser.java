package org.krait.runtime.numbers;

/** Reads the text of a float in every form that {@code float()} takes. */
public final class FloatParser {
  /** So many digits and no more may stand for a number that a double holds exactly. */
  private static final int QUICK_DIGITS = 16;

  /** Powers of ten, all exact. */
  private static final double[] POWERS = new double[QUICK_DIGITS + 2];

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

  /**
   * The value of digits with perhaps a sign and a point, if int and power of ten are both exact as doubles: then
   * their quotient is rounded once and rightly. NaN for anything else.
   */
  private static double quickValue(String text) {
    int length = text.length();
    boolean negative = text.charAt(0) == '-';
    int at = negative ? 1 : 0;
    if (length - at > QUICK_DIGITS + 1) {
      return Double.NaN;
    }
    long digits = 0;
    int point = -1;
    for (; at < length; at++) {
      int digit = text.charAt(at) - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
      } else if (digit == '.' - '0') {
        point = at;
      } else {
        return Double.NaN;
      }
    }
    if (digits >= 1L << 53) {
      return Double.NaN;
    }
    double value = point < 0 ? digits : digits / POWERS[length - 1 - point];
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
