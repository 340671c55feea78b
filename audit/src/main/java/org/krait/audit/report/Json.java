package org.krait.audit.report;

import java.util.Collection;
import java.util.Map;

/** Writes maps, lists, strings, numbers and booleans as JSON, indented, in ASCII. */
public final class Json {
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  /** The text of a value, with a line feed at its end. */
  public static String write(Object value) {
    Json json = new Json();
    json.value(value, 0);
    return json.out.append('\n').toString();
  }

  private void value(Object value, int level) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> map(map, level + 1);
      case Collection<?> list -> list(list, level + 1);
      case Number number -> out.append(number);
      case Boolean truth -> out.append(truth.booleanValue());
      default -> string(value.toString());
    }
  }

  private void map(Map<?, ?> map, int level) {
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      line(level);
      string(entry.getKey().toString());
      out.append(": ");
      value(entry.getValue(), level);
      separator = ",";
    }
    end(map.isEmpty(), "{", "}", level - 1);
  }

  private void list(Collection<?> list, int level) {
    String separator = "[";
    for (Object item : list) {
      out.append(separator);
      line(level);
      value(item, level);
      separator = ",";
    }
    end(list.isEmpty(), "[", "]", level - 1);
  }

  private void end(boolean empty, String open, String close, int level) {
    if (empty) {
      out.append(open);
    } else {
      line(level);
    }
    out.append(close);
  }

  private void line(int level) {
    out.append('\n').repeat(' ', 2 * level);
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (c >= ' ' && c < 0x7f) {
            out.append(c);
          } else {
            out.append("\\u%04x".formatted((int) c));
          }
        }
      }
    }
    out.append('"');
  }
}
