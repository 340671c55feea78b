package org.krait.syntax.parser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Unicode characters by name, for {@code \N} escapes: names of Unicode 15.0 and their aliases. */
public final class CharacterNames {
  private static final String ALIASES = "aliases.txt";
  private static final String IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";
  private static final String SYLLABLE = "HANGUL SYLLABLE ";
  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final List<String> INITIALS =
      List.of(
          "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T",
          "P", "H");
  private static final List<String> VOWELS =
      List.of(
          "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO",
          "WE", "WI", "YU", "EU", "YI", "I");
  private static final List<String> FINALS =
      List.of(
          "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH",
          "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H");

  private CharacterNames() {}

  /** The aliases, read when one is first asked for. */
  private static final class Aliases {
    static final Map<String, Integer> BY_NAME = read();

    private static Map<String, Integer> read() {
      Map<String, Integer> aliases = new HashMap<>();
      try (var in = CharacterNames.class.getResourceAsStream(ALIASES);
          var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          int space = line.indexOf(' ');
          if (!line.startsWith("#")) {
            int c = Integer.parseInt(line.substring(0, space), 16);
            for (String name : line.substring(space + 1).split(",")) {
              aliases.put(name, c);
            }
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      for (int i = 1; i <= 256; i++) {
        aliases.put("VS" + i, i <= 16 ? 0xFE00 + i - 1 : 0xE0100 + i - 17);
      }
      return aliases;
    }
  }

  /** The character with a name, in any case; -1 when there is none. */
  public static int codePoint(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.startsWith(IDEOGRAPH)) {
      return ideograph(upper.substring(IDEOGRAPH.length()));
    }
    if (upper.startsWith(SYLLABLE)) {
      return hangul(upper.substring(SYLLABLE.length()));
    }
    Integer alias = Aliases.BY_NAME.get(upper);
    return alias != null ? alias : named(upper);
  }

  private static int named(String name) {
    try {
      int c = Character.codePointOf(name);
      return hasOwnName(c) && name.equals(Character.getName(c)) ? c : -1;
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }

  /** True when the JDK's name for a character is Unicode's, not one made up of its block. */
  private static boolean hasOwnName(int c) {
    if (!Unicode15.isAssigned(c)) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE -> false;
      default -> !Character.getName(c).endsWith(" " + Integer.toHexString(c).toUpperCase(Locale.ROOT));
    };
  }

  private static int ideograph(String hex) {
    if (hex.length() < 4 || hex.length() > 5 || !hex.chars().allMatch(CharKinds::isHexDigit)) {
      return -1;
    }
    int c = Integer.parseInt(hex, 16);
    boolean unified =
        Unicode15.isAssigned(c)
            && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN
            && Character.getType(c) == Character.OTHER_LETTER
            && Character.getName(c).startsWith("CJK UNIFIED");
    return unified ? c : -1;
  }

  private static int hangul(String syllable) {
    for (int i = 0; i < INITIALS.size(); i++) {
      for (int v = 0; v < VOWELS.size() && syllable.startsWith(INITIALS.get(i)); v++) {
        String start = INITIALS.get(i) + VOWELS.get(v);
        int f = syllable.startsWith(start) ? FINALS.indexOf(syllable.substring(start.length())) : -1;
        if (f >= 0) {
          return FIRST_SYLLABLE + (i * VOWELS.size() + v) * FINALS.size() + f;
        }
      }
    }
    return -1;
  }
}
