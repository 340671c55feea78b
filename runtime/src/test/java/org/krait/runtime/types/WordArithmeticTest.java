package org.krait.runtime.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ints in words give what BigInteger gives. */
class WordArithmeticTest {
  private static final int[] BITS = {1, 63, 64, 127, 128, 129, 192, 4095, 4096, 4097, 5000};

  private final Random random = new Random(20261127);

  private BigInteger number(int bits) {
    BigInteger value =
        switch (random.nextInt(3)) {
          case 0 -> BigInteger.ONE.shiftLeft(bits).add(BigInteger.valueOf(random.nextInt(5) - 2));
          default -> new BigInteger(bits, random).setBit(bits - 1);
        };
    return random.nextBoolean() ? value.negate() : value;
  }

  private BigInteger number() {
    return number(BITS[random.nextInt(BITS.length)]);
  }

  /** An int that has words: a difference, so that it may have any length. */
  private static PyInt inWords(BigInteger value) {
    BigInteger more = BigInteger.ONE.shiftLeft(6000);
    PyInt long3 = WordArithmetic.mul(PyInt.of(more), PyInt.of(3));
    assertNotNull(long3);
    return WordArithmetic.add(PyInt.of(value.add(more.multiply(BigInteger.valueOf(3)))), long3, true);
  }

  private static void same(BigInteger expected, PyInt actual) {
    assertEquals(expected, actual.bigValue());
    assertEquals(expected.bitLength() < Long.SIZE, actual.fitsLong());
    assertEquals(expected.bitLength() < PyBigInt.PAIR_BITS, actual.fitsPair());
    assertEquals(expected.signum(), actual.signum());
  }

  @Test
  void operatorsGiveWhatBigIntegerGives() {
    for (int turn = 0; turn < 20_000; turn++) {
      BigInteger x = number();
      BigInteger y = turn % 3 == 0 ? number(1 + random.nextInt(63)) : number();
      PyInt a = inWords(x);
      PyInt b = turn % 2 == 0 ? inWords(y) : PyInt.of(y);
      int count = random.nextInt(300);
      same(x, a);
      same(x.add(y), IntArithmetic.add(a, b));
      same(x.subtract(y), IntArithmetic.sub(a, b));
      same(y.subtract(x), IntArithmetic.sub(b, a));
      same(x.multiply(y), IntArithmetic.mul(a, b));
      same(x.negate(), IntArithmetic.neg(a));
      same(x.shiftLeft(count), IntArithmetic.shiftLeft(a, PyInt.of(count)));
      same(x.shiftRight(count), IntArithmetic.shiftRight(a, PyInt.of(count)));
      same(x.and(y), IntArithmetic.and(a, b));
      assertEquals(x.compareTo(y), IntArithmetic.compare(a, b));
      if (y.signum() != 0) {
        PyInt quotient = IntArithmetic.floorDiv(a, b);
        PyInt rest = IntArithmetic.mod(a, b);
        same(x, IntArithmetic.add(IntArithmetic.mul(quotient, b), rest));
        assertEquals(y.signum() * rest.signum() >= 0, true);
        assertEquals(rest.bigValue().abs().compareTo(y.abs()), -1);
      }
    }
  }
}
