package org.krait.runtime.numbers;

/** The hexadecimal text of floats: {@code float.hex} and {@code float.fromhex}. */
public final class HexFloat {
  private static final long FAR = 1L << 40;

  private HexFloat() {}

  /** As {@code 0x1.8000000000000p+0}. */
  public static String write(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return FloatText.repr(value);
    }
    StringBuilder out = new StringBuilder(24);
    if (FloatBits.isNegative(value)) {
      out.append('-');
    }
    if (value == 0) {
      return out.append("0x0.0p+0").toString();
    }
    long mantissa = FloatBits.mantissa(value);
    int exponent = FloatBits.exponent(value) + 52;
    String digits = Long.toHexString(mantissa & (1L << 52) - 1);
    out.append("0x").append(mantissa >>> 52).append('.');
    out.repeat('0', 13 - digits.length()).append(digits);
    return out.append('p').append(exponent < 0 ? "" : "+").append(exponent).toString();
  }

  /**
   * The value of a hexadecimal text, infinite when it is too large.
   *
   * @param text without white space around it
   * @throws NumberFormatException when the text is not of the form
   */
  public static double parse(String text) {
    int at = 0;
    boolean negative = text.startsWith("-");
    if (negative || text.startsWith("+")) {
      at = 1;
    }
    String word = text.substring(at).toLowerCase(java.util.Locale.ROOT);
    if (word.equals("nan")) {
      return negative ? Math.copySign(Double.NaN, -1.0) : Double.NaN;
    }
    if (isInfinity(text)) {
      return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    double magnitude = parseMagnitude(word.startsWith("0x") ? word.substring(2) : word);
    return negative ? -magnitude : magnitude;
  }

  /** Whether the text spells infinity, as opposed to a number that is too large. */
  public static boolean isInfinity(String text) {
    int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    String word = text.substring(sign);
    return word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity");
  }

  private static double parseMagnitude(String text) {
    int p = text.indexOf('p');
    String mantissa = p < 0 ? text : text.substring(0, p);
    long exponent = p < 0 ? 0 : parseExponent(text, p + 1);
    int dot = mantissa.indexOf('.');
    String digits = mantissa;
    if (dot >= 0) {
      digits = mantissa.substring(0, dot).concat(mantissa.substring(dot + 1));
      exponent -= 4L * (mantissa.length() - dot - 1);
    }
    checkHex(digits);
    return FloatBits.nearest(BitText.parse(digits, 4), exponent, false);
  }

  private static void checkHex(String digits) {
    if (digits.isEmpty()) {
      throw new NumberFormatException("no digits");
    }
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
        throw new NumberFormatException("not hexadecimal");
      }
    }
  }

  private static long parseExponent(String text, int from) {
    int at = from;
    boolean negative = text.startsWith("-", at);
    if (negative || text.startsWith("+", at)) {
      at++;
    }
    if (at == text.length()) {
      throw new NumberFormatException("no exponent");
    }
    long exponent = 0;
    for (; at < text.length(); at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        throw new NumberFormatException("bad exponent");
      }
      exponent = Math.min(exponent * 10 + digit, FAR);
    }
    return negative ? -exponent : exponent;
  }
}
