package org.krait.runtime.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is done to a number that stands for a text is what Java's strings do. */
class ShortTextTest {
  private static final String LETTERS = "aZ\0\u007f\u0080\u00ff@[`{";

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int length = 1; length <= ShortText.LONGEST; length++) {
      for (int i = 0; i < 40; i++) {
        StringBuilder text = new StringBuilder();
        for (int j = 0; j < length; j++) {
          text.append(LETTERS.charAt((i * 31 + j * (i + 7) * 13) / 5 % LETTERS.length()));
        }
        texts.add(text.toString());
      }
    }
    return texts;
  }

  private static long of(String text) {
    return ShortText.of(text, 0, text.length());
  }

  @Test
  void oneText() {
    for (String text : texts()) {
      long word = of(text);
      int length = text.length();
      assertEquals(text, ShortText.toString(word));
      assertEquals(length, ShortText.length(word));
      assertEquals(new StringBuilder(text).reverse().toString(), ShortText.toString(ShortText.reverse(word)));
      assertEquals(text.chars().allMatch(c -> c < 0x80), ShortText.isAscii(word));
      for (int from = 0; from < length; from++) {
        assertEquals(text.charAt(from), ShortText.at(word, from));
        assertEquals(of(text.substring(from)), ShortText.part(word, from, length - from));
        assertEquals(of(text.substring(0, from + 1)), ShortText.part(word, 0, from + 1));
        String without = text.substring(0, from) + text.substring(from + 1);
        assertEquals(without.isEmpty() ? 0 : of(without), ShortText.without(word, from));
      }
      if (ShortText.isAscii(word)) {
        assertEquals(text.toLowerCase(Locale.ROOT), ShortText.toString(ShortText.lower(word)));
        assertEquals(text.toUpperCase(Locale.ROOT), ShortText.toString(ShortText.upper(word)));
      }
      for (char character : LETTERS.toCharArray()) {
        assertEquals(text.indexOf(character), ShortText.indexOf(word, character));
        assertEquals(text.indexOf(character) >= 0, MediumText.contains(0, word, character));
      }
    }
  }

  @Test
  void twoTexts() {
    for (String a : texts()) {
      for (String b : texts()) {
        assertEquals(Integer.signum(a.compareTo(b)), Integer.signum(ShortText.compare(of(a), of(b))));
        for (int from = 0; from < a.length(); from++) {
          assertEquals(a.indexOf(b, from), ShortText.indexOf(of(a), of(b), from));
        }
        if (a.length() + b.length() <= ShortText.LONGEST) {
          assertEquals(of(a + b), ShortText.concat(of(a), of(b)));
        }
      }
      assertEquals(of(a), ShortText.concat(of(a), 0));
      assertEquals(of(a), ShortText.concat(0, of(a)));
    }
  }

  @Test
  void numbersAndOtherCharacters() {
    for (int value = 1; value < 10_000_000; value = value * 3 + 1) {
      assertEquals(Integer.toString(value), ShortText.toString(ShortText.decimal(value)));
      assertEquals(Integer.toString(value - 1), ShortText.toString(ShortText.decimal(value - 1)));
    }
    assertEquals("9999999", PyStr.ofDecimal(9_999_999).units());
    assertEquals("10000000", PyStr.ofDecimal(10_000_000).units());
    assertEquals("-1", PyStr.ofDecimal(-1).units());
    assertEquals(0, of("ab\u0100"));
    assertTrue(PyStr.of("ab\u0100").equals(PyStr.of("xab\u0100").substring(1, 4)));
  }
}
