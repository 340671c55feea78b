package org.krait.audit.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads TOML 1.0 into maps, lists, strings, booleans and numbers; dates and times stay text.
 *
 * <p>It accepts every document that the standard accepts, and some that it does not (numbers and dates
 * are not looked at closely, as no setting of an audit is one).
 */
final class Toml {
  private static final int MAX_DEPTH = 100;
  private static final String BARE =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

  private final String text;
  private final Map<String, Object> root = new LinkedHashMap<>();
  private int at;
  private int depth;

  private Toml(String text) {
    this.text = text.replace("\r\n", "\n");
  }

  /** The document; what is wrong is an {@link IllegalArgumentException} that says where. */
  static Map<String, Object> read(String text) {
    Toml toml = new Toml(text);
    toml.document();
    return toml.root;
  }

  private IllegalArgumentException wrong(String what) {
    int line = 1;
    for (int i = 0; i < Math.min(at, text.length()); i++) {
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    return new IllegalArgumentException("line " + line + ": " + what);
  }

  private void document() {
    Map<String, Object> table = root;
    while (true) {
      blank();
      if (at >= text.length()) {
        return;
      }
      if (peek() == '[') {
        table = header();
      } else {
        pair(table);
      }
      endOfLine();
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean take(String wanted) {
    if (text.startsWith(wanted, at)) {
      at += wanted.length();
      return true;
    }
    return false;
  }

  private void need(String wanted) {
    if (!take(wanted)) {
      throw wrong("'" + wanted + "' is missing");
    }
  }

  private void space() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  private void comment() {
    space();
    if (peek() == '#') {
      while (at < text.length() && peek() != '\n') {
        at++;
      }
    }
  }

  /** Skips blank lines and comments. */
  private void blank() {
    do {
      comment();
    } while (take("\n"));
  }

  private void endOfLine() {
    comment();
    if (at < text.length() && !take("\n")) {
      throw wrong("something after the value");
    }
  }

  private Map<String, Object> header() {
    at++;
    boolean many = take("[");
    space();
    List<String> key = key();
    need(many ? "]]" : "]");
    Map<String, Object> table = descend(root, key.subList(0, key.size() - 1));
    String last = key.getLast();
    if (many) {
      Object list = table.computeIfAbsent(last, _ -> new ArrayList<Map<String, Object>>());
      if (!(list instanceof List<?>)) {
        throw wrong(last + " is no array of tables");
      }
      Map<String, Object> fresh = new LinkedHashMap<>();
      @SuppressWarnings("unchecked")
      List<Object> tables = (List<Object>) list;
      tables.add(fresh);
      return fresh;
    }
    return descend(table, List.of(last));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> descend(Map<String, Object> table, List<String> path) {
    for (String name : path) {
      Object next = table.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>());
      if (next instanceof List<?> list && !list.isEmpty()) {
        next = list.getLast();
      }
      if (!(next instanceof Map<?, ?>)) {
        throw wrong(name + " is no table");
      }
      table = (Map<String, Object>) next;
    }
    return table;
  }

  private void pair(Map<String, Object> table) {
    List<String> key = key();
    need("=");
    space();
    Map<String, Object> into = descend(table, key.subList(0, key.size() - 1));
    Object value = value();
    if (into.putIfAbsent(key.getLast(), value) != null) {
      throw wrong(key.getLast() + " stands twice");
    }
  }

  private List<String> key() {
    List<String> parts = new ArrayList<>();
    do {
      space();
      if (peek() == '"') {
        at++;
        parts.add(basic());
      } else if (take("'")) {
        parts.add(literal());
      } else {
        int start = at;
        while (at < text.length() && BARE.indexOf(peek()) >= 0) {
          at++;
        }
        if (start == at) {
          throw wrong("a name is missing");
        }
        parts.add(text.substring(start, at));
      }
      space();
    } while (take("."));
    return parts;
  }

  private Object value() {
    if (++depth > MAX_DEPTH) {
      throw wrong("nested too deeply");
    }
    Object value;
    if (take("\"\"\"")) {
      value = multi("\"\"\"", true);
    } else if (take("'''")) {
      value = multi("'''", false);
    } else if (take("\"")) {
      value = basic();
    } else if (take("'")) {
      value = literal();
    } else if (take("[")) {
      value = list();
    } else if (take("{")) {
      value = inline();
    } else {
      value = scalar();
    }
    depth--;
    return value;
  }

  private List<Object> list() {
    List<Object> list = new ArrayList<>();
    blank();
    while (!take("]")) {
      list.add(value());
      blank();
      if (!take(",") && peek() != ']') {
        throw wrong("',' or ']' is missing");
      }
      blank();
    }
    return list;
  }

  private Map<String, Object> inline() {
    Map<String, Object> table = new LinkedHashMap<>();
    space();
    while (!take("}")) {
      pair(table);
      space();
      if (!take(",") && peek() != '}') {
        throw wrong("',' or '}' is missing");
      }
      space();
    }
    return table;
  }

  private Object scalar() {
    int start = at;
    while (at < text.length() && ",]}#\n".indexOf(peek()) < 0) {
      at++;
    }
    String word = text.substring(start, at).strip();
    if (word.isEmpty()) {
      throw wrong("a value is missing");
    }
    if (word.equals("true") || word.equals("false")) {
      return word.equals("true");
    }
    if (!word.matches("[-+]?(\\d[-+.:\\w ]*|inf|nan)")) {
      throw wrong("not a value: " + word);
    }
    try {
      return Long.valueOf(word.replace("_", ""));
    } catch (NumberFormatException e) {
      return word;
    }
  }

  private String literal() {
    int end = text.indexOf('\'', at);
    if (end < 0 || text.substring(at, end).indexOf('\n') >= 0) {
      throw wrong("a string does not end");
    }
    String value = text.substring(at, end);
    at = end + 1;
    return value;
  }

  private String basic() {
    StringBuilder out = new StringBuilder();
    while (!take("\"")) {
      if (at >= text.length() || peek() == '\n') {
        throw wrong("a string does not end");
      }
      character(out);
    }
    return out.toString();
  }

  private String multi(String quotes, boolean escapes) {
    StringBuilder out = new StringBuilder();
    take("\n");
    // Up to two quotes may stand right before the three that end it.
    while (!text.startsWith(quotes, at) || text.startsWith(quotes.substring(2), at + 3)) {
      if (at >= text.length()) {
        throw wrong("a string does not end");
      }
      if (escapes) {
        character(out);
      } else {
        out.append(text.charAt(at++));
      }
    }
    at += 3;
    return out.toString();
  }

  private void character(StringBuilder out) {
    char c = text.charAt(at++);
    if (c != '\\') {
      out.append(c);
      return;
    }
    c = peek();
    at++;
    switch (c) {
      case 'b' -> out.append('\b');
      case 't' -> out.append('\t');
      case 'n' -> out.append('\n');
      case 'f' -> out.append('\f');
      case 'r' -> out.append('\r');
      case '"', '\\' -> out.append(c);
      case 'u' -> point(out, 4);
      case 'U' -> point(out, 8);
      case ' ', '\t', '\n' -> {
        while (Character.isWhitespace(peek())) {
          at++;
        }
      }
      default -> throw wrong("an escape that TOML does not have");
    }
  }

  private void point(StringBuilder out, int digits) {
    try {
      out.appendCodePoint(Integer.parseInt(text.substring(at, at + digits), 16));
      at += digits;
    } catch (RuntimeException e) {
      throw wrong("an escape is no character");
    }
  }
}
