package org.krait.runtime.numbers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads long decimal numbers in less than quadratic time, which BigInteger does not. */
public final class DecimalText {
  private static final int PLAIN = 400;

  private DecimalText() {}

  /** The value of decimal digits. */
  public static BigInteger parse(String digits) {
    if (digits.length() <= PLAIN) {
      return new BigInteger(digits);
    }
    List<BigInteger> powers = new ArrayList<>();
    powers.add(BigInteger.TEN.pow(PLAIN));
    return parse(digits, 0, digits.length(), powers);
  }

  /** {@code powers.get(i)} is ten to the power of PLAIN times two to the power of i. */
  private static BigInteger parse(String digits, int from, int to, List<BigInteger> powers) {
    int length = to - from;
    if (length <= PLAIN) {
      return new BigInteger(digits.substring(from, to));
    }
    int level = 0;
    int low = PLAIN;
    while (low * 2L < length) {
      low *= 2;
      level++;
      if (level == powers.size()) {
        BigInteger last = powers.get(level - 1);
        powers.add(last.multiply(last));
      }
    }
    BigInteger high = parse(digits, from, to - low, powers);
    return high.multiply(powers.get(level)).add(parse(digits, to - low, to, powers));
  }
}
