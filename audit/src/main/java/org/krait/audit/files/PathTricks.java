package org.krait.audit.files;

import java.util.ArrayList;
import java.util.List;

/** Names in archives that would lead an unpacker elsewhere. */
final class PathTricks {
  private PathTricks() {}

  /** What is wrong with the name, in words; empty for a plain one. */
  static String in(String name) {
    if (name.isEmpty()) {
      return "an entry without a name";
    }
    if (name.startsWith("/")) {
      return "an absolute path";
    }
    if (name.length() > 1 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0))) {
      return "a path with a drive letter";
    }
    if (name.indexOf('\0') >= 0) {
      return "a path with a zero character";
    }
    if (name.indexOf('\\') >= 0) {
      return "a path with backslashes";
    }
    for (String part : name.split("/", -1)) {
      if (part.equals("..")) {
        return "a path that leads out of the archive";
      }
    }
    return "";
  }

  /** Whether a link from an entry leads out of the archive. */
  static boolean escapes(String entry, String target) {
    if (target.startsWith("/") || !in(target).isEmpty() && !target.contains("..")) {
      return true;
    }
    int depth = entry.split("/").length - 1;
    for (String part : target.split("/")) {
      if (part.equals("..")) {
        depth--;
      } else if (!part.isEmpty() && !part.equals(".")) {
        depth++;
      }
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }

  /** The path as an unpacker that is not misled would take it. */
  static String plain(String name) {
    List<String> parts = new ArrayList<>();
    for (String part : name.replace('\\', '/').split("/")) {
      if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
