package org.krait.stdlib.expat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** Elements and what is in them. */
final class ContentParser {
  private static final String CDATA_START = "<![CDATA[";
  private static final String CDATA_END = "]]>";

  private final XmlEngine engine;
  private final XmlEvents events;
  final Names names;

  /** The open elements: as they are written, and as they are told. */
  private final List<String> open = new ArrayList<>();

  private final List<String> told = new ArrayList<>();
  private boolean cdata;
  private boolean rootSeen;
  private long expanded;

  ContentParser(XmlEngine engine, Names names) {
    this.engine = engine;
    this.events = engine.events;
    this.names = names;
  }

  int depth() {
    return open.size();
  }

  boolean seenRoot() {
    return rootSeen;
  }

  boolean inCdata() {
    return cdata;
  }

  /**
   * Parses on.
   *
   * @param floor the depth at which to stop: there the root element or the entity ends
   * @return whether it stopped because of that
   */
  boolean run(XmlText source, int floor) {
    while (source.at < source.end) {
      engine.mark(source);
      if (!(cdata ? cdataText(source) : step(source, floor))) {
        return false;
      }
      if (depth() < floor) {
        return true;
      }
    }
    return false;
  }

  private boolean step(XmlText s, int floor) {
    char c = s.chars[s.at];
    if (c == '<') {
      return markup(s, floor);
    }
    return c == '&' ? reference(s) : characters(s);
  }

  private boolean incomplete(XmlText s) {
    if (s.complete) {
      throw new XmlFault(
          s.isMain ? XmlError.UNCLOSED_TOKEN : XmlError.ASYNC_ENTITY, s.isMain ? s.at : -1);
    }
    return false;
  }

  private static XmlFault invalid(XmlText s, int place) {
    return new XmlFault(XmlError.INVALID_TOKEN, s.isMain ? place : -1);
  }

  private boolean markup(XmlText s, int floor) {
    if (s.at + 1 >= s.end) {
      return incomplete(s);
    }
    switch (s.chars[s.at + 1]) {
      case '/' -> {
        return endTag(s, floor);
      }
      case '?' -> {
        return Markup.instruction(engine, s, () -> incomplete(s));
      }
      case '!' -> {
        if (s.startsWith(s.at, "<!--")) {
          return Markup.comment(engine, s, () -> incomplete(s));
        }
        if (s.startsWith(s.at, CDATA_START)) {
          engine.tell(Handler.START_CDATA_SECTION, s, s.at, s.at + CDATA_START.length());
          s.at += CDATA_START.length();
          cdata = true;
          return true;
        }
        if (s.isPrefixOf(s.at, CDATA_START) || s.isPrefixOf(s.at, "<!--")) {
          return incomplete(s);
        }
        throw invalid(s, s.at + 2);
      }
      default -> {
        return startTag(s);
      }
    }
  }

  // ---- characters

  private boolean characters(XmlText s) {
    int from = s.at;
    int at = from;
    char[] chars = s.chars;
    char first = chars[from];
    if (first == '\n' || first == '\r') {
      return newline(s);
    }
    while (at < s.end) {
      char c = chars[at];
      if (c == '<' || c == '&' || c == '\n' || c == '\r') {
        break;
      }
      if (c == ']' && !isPlainBracket(s, at)) {
        if (at > from) {
          break;
        }
        return false;
      }
      if (!XmlChars.isChar(c)) {
        tellCharacters(s, from, at);
        throw invalid(s, at);
      }
      at++;
    }
    // Half of a pair waits for the other.
    if (at == s.end && at > from + 1 && Character.isHighSurrogate(chars[at - 1]) && !s.complete) {
      at--;
    }
    tellCharacters(s, from, at);
    s.at = at;
    return true;
  }

  /** Whether a bracket begins no {@code ]]>}; false also when that cannot be seen yet. */
  private static boolean isPlainBracket(XmlText s, int at) {
    if (s.startsWith(at, CDATA_END)) {
      throw invalid(s, at + 2);
    }
    return s.complete || !s.isPrefixOf(at, CDATA_END);
  }

  private boolean newline(XmlText s) {
    int length = 1;
    if (s.chars[s.at] == '\r') {
      if (s.at + 1 == s.end && !s.complete) {
        return false;
      }
      length = s.at + 1 < s.end && s.chars[s.at + 1] == '\n' ? 2 : 1;
    }
    if (events.has(Handler.CHARACTER_DATA)) {
      events.characters("\n");
    } else {
      events.raw(s.text(s.at, s.at + length));
    }
    s.at += length;
    return true;
  }

