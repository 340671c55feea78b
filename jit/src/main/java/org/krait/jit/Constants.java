package org.krait.jit;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.DictKeys;

/** The objects that a generated class refers to, each in a static final field. */
final class Constants {
  /** A field and its declared type. */
  record Field(String name, ClassDesc type, Object value) {}

  private final Map<Object, Map<ClassDesc, Field>> known = new IdentityHashMap<>();
  private final List<Field> fields = new ArrayList<>();
  private final Map<List<PyObject>, DictKeys> keys = new HashMap<>();

  Field field(Object value, ClassDesc type) {
    return known
        .computeIfAbsent(value, v -> new HashMap<>())
        .computeIfAbsent(
            type,
            t -> {
              Field field = new Field("k" + fields.size(), t, value);
              fields.add(field);
              return field;
            });
  }

  /** Keys for dicts, the same object for the same names; null as {@link DictKeys#of}. */
  DictKeys keys(PyObject[] names) {
    return keys.computeIfAbsent(List.of(names), n -> DictKeys.of(names));
  }

  List<Field> fields() {
    return fields;
  }
}
