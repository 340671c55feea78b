package org.krait.runtime.types;

import java.math.BigInteger;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.ThreadState;
import org.krait.runtime.numbers.BitText;
import org.krait.runtime.numbers.DecimalText;

/** Ints as text and back, within the limit of {@code sys.set_int_max_str_digits}. */
public final class IntText {
  /** Texts up to this length are converted whatever the limit says. */
  private static final int ALWAYS = 640;

  /** So many decimal digits fit a long. */
  private static final int GROUP = 18;

  private static final long GROUP_UNIT = 1_000_000_000_000_000_000L;

  private static final double DECIMALS_PER_BIT = 0.30102999566398119;
  private static final String ADVICE = "; use sys.set_int_max_str_digits() to increase the limit";

  private IntText() {}

  /** {@code str(value)}. */
  public static String of(PyInt value) {
    if (value.fitsLong()) {
      return Long.toString(value.longValue());
    }
    return value.fitsPair() ? PairText.of(value) : decimal(value.bigValue());
  }

  /** The digits in a radix from 2 to 36, small letters, with a minus before negative values. */
  public static String of(PyInt value, int radix) {
    if (radix == 10) {
      return of(value);
    }
    if (value.fitsLong()) {
      return Long.toString(value.longValue(), radix);
    }
    if (radix == 16 && value.fitsPair()) {
      return PairText.hexadecimal(value);
    }
    return isPowerOfTwo(radix)
        ? BitText.of(value.bigValue(), bits(radix))
        : value.bigValue().toString(radix);
  }

  private static boolean isPowerOfTwo(int radix) {
    return radix == 2 || radix == 8 || radix == 16;
  }

  private static int bits(int radix) {
    return Integer.numberOfTrailingZeros(radix);
  }

  private static String decimal(BigInteger value) {
    int limit = limit();
    if (limit > 0 && (value.bitLength() - 1) * DECIMALS_PER_BIT > limit) {
      throw tooLong(limit, "");
    }
    String text = DecimalText.of(value);
    int digits = value.signum() < 0 ? text.length() - 1 : text.length();
    if (limit > 0 && digits > limit) {
      throw tooLong(limit, "");
    }
    return text;
  }

  private static int limit() {
    return ThreadState.current().interpreter.intMaxStrDigits;
  }

  private static PyException tooLong(int limit, String value) {
    return Errors.valueError(
        "Exceeds the limit (%d digits) for integer string conversion%s%s", limit, value, ADVICE);
  }

  /**
   * The int that a text spells, or null.
   *
   * @param text in ASCII, without white space around it
   * @param base from 2 to 36, or 0 for what a prefix says
   */
  static PyInt parse(String text, int base) {
    int at = 0;
    int length = text.length();
    boolean negative = text.startsWith("-");
    if (negative || text.startsWith("+")) {
      at++;
    }
    int radix = base;
    boolean onlyZero = false;
    int prefix = prefixRadix(text, at);
    if (base == 0) {
      radix = prefix != 0 ? prefix : 10;
      onlyZero = prefix == 0 && text.startsWith("0", at);
    }
    if (prefix == radix) {
      at += 2;
      if (text.startsWith("_", at)) {
        at++;
      }
    }
    if (radix == 10 && length - at <= 2 * GROUP) {
      PyInt value = shortDecimal(text, at, length, negative);
      if (value != null) {
        return onlyZero && value.signum() != 0 ? null : value;
      }
    }
    BigInteger value = digits(text, at, radix);
    if (value == null || onlyZero && value.signum() != 0) {
      return null;
    }
    return PyInt.of(negative ? value.negate() : value);
  }

  /** The radix of {@code 0x}, {@code 0o} or {@code 0b} here, or 0. */
  private static int prefixRadix(String text, int at) {
    if (at + 1 >= text.length() || text.charAt(at) != '0') {
      return 0;
    }
    return switch (text.charAt(at + 1) | 0x20) {
      case 'x' -> 16;
      case 'o' -> 8;
      case 'b' -> 2;
      default -> 0;
    };
  }

  /** The value of at most 36 plain digits, or null. */
  private static PyInt shortDecimal(String text, int from, int to, boolean negative) {
    int middle = Math.max(from, to - GROUP);
    long lower = group(text, middle, to);
    long upper = middle == from ? 0 : group(text, from, middle);
    if (lower < 0 || upper < 0) {
      return null;
    }
    if (upper == 0) {
      return PyLong.of(negative ? -lower : lower);
    }
    long low = upper * GROUP_UNIT + lower;
    long high = Math.multiplyHigh(upper, GROUP_UNIT) + (Long.compareUnsigned(low, lower) < 0 ? 1 : 0);
    return negative ? PyInt.of(low == 0 ? -high : ~high, -low) : PyInt.of(high, low);
  }

  /** The value of 1 to 18 plain digits, or -1. */
  private static long group(String text, int from, int to) {
    if (from == to) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static BigInteger digits(String text, int from, int radix) {
    int underscores = 0;
    char before = '_';
    int at = from;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '_') {
        if (before == '_') {
          return null;
        }
        underscores++;
      } else if (!isDigit(c, radix)) {
        break;
      }
      before = c;
    }
    checkLength(at - from - underscores, radix);
    if (before == '_' || at < text.length()) {
      return null;
    }
    String digits = text.substring(from);
    if (underscores > 0) {
      digits = digits.replace("_", "");
    }
    if (radix == 10) {
      return DecimalText.parse(digits);
    }
    return isPowerOfTwo(radix) ? BitText.parse(digits, bits(radix)) : new BigInteger(digits, radix);
  }

  private static boolean isDigit(char c, int radix) {
    return radix == 10 ? c >= '0' && c <= '9' : c < 0x80 && Character.digit(c, radix) >= 0;
  }

  private static void checkLength(int digits, int radix) {
    if (digits > ALWAYS && Integer.bitCount(radix) != 1) {
      int limit = limit();
      if (limit > 0 && digits > limit) {
        throw tooLong(limit, ": value has " + digits + " digits");
      }
    }
  }
}
