package org.krait.stdlib.expat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a document declares about itself. */
final class Dtd {
  /** An entity: with a text, or outside the document. */
  static final class Entity {
    final String name;
    final String text;
    final String publicId;
    final String systemId;
    final String base;
    String notation;
    boolean open;

    Entity(String name, String text, String publicId, String systemId, String base) {
      this.name = name;
      this.text = text;
      this.publicId = publicId;
      this.systemId = systemId;
      this.base = base;
    }
  }

  /** A declared attribute; {@code value} is null without a default. */
  record Attribute(String name, String value, boolean isCdata) {}

  final Map<String, Entity> entities = new HashMap<>();
  final Map<String, Entity> parameters = new HashMap<>();
  final Map<String, Map<String, Attribute>> attributes = new HashMap<>();
  boolean standalone;
  boolean hasParameterReferences;

  /** Whether all declarations were read, so that an unknown entity is an error. */
  boolean keepsProcessing = true;

  void declare(String element, Attribute attribute) {
    attributes
        .computeIfAbsent(element, e -> new LinkedHashMap<>())
        .putIfAbsent(attribute.name, attribute);
  }

  Map<String, Attribute> of(String element) {
    return attributes.getOrDefault(element, Map.of());
  }
}
