package org.krait.audit.caches;

import java.util.List;
import org.krait.bytecode.CodeObject;

/** What code can do, by the names that it has. */
final class Capabilities {
  private Capabilities() {}

  static List<String> of(List<CodeObject> code, CodeObject expected) {
    return List.of();
  }
}
