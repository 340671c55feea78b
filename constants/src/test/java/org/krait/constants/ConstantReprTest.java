package org.krait.constants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.krait.constants.Constant.Complex;
import org.krait.constants.Constant.Singleton;
import org.krait.constants.Constant.Str;

class ConstantReprTest {
  private static void assertRepr(String expected, Constant value) {
    assertEquals(expected, ConstantRepr.of(value));
  }

  @Test
  void floatsHaveTheFewestDigits() {
    assertEquals("5e-324", ConstantRepr.ofFloat(Double.MIN_VALUE));
    assertEquals("4.4e-323", ConstantRepr.ofFloat(9 * Double.MIN_VALUE));
    assertEquals("1e+16", ConstantRepr.ofFloat(1e16));
    assertEquals("1000000000000000.0", ConstantRepr.ofFloat(1e15));
    assertEquals("0.0001", ConstantRepr.ofFloat(1e-4));
    assertEquals("1e-05", ConstantRepr.ofFloat(1e-5));
    assertEquals("2e-323", ConstantRepr.ofFloat(2e-323));
    assertEquals("1.7976931348623157e+308", ConstantRepr.ofFloat(Double.MAX_VALUE));
    assertEquals("-0.0", ConstantRepr.ofFloat(-0.0));
  }

  @Test
  void complexNumbersHaveNoPointOfTheirOwn() {
    assertRepr("1j", new Complex(0, 1));
    assertRepr("(-0+1j)", new Complex(-0.0, 1));
    assertRepr("(1.5-2j)", new Complex(1.5, -2));
    assertRepr("(nan+infj)", new Complex(Double.NaN, Double.POSITIVE_INFINITY));
  }

  @Test
  void stringsTakeTheQuoteThatNeedsNoEscape() {
    assertRepr("\"it's\"", Str.of("it's"));
    assertRepr("'it\\'s \"so\"'", Str.of("it's \"so\""));
    assertRepr("'\\n\\x00\\x7f\\xa0é\\u2028\\ud800\\U000e0001😀'",
        Str.of("\n\0\u007f\u00a0é\u2028\ud800\udb40\udc01😀"));
    assertRepr("b'\\'\"\\xff\\t'", new Constant.Bytes(new byte[] {'\'', '"', -1, '\t'}));
  }

  @Test
  void containersNest() {
    assertRepr(
        "((), (None,), (True, Ellipsis))",
        new Constant.Tuple(
            List.of(
                Constant.Tuple.EMPTY,
                new Constant.Tuple(List.of(Singleton.NONE)),
                new Constant.Tuple(List.of(Singleton.TRUE, Singleton.ELLIPSIS)))));
    assertRepr("frozenset()", new Constant.FrozenSet(List.of()));
    assertRepr("frozenset({1})", new Constant.FrozenSet(List.of(Constant.Int.of(1))));
  }
}
