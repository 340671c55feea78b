package org.krait.compiler.scopes;

import java.util.HashMap;
import java.util.Map;

/** A set of names that starts as another, which it does not change and which must not change. */
final class NameSet {
  private final NameSet base;

  /** True for a name added, false for one removed; null while nothing has been changed. */
  private Map<String, Boolean> changes;

  NameSet(NameSet base) {
    this.base = base;
  }

  boolean contains(String name) {
    for (NameSet set = this; set != null; set = set.base) {
      Boolean change = set.changes == null ? null : set.changes.get(name);
      if (change != null) {
        return change;
      }
    }
    return false;
  }

  void add(String name) {
    change(name, true);
  }

  void remove(String name) {
    if (contains(name)) {
      change(name, false);
    }
  }

  private void change(String name, boolean present) {
    if (changes == null) {
      changes = new HashMap<>();
    }
    changes.put(name, present);
  }
}
