package org.krait.runtime.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expected texts are what CPython 3.12.1 prints. */
class FloatTextTest {
  @Test
  void reprIsShortestInPythonsLayout() {
    assertEquals("0.1", FloatText.repr(0.1));
    assertEquals("-0.0", FloatText.repr(-0.0));
    assertEquals("1e+16", FloatText.repr(1e16));
    assertEquals("1234567890123456.0", FloatText.repr(1234567890123456.0));
    assertEquals("0.0001", FloatText.repr(1e-4));
    assertEquals("1e-05", FloatText.repr(1e-5));
    assertEquals("1.7976931348623157e+308", FloatText.repr(Double.MAX_VALUE));
    assertEquals("nan", FloatText.repr(Double.NaN));
  }

  @Test
  void oneDigitIsEnoughForTheSmallestNumbers() {
    assertEquals("5e-324", FloatText.repr(4.9e-324));
    assertEquals("1e-323", FloatText.repr(9.9e-324));
    assertEquals("1.5e-323", FloatText.repr(1.5e-323));
  }

  @Test
  void ties() {
    assertEquals("0", FloatText.format(0.5, 'f', 0, 0));
    assertEquals("2", FloatText.format(1.5, 'f', 0, 0));
    assertEquals("0.1", FloatText.format(0.125, 'f', 1, 0));
    assertEquals("1.23e+03", FloatText.format(1234.5, 'g', 3, 0));
    assertEquals("2.", FloatText.format(1.5, 'f', 0, FloatText.ALTERNATE));
    assertEquals("1.00", FloatText.format(1.0, 'g', 3, FloatText.ALTERNATE));
    assertEquals("12.0", FloatText.format(12.0, 'g', 3, FloatText.DOT_ZERO));
    assertEquals("0.0", FloatText.format(-0.001, 'f', 1, FloatText.NO_NEGATIVE_ZERO));
  }

  @Test
  void fastDigitsAreThoseOfExactArithmetic() {
    Random random = new Random(7);
    for (int i = 0; i < 5000; i++) {
      double value = random.nextDouble() * Math.pow(10, random.nextInt(24) - 12);
      int places = random.nextInt(19);
      String exact =
          new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
      assertEquals(exact, FloatText.format(value, 'f', places, 0));
    }
  }

  @Test
  void roundingGoesByTheExactValue() {
    assertEquals(2.67, FloatRounding.round(2.675, 2));
    assertEquals(0.12, FloatRounding.round(0.125, 2));
    assertEquals(1200.0, FloatRounding.round(1234.5, -2));
    assertEquals(Double.POSITIVE_INFINITY, FloatRounding.round(1.7e308, -308));
  }

  @Test
  void hexadecimal() {
    assertEquals("0x1.8000000000000p+0", HexFloat.write(1.5));
    assertEquals("-0x0.0000000000001p-1022", HexFloat.write(-4.9e-324));
    assertEquals(12.0, HexFloat.parse("0x1.8p3"));
    assertEquals(4.9e-324, HexFloat.parse("0x1.1p-1075"));
    assertEquals(0.0, HexFloat.parse("0x1p-1075"));
  }

  @Test
  void hashesAreModuloAPrime() {
    assertEquals(230584300921369408L, NumberHash.of(0.1));
    assertEquals(1224995262755759164L, NumberHash.of(1e300));
    assertEquals(-2, NumberHash.of(-1.0));
    assertEquals(-4, NumberHash.of(Long.MIN_VALUE));
    assertEquals(0, NumberHash.of((1L << 61) - 1));
  }
}
