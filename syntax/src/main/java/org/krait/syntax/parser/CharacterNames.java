package org.krait.syntax.parser;

import java.util.Locale;

/** Unicode characters by name, for {@code \N} escapes. */
final class CharacterNames {
  private CharacterNames() {}

  /** The character with a name, in any case; -1 when there is none. */
  static int codePoint(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.startsWith("CJK UNIFIED IDEOGRAPH-")) {
      return ideograph(upper.substring("CJK UNIFIED IDEOGRAPH-".length()));
    }
    if (upper.startsWith("HANGUL SYLLABLE ")) {
      return hangul(upper.substring("HANGUL SYLLABLE ".length()));
    }
    try {
      int c = Character.codePointOf(upper);
      return Unicode15.isAssigned(c) && upper.equals(Character.getName(c)) ? c : -1;
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }

  private static int ideograph(String hex) {
    try {
      int c = Integer.parseInt(hex, 16);
      boolean named =
          hex.length() >= 4
              && Character.isValidCodePoint(c)
              && Unicode15.isAssigned(c)
              && Character.isIdeographic(c)
              && Character.getType(c) == Character.OTHER_LETTER;
      return named ? c : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static final String[] INITIAL = {
    "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"
  };
  private static final String[] VOWEL = {
    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE",
    "WI", "YU", "EU", "YI", "I"
  };
  private static final String[] FINAL = {
    "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M",
    "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"
  };

  private static int hangul(String syllable) {
    for (int i = 0; i < INITIAL.length; i++) {
      for (int v = 0; v < VOWEL.length && syllable.startsWith(INITIAL[i]); v++) {
        String start = INITIAL[i] + VOWEL[v];
        for (int f = 0; f < FINAL.length && syllable.startsWith(start); f++) {
          if (syllable.equals(start + FINAL[f])) {
            return 0xAC00 + (i * VOWEL.length + v) * FINAL.length + f;
          }
        }
      }
    }
    return -1;
  }
}
