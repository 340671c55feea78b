package org.krait.stdlib.expat;

/** The value of an attribute as programs see it: references replaced, white space made uniform. */
final class AttributeValue {
  private AttributeValue() {}

  static String normalize(XmlEngine engine, String raw, boolean isCdata) {
    StringBuilder value = new StringBuilder();
    append(engine, value, raw);
    return isCdata ? value.toString() : tokens(value.toString());
  }

  private static void append(XmlEngine engine, StringBuilder value, String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\r' && i + 1 < raw.length() && raw.charAt(i + 1) == '\n') {
        continue;
      }
      if (XmlChars.isSpace(c)) {
        value.append(' ');
      } else if (c == '&') {
        int end = raw.indexOf(';', i);
        if (end < 0) {
          throw XmlFault.here(XmlError.INVALID_TOKEN);
        }
        reference(engine, value, raw.substring(i + 1, end));
        i = end;
      } else {
        value.append(c);
      }
    }
  }

  private static void reference(XmlEngine engine, StringBuilder value, String name) {
    String known = name.startsWith("#") ? References.character(name) : References.predefined(name);
    if (known != null) {
      value.append(known);
      return;
    }
    Dtd dtd = engine.dtd;
    Dtd.Entity entity = dtd.entities.get(name);
    if (entity == null) {
      if (!dtd.hasParameterReferences || dtd.standalone) {
        throw XmlFault.here(XmlError.UNDEFINED_ENTITY);
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
      throw XmlFault.here(XmlError.ATTRIBUTE_EXTERNAL_ENTITY_REF);
    }
    if (entity.text.indexOf('<') >= 0) {
      throw XmlFault.here(XmlError.INVALID_TOKEN);
    }
    entity.open = true;
    try {
      append(engine, value, entity.text);
      engine.checkAmplification(value.length());
    } finally {
      entity.open = false;
    }
  }

  /** Without white space at the ends, and one space between words. */
  private static String tokens(String value) {
    StringBuilder text = new StringBuilder();
    for (String word : value.split(" ")) {
      if (!word.isEmpty()) {
        text.append(text.isEmpty() ? "" : " ").append(word);
      }
    }
    return text.toString();
  }
}
