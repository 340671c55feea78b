package org.krait.generators;

import java.util.List;

/** The layout of generated Java text. */
final class JavaText {
  private static final int WIDTH = 100;

  private JavaText() {}

  /**
   * Items with commas between them, on as many lines as they need.
   *
   * @param indent what stands before the lines behind the first
   */
  static String list(List<String> items, String indent) {
    StringBuilder out = new StringBuilder();
    int column = indent.length();
    for (String item : items) {
      if (!out.isEmpty()) {
        boolean fits = column + item.length() + 2 <= WIDTH;
        out.append(fits ? ", " : ",\n" + indent);
        column = fits ? column + 2 : indent.length();
      }
      out.append(item);
      column += item.length();
    }
    return out.toString();
  }
}
