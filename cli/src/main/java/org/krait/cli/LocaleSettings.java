package org.krait.cli;

import java.util.Locale;
import java.util.Map;

/**
 * The locale for characters, by the environment. Only its encoding matters here: Krait's names and
 * streams are UTF-8, so a locale of another encoding counts as one that the machine does not have.
 */
record LocaleSettings(String name) {
  /** The locale that {@code LC_ALL}, {@code LC_CTYPE} or {@code LANG} name. */
  static LocaleSettings of(Map<String, String> environment) {
    for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = environment.get(variable);
      if (value != null && !value.isEmpty()) {
        return new LocaleSettings(value);
      }
    }
    return new LocaleSettings("C");
  }

  private boolean isUtf8() {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("utf-8") || lower.contains("utf8");
  }

  /** Whether it is the C locale, or one that the machine cannot have: UTF-8 mode is on then. */
  boolean isC() {
    return !isUtf8();
  }

  /** Whether it is C with UTF-8, the locale that CPython puts in the place of C. */
  boolean isPlainUtf8() {
    return isUtf8() && (name.startsWith("C.") || name.toLowerCase(Locale.ROOT).startsWith("utf"));
  }
}