  private void tellCharacters(XmlText s, int from, int to) {
    int most = s.isMain ? engine.longestText() : Integer.MAX_VALUE;
    for (int at = from; at < to; ) {
      int next = most >= to - at ? to : at + most;
      if (events.has(Handler.CHARACTER_DATA)) {
        events.characters(s.text(at, next));
      } else {
        events.raw(s.text(at, next));
      }
      at = next;
    }
  }

  private boolean cdataText(XmlText s) {
    char c = s.chars[s.at];
    if (c == ']' && s.startsWith(s.at, CDATA_END)) {
      engine.tell(Handler.END_CDATA_SECTION, s, s.at, s.at + CDATA_END.length());
      s.at += CDATA_END.length();
      cdata = false;
      return true;
    }
    if (c == ']' && s.isPrefixOf(s.at, CDATA_END)) {
      if (s.complete) {
        throw new XmlFault(XmlError.UNCLOSED_CDATA_SECTION, s.isMain ? s.end : -1);
      }
      return false;
    }
    if (c == '\n' || c == '\r') {
      return newline(s);
    }
    int at = s.at + (c == ']' ? 1 : 0);
    while (at < s.end && s.chars[at] != ']' && s.chars[at] != '\n' && s.chars[at] != '\r') {
      if (!XmlChars.isChar(s.chars[at])) {
        throw invalid(s, at);
      }
      at++;
    }
    tellCharacters(s, s.at, at);
    s.at = at;
    return true;
  }

  // ---- references

  private boolean reference(XmlText s) {
    int from = s.at;
    int end = References.end(s, from);
    if (end < 0) {
      return incomplete(s);
    }
    String name = s.text(from + 1, end - 1);
    String replacement = name.startsWith("#") ? References.character(name) : References.predefined(name);
    if (replacement != null) {
      if (events.has(Handler.CHARACTER_DATA)) {
        events.characters(replacement);
      } else {
        events.raw(s.text(from, end));
      }
      s.at = end;
      return true;
    }
    entity(s, name, from, end);
    s.at = end;
    return true;
  }

  private void entity(XmlText s, String name, int from, int end) {
    Dtd dtd = engine.dtd;
    Dtd.Entity entity = dtd.entities.get(name);
    if (entity == null) {
      if (!dtd.hasParameterReferences || dtd.standalone) {
        throw XmlFault.here(XmlError.UNDEFINED_ENTITY);
      }
      if (events.has(Handler.SKIPPED_ENTITY)) {
        events.call(Handler.SKIPPED_ENTITY, PyStr.of(name), PyLong.ZERO);
      } else {
        events.raw(s.text(from, end));
      }
      return;
    }
    if (entity.open) {
      throw XmlFault.here(XmlError.RECURSIVE_ENTITY_REF);
    }
    if (entity.notation != null) {
      throw XmlFault.here(XmlError.BINARY_ENTITY_REF);
    }
    if (entity.text == null) {
      external(s, entity, from, end);
    } else if (events.has(Handler.DEFAULT) && !events.has(Handler.DEFAULT_EXPAND)) {
      if (events.has(Handler.SKIPPED_ENTITY)) {
        events.call(Handler.SKIPPED_ENTITY, PyStr.of(name), PyLong.ZERO);
      } else {
        events.raw(s.text(from, end));
      }
    } else {
      expand(entity);
    }
  }

  private void expand(Dtd.Entity entity) {
    expanded += entity.text.length();
    engine.checkAmplification(expanded);
    entity.open = true;
    try {
      XmlText inner = new XmlText(entity.text);
      int floor = depth();
      run(inner, floor);
      if (inner.at < inner.end || depth() != floor || cdata) {
        throw XmlFault.here(XmlError.ASYNC_ENTITY);
      }
    } finally {
      entity.open = false;
    }
  }

  private void external(XmlText s, Dtd.Entity entity, int from, int end) {
    if (!events.has(Handler.EXTERNAL_ENTITY_REF)) {
      events.raw(s.text(from, end));
      return;
    }
    String context = names.context();
    entity.open = true;
    try {
      PyObject answer =
          events.call(
              Handler.EXTERNAL_ENTITY_REF,
              PyStr.of(context + (context.isEmpty() ? "" : "\f") + entity.name),
              XmlEngine.string(entity.base),
              XmlEngine.string(entity.systemId),
              XmlEngine.string(entity.publicId));
      if (!org.krait.runtime.Objects.isTrue(answer)) {
        throw XmlFault.here(XmlError.EXTERNAL_ENTITY_HANDLING);
      }
    } finally {
      entity.open = false;
    }
  }

  // ---- tags

