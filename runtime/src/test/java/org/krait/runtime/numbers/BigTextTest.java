package org.krait.runtime.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our own conversions of big integers agree with the JDK's. */
class BigTextTest {
  @Test
  void sameDigitsAsBigInteger() {
    Random random = new Random(3);
    for (int bits = 1; bits < 20_000; bits += 1 + bits / 7) {
      for (BigInteger value : new BigInteger[] {new BigInteger(bits, random), BigInteger.ONE.shiftLeft(bits)}) {
        assertEquals(value.toString(), DecimalText.of(value));
        assertEquals(value.negate().toString(), DecimalText.of(value.negate()));
        assertEquals(value, DecimalText.parse(value.toString()));
        for (int shift : new int[] {1, 3, 4}) {
          String digits = value.toString(1 << shift);
          assertEquals(digits, BitText.of(value, shift));
          assertEquals(value, BitText.parse(digits, shift));
        }
      }
    }
    assertEquals("-ff", BitText.of(BigInteger.valueOf(-255), 4));
  }
}
