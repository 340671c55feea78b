package org.krait.jit;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The objects that a generated class refers to, each in a static final field. */
final class Constants {
  /** A field and its declared type. */
  record Field(String name, ClassDesc type, Object value) {}

  private final Map<Object, Map<ClassDesc, Field>> known = new IdentityHashMap<>();
  private final List<Field> fields = new ArrayList<>();

  Field field(Object value, ClassDesc type) {
    return known
        .computeIfAbsent(value, v -> new java.util.HashMap<>())
        .computeIfAbsent(
            type,
            t -> {
              Field field = new Field("k" + fields.size(), t, value);
              fields.add(field);
              return field;
            });
  }

  List<Field> fields() {
    return fields;
  }
}
