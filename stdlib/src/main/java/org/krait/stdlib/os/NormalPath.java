package org.krait.stdlib.os;

import java.util.ArrayDeque;
import java.util.Deque;

/** {@code os.path.normpath} on text. */
final class NormalPath {
  private NormalPath() {}

  static String of(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    int nul = path.indexOf('\0');
    String text = nul < 0 ? path : path.substring(0, nul);
    String root = text.startsWith("//") && !text.startsWith("///") ? "//" : text.startsWith("/") ? "/" : "";
    Deque<String> parts = new ArrayDeque<>();
    for (String part : text.split("/")) {
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (!part.equals("..")) {
        parts.addLast(part);
      } else if (!parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (root.isEmpty()) {
        parts.addLast(part);
      }
    }
    String joined = root + String.join("/", parts);
    return joined.isEmpty() ? "." : joined;
  }
}
