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
}
