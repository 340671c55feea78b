package org.krait.audit.sinks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known while a function, a class body or the module is gone through. */
final class Scope {
  final Scope outer;
  final FunctionInfo function;
  final ClassInfo owner;
  final String qualname;

  /** Names that belong to the module by a {@code global} statement. */
  final Set<String> globals = new HashSet<>();

  /** The places where text was searched for words, in order. */
  final List<TextFilters.Check> checks = new ArrayList<>();

  /** How often each name was bound so far. */
  final Map<String, Integer> turns = new HashMap<>();

  Bindings bindings = new Bindings(null);
  int loops;

  /** What was returned so far; null for nothing. */
  Value returned;

  Scope(Scope outer, FunctionInfo function, ClassInfo owner, String qualname) {
    this.outer = outer;
    this.function = function;
    this.owner = owner;
    this.qualname = qualname;
  }

  /** The variable with its turn: {@code source#2}. */
  String turn(String name) {
    return name + "#" + turns.getOrDefault(name, 0);
  }

  /** True when nobody calls this: it runs while the module is imported. */
  boolean isModuleLevel() {
    return function == null;
  }
}
