package org.krait.runtime.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatParserTest {
  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1e", "0x1p3", "1__0", "_1", "1_", "1_.5", "1._5", "1f", "e5", "infin", "+-1"})
  void notFloats(String text) {
    assertNull(FloatParser.clean(text));
  }

  @Test
  void floats() {
    assertEquals(10.5, value("1_0.5"));
    assertEquals(1e5, value("1.e5"));
    assertEquals(-0.5, value("-.5"));
    assertEquals(Double.NEGATIVE_INFINITY, value("-iNfinity"));
    assertEquals(Double.NaN, value("nan"));
  }

  private static double value(String text) {
    return FloatParser.value(FloatParser.clean(text));
  }

  @Test
  void longDecimalsAreReadInParts() {
    String digits = "1234567890".repeat(500);
    assertEquals(new BigInteger(digits), DecimalText.parse(digits));
  }

  @Test
  void digitsThatOverflowToZeroAreNotZero() {
    for (String text :
        new String[] {
          "18446744073709551616", "36893488147419103232e23", "1844674407370955161.6", "0018446744073709551616.000e-5",
          "184467440737095516160000000000000000000000000000000000000000e-17", "73786976294838206464", "0.0000", "0e5"
        }) {
      assertEquals(Double.parseDouble(text), FloatParser.value(text), () -> text);
      assertEquals(-Double.parseDouble(text), FloatParser.value("-" + text), () -> text);
    }
  }

  @Test
  void roundsAsJavaDoes() {
    java.util.Random random = new java.util.Random(5);
    for (int i = 0; i < 200_000; i++) {
      String text =
          switch (i % 5) {
            case 0 -> Double.toString(Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE));
            case 1 -> Double.toString(random.nextDouble() * 1000);
            case 2 -> Long.toString(random.nextLong(1, Long.MAX_VALUE)) + "e" + (random.nextInt(640) - 330);
            case 3 -> half(random);
            default -> random.nextInt(1_000_000) + "." + random.nextLong(1_000_000_000_000L) + "e-" + random.nextInt(40);
          };
      if (!text.equals("NaN") && !text.equals("Infinity")) {
        assertEquals(Double.parseDouble(text), FloatParser.value(text), () -> text);
        assertEquals(-Double.parseDouble(text), FloatParser.value("-" + text), () -> text);
      }
    }
  }

  /** A number near or in the middle between two doubles. */
  private static String half(java.util.Random random) {
    long odd = random.nextLong(1L << 52, 1L << 53) * 2 + 1;
    java.math.BigDecimal middle = java.math.BigDecimal.valueOf(odd).scaleByPowerOfTen(0);
    java.math.BigDecimal power = java.math.BigDecimal.valueOf(2).pow(random.nextInt(70));
    java.math.BigDecimal value =
        random.nextBoolean() ? middle.multiply(power) : middle.divide(power, java.math.MathContext.UNLIMITED);
    java.math.BigDecimal shown = value.round(new java.math.MathContext(random.nextInt(17, 20)));
    return shown.toString();
  }
}
