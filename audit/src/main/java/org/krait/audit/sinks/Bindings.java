package org.krait.audit.sinks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What names mean at a point of the program. A branch has bindings of its own over those before it,
 * which are joined when it ends.
 */
final class Bindings {
  private final Bindings under;
  private final Map<String, Value> values = new HashMap<>();

  Bindings(Bindings under) {
    this.under = under;
  }

  Value get(String name) {
    for (Bindings b = this; b != null; b = b.under) {
      Value value = b.values.get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  void set(String name, Value value) {
    values.put(name, value);
  }

  void join(String name, Value value) {
    Value known = get(name);
    values.put(name, known == null ? value : known.or(value));
  }

  /** Joins two branches over these bindings: a name may be what it is after either. */
  void join(Bindings one, Bindings other) {
    Set<String> names = new HashSet<>(one.values.keySet());
    names.addAll(other.values.keySet());
    for (String name : names) {
      Value a = one.get(name);
      Value b = other.get(name);
      values.put(name, a == null ? b : b == null ? a : a.or(b));
    }
  }
}
