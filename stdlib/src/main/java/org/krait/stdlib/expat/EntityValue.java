package org.krait.stdlib.expat;

/** The text of an entity as it is declared: characters by number are put in, entities stay. */
final class EntityValue {
  private EntityValue() {}

  static String read(String raw) {
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        throw XmlFault.here(XmlError.PARAM_ENTITY_REF);
      }
      if (c != '&') {
        value.append(c);
        continue;
      }
      int end = raw.indexOf(';', i);
      if (end < 0 || end == i + 1) {
        throw XmlFault.here(XmlError.INVALID_TOKEN);
      }
      String name = raw.substring(i + 1, end);
      value.append(name.startsWith("#") ? References.character(name) : raw.substring(i, end + 1));
      i = end;
    }
    return value.toString();
  }
}
