package org.krait.runtime.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lehmer's way finds what BigInteger finds. */
class GreatestDivisorTest {
  @Test
  void sameAsBigInteger() {
    Random random = new Random(5);
    for (int bits = 200; bits < 6000; bits += bits / 5) {
      for (int i = 0; i < 8; i++) {
        BigInteger common = new BigInteger(random.nextInt(bits), random).add(BigInteger.ONE);
        BigInteger a = new BigInteger(bits, random).multiply(common);
        BigInteger b = new BigInteger(random.nextInt(bits) + 1, random).multiply(common).negate();
        assertEquals(a.gcd(b), GreatestDivisor.of(a, b));
        assertEquals(a.gcd(b), GreatestDivisor.of(b, a));
      }
    }
    BigInteger power = BigInteger.ONE.shiftLeft(3000);
    assertEquals(BigInteger.ONE.shiftLeft(900), GreatestDivisor.of(power, BigInteger.ONE.shiftLeft(900)));
    assertEquals(power, GreatestDivisor.of(power, power));
  }

  /** Neighbours in Fibonacci's sequence need as many steps as there can be. */
  @Test
  void longestWay() {
    BigInteger a = BigInteger.ONE;
    BigInteger b = BigInteger.ONE;
    for (int i = 0; i < 8000; i++) {
      BigInteger next = a.add(b);
      a = b;
      b = next;
    }
    assertEquals(BigInteger.ONE, GreatestDivisor.of(a, b));
  }
}
