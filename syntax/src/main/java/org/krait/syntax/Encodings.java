package org.krait.syntax;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JDK's charsets under Python's names. */
final class Encodings {
  /** Where neither Python's name nor a pattern finds the charset. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("u8", "UTF-8"),
          Map.entry("utf", "UTF-8"),
          Map.entry("cp65001", "UTF-8"),
          Map.entry("latin", "ISO-8859-1"),
          Map.entry("l1", "ISO-8859-1"),
          Map.entry("646", "US-ASCII"),
          Map.entry("cp932", "windows-31j"),
          Map.entry("932", "windows-31j"),
          Map.entry("ms932", "windows-31j"),
          Map.entry("mskanji", "windows-31j"),
          Map.entry("cp949", "x-windows-949"),
          Map.entry("uhc", "x-windows-949"),
          Map.entry("cp950", "x-windows-950"),
          Map.entry("sjis", "Shift_JIS"),
          Map.entry("johab", "x-Johab"),
          Map.entry("tis-620", "TIS-620"),
          Map.entry("mac-roman", "x-MacRoman"),
          Map.entry("mac-cyrillic", "x-MacCyrillic"),
          Map.entry("mac-greek", "x-MacGreek"),
          Map.entry("mac-turkish", "x-MacTurkish"),
          Map.entry("mac-iceland", "x-MacIceland"),
          Map.entry("mac-latin2", "x-MacCentralEurope"));

  private Encodings() {}

  /** The charset that Python means by a name; null when there is none. */
  static Charset find(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    String known = NAMES.get(plain);
    if (known != null) {
      return Charset.forName(known);
    }
    if (plain.equals("utf8") || plain.equals("utf-8-sig")) {
      return StandardCharsets.UTF_8;
    }
    List<String> candidates =
        plain.startsWith("cp")
            ? List.of(
                "windows-" + plain.substring(2), "IBM" + plain.substring(2), "x-IBM" + plain.substring(2), plain)
            : List.of(plain, plain.replace("-", ""), plain.replace('-', '_'), "iso-" + plain);
    for (String candidate : candidates) {
      try {
        if (Charset.isSupported(candidate)) {
          return Charset.forName(candidate);
        }
      } catch (IllegalCharsetNameException e) {
        return null;
      }
    }
    return null;
  }
}
