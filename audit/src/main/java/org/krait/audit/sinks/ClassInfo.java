package org.krait.audit.sinks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A class of the module at hand. */
final class ClassInfo {
  final String qualname;

  /** What its bases may be. */
  final List<String> bases;

  final Map<String, FunctionInfo> methods = new HashMap<>();

  /** What any method assigns to an attribute of the instance. */
  final Map<String, Value> attributes = new HashMap<>();

  ClassInfo(String qualname, List<String> bases) {
    this.qualname = qualname;
    this.bases = bases;
  }
}
