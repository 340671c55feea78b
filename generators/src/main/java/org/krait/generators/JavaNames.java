package org.krait.generators;

import java.util.Locale;

/** Names in Java's manner, from names in Python's. */
final class JavaNames {
  private JavaNames() {}

  /** {@code type_params} to {@code typeParams}. */
  static String camel(String name) {
    StringBuilder text = new StringBuilder();
    for (String word : name.split("_")) {
      text.append(text.isEmpty() ? word : capitalized(word));
    }
    return text.toString();
  }

  /** {@code NotEq} and {@code expr_context} to {@code NOT_EQ} and {@code EXPR_CONTEXT}. */
  static String upperSnake(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** A Java string literal. */
  static String literal(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
