package org.krait.runtime.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.krait.runtime.PyObject;

/** What is done to two numbers that stand for a text is what Java's strings do, whatever the text was made of. */
class MediumTextTest {
  private static final String LETTERS = "aZ\0\u007f\u0080\u00ff@[`?\u0088";

  private static List<String> texts(int shortest, int longest) {
    List<String> texts = new ArrayList<>();
    for (int length = shortest; length <= longest; length++) {
      for (int i = 0; i < 20; i++) {
        StringBuilder text = new StringBuilder();
        for (int j = 0; j < length; j++) {
          text.append(LETTERS.charAt((i * 31 + j * (i + 7) * 13) / 5 % LETTERS.length()));
        }
        texts.add(text.toString());
      }
    }
    return texts;
  }

  private static void assertText(String expected, PyStr text) {
    PyStr same = PyStr.ofUnits(expected);
    assertEquals(expected.length(), text.length());
    assertEquals(expected, text.units());
    assertEquals(same, text);
    assertEquals(same.word(), text.word());
    assertEquals(same.high(), text.high());
    assertEquals(same.hashValue(), text.hashValue());
    assertEquals(same.hashCode(), text.hashCode());
  }

  @Test
  void oneText() {
    for (String text : texts(8, 15)) {
      PyStr packed = PyStr.ofUnits(text);
      assertTrue(packed.high() < 0);
      assertEquals(text.chars().allMatch(c -> c < 0x80), packed.isAscii());
      assertText(new StringBuilder(text).reverse().toString(), MediumText.reverse(packed.low(), packed.high()));
      for (int from = 0; from < text.length(); from++) {
        assertEquals(text.charAt(from), packed.codePointAt(from));
        for (int to = from + 1; to <= text.length(); to++) {
          assertText(text.substring(from, to), packed.substring(from, to));
          assertText(text.substring(from, to), PyStr.ofUnits("??" + text + "\u0100").substring(from + 2, to + 2));
        }
        String without = text.substring(0, from) + text.substring(from + 1);
        assertText(without, MediumText.without(packed.low(), packed.high(), from));
      }
      for (char character : LETTERS.toCharArray()) {
        assertEquals(text.indexOf(character), packed.indexOf(character));
        assertEquals(text.indexOf(character) >= 0, packed.contains(PyStr.of(character)));
      }
    }
  }

  @Test
  void twoTexts() {
    List<String> texts = texts(1, 15);
    for (String a : texts) {
      for (String b : texts) {
        PyStr left = PyStr.ofUnits(a);
        PyStr right = PyStr.ofUnits(b);
        assertEquals(Integer.signum(a.compareTo(b)), Integer.signum(left.compareTo(right)));
        assertEquals(a.equals(b), left.equals(right));
        assertEquals(a.contains(b), left.contains(right));
        if (a.length() + b.length() <= MediumText.LONGEST + 1) {
          assertText(a + b, left.concat(right));
        }
      }
    }
  }

  @Test
  void severalTexts() {
    for (String text : texts(3, 15)) {
      int third = text.length() / 3;
      PyObject[] parts = {
        PyStr.ofUnits(text.substring(0, third)), PyStr.EMPTY, PyStr.ofUnits(text.substring(third, 2 * third)),
        PyStr.ofUnits(text.substring(2 * third))
      };
      assertText(text, PyStr.ofPacked(parts, 0, parts.length));
    }
  }

  /** Characters that Latin-1 has not are question marks in it. */
  @Test
  void otherTexts() {
    for (String text : List.of("????????", "question?", "\u0100???????", "abcdefghijk\u2020", "abcdefgh\ud800\udc00")) {
      PyStr made = PyStr.ofUnits(text);
      assertEquals(text, made.units());
      assertEquals(text.chars().allMatch(c -> c < 0x100), made.high() < 0);
    }
  }
}
