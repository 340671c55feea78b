package org.krait.runtime.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** Texts that are added to again and again are what they would be if each sum were put together at once. */
class LateTextTest {
  private static final String START = "s".repeat(LateText.SHORTEST);

  @Test
  void everySumKeepsItsOwnText() {
    PyStr first = PyStr.of(START).concat(PyStr.of("a"));
    PyStr second = first.concat(PyStr.of("b\u0100"));
    PyStr third = second.concat(PyStr.of("c"));
    PyStr other = second.concat(PyStr.of("d"));
    assertEquals(START.length() + 4, third.length());
    assertEquals(START + "ab\u0100c", third.units());
    assertEquals(START + "ab\u0100d", other.units());
    assertEquals(START + "ab\u0100", second.units());
    assertEquals(START + "a", first.units());
    assertEquals(START + "ax", first.concat(PyStr.of("x")).units());
  }

  @Test
  void aSumIsAsGoodAsAnyText() {
    PyStr sum = PyStr.of(START).concat(PyStr.of("end"));
    PyStr whole = PyStr.of(START + "end");
    assertEquals(whole, PyStr.of(START).concat(PyStr.of("end")));
    assertEquals(PyStr.of(START).concat(PyStr.of("end")), whole);
    assertEquals(whole.hashValue(), sum.hashValue());
    assertEquals(0, whole.compareTo(PyStr.of(START).concat(PyStr.of("end"))));
    assertEquals('d', PyStr.of(START).concat(PyStr.of("end")).codePointAt(START.length() + 2));
    assertEquals("end", PyStr.of(START).concat(PyStr.of("end")).substring(START.length(), sum.length()).units());
    assertSame(PyStr.of(START).concat(PyStr.of("end")).intern(), whole.intern());
    assertEquals(0x1f600, PyStr.of(START).concat(PyStr.of("e")).concat(PyStr.of(0x1f600)).codePointAt(START.length() + 1));
  }
}
