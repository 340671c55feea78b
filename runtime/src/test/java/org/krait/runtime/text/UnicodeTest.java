package org.krait.runtime.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Properties of characters are those of Unicode 15.0, not those of the JDK. */
class UnicodeTest {
  @Test
  void charactersYoungerThan150AreUnassigned() {
    assertTrue(Unicode.isAssigned(0x31350));
    assertFalse(Unicode.isAssigned(0x1c89));
    assertNull(UnicodeNames.name(0x1c89));
  }

  @Test
  void digitsHaveValues() {
    assertEquals(4, Unicode.decimal(0x664));
    assertEquals(-1, Unicode.decimal(0xb2));
    assertEquals(2, Unicode.digit(0xb2));
    assertEquals("1/2", Unicode.numeric(0xbd));
  }

  @Test
  void oneCharacterMayBecomeSeveral() {
    assertArrayEquals(new int[] {'S', 'S'}, CaseMapping.UPPER.full(0xdf));
    assertArrayEquals(new int[] {'S', 's'}, CaseMapping.TITLE.full(0xdf));
    assertEquals('i', CaseMapping.LOWER.simple(0x130));
  }

  @Test
  void namesAliasesAndSequencesAreFound() {
    assertEquals('a', UnicodeNames.lookup("latin small letter a"));
    assertEquals('\n', UnicodeNames.lookup("LINE FEED"));
    assertEquals("HANGUL SYLLABLE GAG", UnicodeNames.name(0xac01));
    assertEquals(-1, UnicodeNames.lookup("KEYCAP DIGIT ONE"));
    assertEquals(3, UnicodeNames.lookupSequence("KEYCAP DIGIT ONE").length);
  }
}
