package org.krait.stdlib.os;

import java.util.ArrayDeque;
import java.util.Deque;

/** {@code os.path.normpath} on text; nothing for the folder itself. */
final class NormalPath {
  private NormalPath() {}

  static String of(String path) {
    String root = path.startsWith("//") && !path.startsWith("///") ? "//" : path.startsWith("/") ? "/" : "";
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
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
    return root + String.join("/", parts);
  }
}
