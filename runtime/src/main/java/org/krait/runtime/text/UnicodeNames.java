package org.krait.runtime.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The names of characters in Unicode 15.0.
 *
 * <p>Names never change, so those that the JDK knows are right; what is younger than 15.0 is left out.
 */
public final class UnicodeNames {
  private static final int HANGUL_FIRST = 0xac00;
  private static final int HANGUL_LAST = 0xd7a3;
  private static final String[] LEADS = {
    "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"
  };
  private static final String[] VOWELS = {
    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE",
    "WI", "YU", "EU", "YI", "I"
  };
  private static final String[] TAILS = {
    "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M",
    "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"
  };

  private UnicodeNames() {}

  /** What else characters and sequences are called; read when first needed. */
  private static final class Aliases {
    static final Map<String, int[]> ALL = new HashMap<>();

    static {
      UnicodeTable table =
          new UnicodeTable(ResourceFile.open(UnicodeNames.class, "aliases.txt"));
      table.forEach(
          "aliases",
          (first, last, step, value) -> ALL.put(value, new int[] {first}));
      table.forEach(
          "sequences",
          (first, last, step, value) -> {
            int equals = value.indexOf('=');
            String[] rest = value.substring(0, equals).strip().split(" ");
            int[] points = new int[rest.length + 1];
            points[0] = first;
            for (int i = 0; i < rest.length; i++) {
              points[i + 1] = Integer.parseInt(rest[i], 16);
            }
            ALL.put(value.substring(equals + 1).strip(), points);
          });
    }
  }

  /** The name of a character, or null when it has none. */
  public static String name(int c) {
    int category = Unicode.category(c);
    String kind = Unicode.CATEGORIES.get(category);
    if (kind.equals("Cn") || kind.equals("Cc") || kind.equals("Cs") || kind.equals("Co")) {
      return null;
    }
    if (c >= HANGUL_FIRST && c <= HANGUL_LAST) {
      return hangul(c - HANGUL_FIRST);
    }
    if (isUnifiedIdeograph(c)) {
      return String.format("CJK UNIFIED IDEOGRAPH-%X", c);
    }
    return isTangutIdeograph(c) ? null : Character.getName(c);
  }

  /** Characters that CPython has no names for. */
  private static boolean isTangutIdeograph(int c) {
    return c >= 0x17000 && c <= 0x187f7 || c >= 0x18d00 && c <= 0x18d08;
  }

  private static boolean isUnifiedIdeograph(int c) {
    return c >= 0x3400 && c <= 0x4dbf
        || c >= 0x4e00 && c <= 0x9fff
        || c >= 0x20000 && c <= 0x2a6df
        || c >= 0x2a700 && c <= 0x2ebe0
        || c >= 0x30000 && c <= 0x323af;
  }

  private static String hangul(int index) {
    return "HANGUL SYLLABLE "
        + LEADS[index / (VOWELS.length * TAILS.length)]
        + VOWELS[index / TAILS.length % VOWELS.length]
        + TAILS[index % TAILS.length];
  }

  /** The character of a name or alias, or -1. */
  public static int lookup(String name) {
    int[] sequence = lookupSequence(name);
    return sequence != null && sequence.length == 1 ? sequence[0] : -1;
  }

  /** The characters of the name of a character, of an alias or of a named sequence; null for none. */
  public static int[] lookupSequence(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    int c = byName(upper);
    return c >= 0 ? new int[] {c} : Aliases.ALL.get(upper);
  }

  private static int byName(String name) {
    int c = -1;
    if (name.startsWith("HANGUL SYLLABLE ")) {
      c = hangulByName(name.substring("HANGUL SYLLABLE ".length()));
    } else if (name.startsWith("CJK UNIFIED IDEOGRAPH-")) {
      c = hex(name.substring("CJK UNIFIED IDEOGRAPH-".length()));
    } else {
      try {
        c = Character.codePointOf(name);
      } catch (IllegalArgumentException e) {
        return -1;
      }
    }
    return c >= 0 && name.equals(name(c)) ? c : -1;
  }

  private static int hex(String digits) {
    if (digits.length() != 4 && digits.length() != 5) {
      return -1;
    }
    try {
      return Integer.parseInt(digits, 16);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static int hangulByName(String name) {
    int lead = longest(LEADS, name, 0);
    int at = lead < 0 ? 0 : LEADS[lead].length();
    int vowel = longest(VOWELS, name, at);
    if (lead < 0 || vowel < 0) {
      return -1;
    }
    at += VOWELS[vowel].length();
    int tail = longest(TAILS, name, at);
    return HANGUL_FIRST + (lead * VOWELS.length + vowel) * TAILS.length + tail;
  }

  private static int longest(String[] parts, String name, int at) {
    int best = -1;
    for (int i = 0; i < parts.length; i++) {
      if (name.startsWith(parts[i], at)
          && (best < 0 || parts[i].length() > parts[best].length())) {
        best = i;
      }
    }
    return best;
  }
}
