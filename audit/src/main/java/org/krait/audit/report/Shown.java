package org.krait.audit.report;

/** Text of unknown origin as it may be printed: what would steer a terminal or hide is escaped. */
public final class Shown {
  private Shown() {}

  /** The text on one line. */
  public static String of(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      boolean harmless = isHarmless(point);
      if (!harmless && out == null) {
        out = new StringBuilder(text.substring(0, i));
      }
      if (out != null) {
        append(out, point, harmless);
      }
      i += Character.charCount(point);
    }
    return out == null ? text : out.toString();
  }

  /** The text on one line, shortened to a number of characters. */
  public static String of(String text, int width) {
    String shown = of(text);
    return shown.length() <= width ? shown : shown.substring(0, width - 1) + "…";
  }

  private static boolean isHarmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static void append(StringBuilder out, int point, boolean harmless) {
    if (harmless) {
      out.appendCodePoint(point);
    } else if (point == '\t') {
      out.append("    ");
    } else {
      out.append(point < 0x100 ? "\\x%02x".formatted(point) : "\\u{%x}".formatted(point));
    }
  }
}