  boolean startTag(XmlText s) {
    TagReader tag = new TagReader(engine, s);
    if (!tag.read()) {
      return incomplete(s);
    }
    rootSeen = true;
    Map<String, Dtd.Attribute> declared = engine.dtd.of(tag.name);
    int specified = tag.attributes.size();
    tag.addDefaults(declared);
    open.add(tag.name);
    String name = tag.name;
    List<String> attributes = tag.attributes;
    if (names.on) {
      int[] count = {specified};
      attributes = expandNames(attributes, count);
      specified = count[0];
      name = names.expand(tag.name, false);
    }
    told.add(name);
    if (events.has(Handler.START_ELEMENT)) {
      events.startElement(name, attributes, specified);
    } else {
      events.raw(s.text(s.at, tag.end));
    }
    s.at = tag.end;
    if (tag.isEmpty) {
      if (s.isMain && events.has(Handler.END_ELEMENT)) {
        engine.mark(s);
      }
      close(s, s.at, s.at);
    }
    return true;
  }

  /** Binds the prefixes of an element and gives its other attributes their namespaces. */
  private List<String> expandNames(List<String> attributes, int[] specified) {
    List<String> rest = new ArrayList<>();
    int count = 0;
    for (int i = 0; i < attributes.size(); i += 2) {
      String name = attributes.get(i);
      if (name.equals("xmlns") || name.startsWith("xmlns:")) {
        bind(name.equals("xmlns") ? "" : name.substring(6), attributes.get(i + 1));
      } else {
        rest.add(name);
        rest.add(attributes.get(i + 1));
        count += i < specified[0] ? 2 : 0;
      }
    }
    for (int i = 0; i < rest.size(); i += 2) {
      rest.set(i, names.expand(rest.get(i), true));
      if (rest.subList(0, i).contains(rest.get(i)) && indexOfName(rest, rest.get(i)) < i) {
        throw XmlFault.here(XmlError.DUPLICATE_ATTRIBUTE);
      }
    }
    specified[0] = count;
    return rest;
  }

  private static int indexOfName(List<String> attributes, String name) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals(name)) {
        return i;
      }
    }
    return attributes.size();
  }

  private void bind(String prefix, String uri) {
    names.bind(prefix, uri, depth());
    if (events.has(Handler.START_NAMESPACE_DECL)) {
      events.call(
          Handler.START_NAMESPACE_DECL,
          XmlEngine.string(prefix.isEmpty() ? null : prefix),
          XmlEngine.string(uri.isEmpty() ? null : uri));
    }
  }

  private boolean endTag(XmlText s, int floor) {
    int at = s.at + 2;
    if (at < s.end && !XmlChars.isNameStart(s.chars[at]) && !Character.isSurrogate(s.chars[at])) {
      throw invalid(s, at);
    }
    while (at < s.end && (XmlChars.isName(s.chars[at]) || Character.isSurrogate(s.chars[at]))) {
      at++;
    }
    int nameEnd = at;
    while (at < s.end && XmlChars.isSpace(s.chars[at])) {
      at++;
    }
    if (at >= s.end) {
      return incomplete(s);
    }
    if (s.chars[at] != '>') {
      throw invalid(s, at);
    }
    if (depth() == floor && !s.isMain) {
      throw XmlFault.here(XmlError.ASYNC_ENTITY);
    }
    if (open.isEmpty() || !s.text(s.at + 2, nameEnd).equals(open.getLast())) {
      throw new XmlFault(XmlError.TAG_MISMATCH, s.isMain ? s.at + 2 : -1);
    }
    int from = s.at;
    s.at = at + 1;
    close(s, from, s.at);
    return true;
  }

  /** The innermost element ends. */
  private void close(XmlText s, int from, int to) {
    int depth = depth();
    String name = told.getLast();
    if (events.has(Handler.END_ELEMENT)) {
      events.endElement(name);
    } else if (to > from) {
      events.raw(s.text(from, to));
    }
    for (String prefix = names.unbind(depth); prefix != null; prefix = names.unbind(depth)) {
      if (events.has(Handler.END_NAMESPACE_DECL)) {
        events.call(
            Handler.END_NAMESPACE_DECL, XmlEngine.string(prefix.isEmpty() ? null : prefix));
      }
    }
    open.removeLast();
    told.removeLast();
  }

  /** An external entity ends: all that began in it must have ended. */
  void endOfEntity(XmlText s) {
    if (s.at < s.end) {
      throw new XmlFault(XmlError.UNCLOSED_TOKEN, s.at);
    }
    if (depth() > 0 || cdata) {
      throw new XmlFault(XmlError.ASYNC_ENTITY, s.end);
    }
  }
}
