package org.krait.stdlib.expat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A start tag that is read whole. */
final class TagReader {
  private final XmlEngine engine;
  private final XmlText s;
  String name;
  final List<String> attributes = new ArrayList<>();
  boolean isEmpty;
  int end;

  TagReader(XmlEngine engine, XmlText s) {
    this.engine = engine;
    this.s = s;
  }

  private XmlFault invalid(int place) {
    return new XmlFault(XmlError.INVALID_TOKEN, s.isMain ? place : -1);
  }

  private int name(int from) {
    int at = from;
    if (at < s.end && !XmlChars.isNameStart(s.chars[at]) && !Character.isSurrogate(s.chars[at])) {
      throw invalid(at);
    }
    while (at < s.end && (XmlChars.isName(s.chars[at]) || Character.isSurrogate(s.chars[at]))) {
      at++;
    }
    return at;
  }

  private int spaces(int from) {
    int at = from;
    while (at < s.end && XmlChars.isSpace(s.chars[at])) {
      at++;
    }
    return at;
  }

  /** Reads the tag at the place of the text; false when the text ends in it. */
  boolean read() {
    int at = name(s.at + 1);
    name = s.text(s.at + 1, at);
    List<int[]> values = new ArrayList<>();
    while (true) {
      int next = spaces(at);
      if (next >= s.end) {
        return false;
      }
      char c = s.chars[next];
      if (c == '>' || c == '/') {
        if (c == '/' && next + 1 >= s.end) {
          return false;
        }
        if (c == '/' && s.chars[next + 1] != '>') {
          throw invalid(next + 1);
        }
        isEmpty = c == '/';
        end = next + (isEmpty ? 2 : 1);
        break;
      }
      if (next == at) {
        throw invalid(at);
      }
      int nameEnd = name(next);
      int equals = spaces(nameEnd);
      if (equals >= s.end) {
        return false;
      }
      if (s.chars[equals] != '=') {
        throw invalid(equals);
      }
      int quote = spaces(equals + 1);
      if (quote >= s.end) {
        return false;
      }
      if (s.chars[quote] != '"' && s.chars[quote] != '\'') {
        throw invalid(quote);
      }
      int close = closing(quote);
      if (close < 0) {
        return false;
      }
      values.add(new int[] {next, nameEnd, quote + 1, close});
      at = close + 1;
    }
    for (int[] value : values) {
      add(value);
    }
    return true;
  }

  private int closing(int quote) {
    for (int i = quote + 1; i < s.end; i++) {
      char c = s.chars[i];
      if (c == s.chars[quote]) {
        return i;
      }
      if (c == '<' || !XmlChars.isChar(c) && !Character.isSurrogate(c)) {
        throw invalid(i);
      }
      if (c == '&' && References.end(s, i) < 0) {
        return -1;
      }
    }
    return -1;
  }

  private void add(int[] value) {
    String attribute = s.text(value[0], value[1]);
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals(attribute)) {
        throw new XmlFault(XmlError.DUPLICATE_ATTRIBUTE, s.isMain ? value[0] : -1);
      }
    }
    Dtd.Attribute declared = engine.dtd.of(name).get(attribute);
    attributes.add(attribute);
    attributes.add(
        AttributeValue.normalize(
            engine, s.text(value[2], value[3]), declared == null || declared.isCdata()));
  }

  void addDefaults(Map<String, Dtd.Attribute> declared) {
    int given = attributes.size();
    for (Dtd.Attribute attribute : declared.values()) {
      boolean present = false;
      for (int i = 0; i < given; i += 2) {
        present |= attributes.get(i).equals(attribute.name());
      }
      if (!present && attribute.value() != null) {
        attributes.add(attribute.name());
        attributes.add(attribute.value());
      }
    }
  }
}
