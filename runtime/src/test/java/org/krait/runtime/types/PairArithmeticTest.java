package org.krait.runtime.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.krait.runtime.PyObject;
import org.krait.runtime.numbers.NumberHash;

/** Ints around 64 and 128 bits give what BigInteger gives. */
class PairArithmeticTest {
  private static final int[] BITS = {1, 31, 32, 33, 62, 63, 64, 65, 95, 96, 97, 126, 127, 128, 129, 300};
  private static final BigInteger HASH_MODULUS = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);

  private final Random random = new Random(20261126);

  private BigInteger number() {
    int bits = BITS[random.nextInt(BITS.length)];
    BigInteger power = BigInteger.ONE.shiftLeft(bits);
    BigInteger value =
        switch (random.nextInt(3)) {
          case 0 -> power.add(BigInteger.valueOf(random.nextInt(5) - 2));
          default -> new BigInteger(bits, random);
        };
    return random.nextBoolean() ? value.negate() : value;
  }

  private static void same(BigInteger expected, PyInt actual) {
    assertEquals(expected, actual.bigValue());
    assertEquals(expected.bitLength() < Long.SIZE, actual.fitsLong());
    assertEquals(expected.signum(), actual.signum());
    if (actual.fitsPair()) {
      assertEquals(expected.toString(), IntText.of(actual));
    }
  }

  private static BigInteger floor(BigInteger a, BigInteger b) {
    BigInteger[] parts = a.divideAndRemainder(b);
    return parts[1].signum() * b.signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  @Test
  void computesAsBigIntegersDo() {
    for (int i = 0; i < 20_000; i++) {
      BigInteger x = number();
      BigInteger y = number();
      PyInt a = PyInt.of(x);
      PyInt b = PyInt.of(y);
      same(x.add(y), IntArithmetic.add(a, b));
      same(x.subtract(y), IntArithmetic.sub(a, b));
      same(x.multiply(y), IntArithmetic.mul(a, b));
      same(x.and(y), IntArithmetic.and(a, b));
      same(x.or(y), IntArithmetic.or(a, b));
      same(x.xor(y), IntArithmetic.xor(a, b));
      same(x.not(), IntArithmetic.invert(a));
      same(x.negate(), IntArithmetic.neg(a));
      assertEquals(x.compareTo(y), Integer.signum(IntArithmetic.compare(a, b)));
      int count = random.nextInt(140);
      same(x.shiftLeft(count), IntArithmetic.shiftLeft(a, PyInt.of(count)));
      same(x.shiftRight(count), IntArithmetic.shiftRight(a, PyInt.of(count)));
      if (y.signum() != 0) {
        same(floor(x, y), IntArithmetic.floorDiv(a, b));
        same(x.subtract(y.multiply(floor(x, y))), IntArithmetic.mod(a, b));
      }
      long hash = x.remainder(HASH_MODULUS).longValue();
      assertEquals(hash == -1 ? -2 : hash, NumberHash.of(x));
      assertEquals(hash == -1 ? -2 : hash, IntMethods.hash(a));
    }
  }

  @Test
  void writesMinusOneInNoBytes() {
    PyObject bytes = IntBytes.toBytes(PyInt.of(-1), 0, PyStr.of("big"), true);
    assertEquals(0, ((PyBytes) bytes).array().length);
  }

  @Test
  void findsSmallQuotientsOfLongNumbers() {
    for (int i = 0; i < 5_000; i++) {
      BigInteger divisor = new BigInteger(300 + random.nextInt(300), random).setBit(299);
      long factor = random.nextInt(1 << 20) + 1L;
      BigInteger product = divisor.multiply(BigInteger.valueOf(factor));
      // Right at a multiple, where the leading bits do not tell, and anywhere.
      BigInteger rest =
          switch (i % 3) {
            case 0 -> BigInteger.ZERO;
            case 1 -> BigInteger.ONE.negate();
            default -> new BigInteger(200, random);
          };
      BigInteger value = product.add(rest);
      same(floor(value, divisor), IntArithmetic.floorDiv(PyInt.of(value), PyInt.of(divisor)));
      same(value.mod(divisor), IntArithmetic.mod(PyInt.of(value), PyInt.of(divisor)));
    }
  }
}
