package org.krait.compiler.codegen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.compiler.ir.CodeUnit;
import org.krait.compiler.ir.InstructionSequence;
import org.krait.compiler.scopes.Scope;
import org.krait.compiler.scopes.Symbol;

/** A code object at work: its instructions so far and the blocks that are open in it. */
final class Unit {
  /** What the code object is made of. */
  enum Kind {
    MODULE,
    CLASS,
    FUNCTION,
    ASYNC_FUNCTION,
    LAMBDA,
    COMPREHENSION,
    TYPE_PARAMETERS;

    boolean isFunction() {
      return this == FUNCTION || this == ASYNC_FUNCTION;
    }
  }

  final Kind kind;
  final Scope scope;
  final CodeUnit meta;
  final InstructionSequence code = new InstructionSequence();

  /** Statements that a jump out of them has to unwind, innermost last. */
  final List<FrameBlock> blocks = new ArrayList<>();

  /** Names of a scope without fast locals that an open inlined comprehension keeps in some. */
  final Set<String> fastForNow = new HashSet<>();

  /** The class whose private names are mangled here, or null. */
  String privateClass;

  /** How many inlined comprehensions are open. */
  int openComprehensions;

  Unit(Kind kind, Scope scope, CodeUnit meta, String privateClass) {
    this.kind = kind;
    this.scope = scope;
    this.meta = meta;
    this.privateClass = privateClass;
    scope.parameters().forEach(meta.varNames::add);
    addSorted(Symbol.CELL, Symbol.DEF_COMP_CELL, meta.cellVars);
    if (scope.needsClassClosure()) {
      meta.cellVars.add("__class__");
    }
    if (scope.needsClassDict()) {
      meta.cellVars.add("__classdict__");
    }
    addSorted(Symbol.FREE, Symbol.DEF_FREE_CLASS, meta.freeVars);
  }

  private void addSorted(
      int scopeKind, int flag, org.krait.compiler.ir.IndexTable<String> table) {
    List<String> names = null;
    for (Map.Entry<String, Symbol> entry : scope.symbols().entrySet()) {
      Symbol symbol = entry.getValue();
      if (symbol.scope() == scopeKind || symbol.has(flag)) {
        if (names == null) {
          names = new ArrayList<>();
        }
        names.add(entry.getKey());
      }
    }
    if (names != null) {
      names.sort(Unit::compareByCodePoint);
      names.forEach(table::add);
    }
  }

  /** The order of Python's strings, which that of UTF-16 units is not above the BMP. */
  private static int compareByCodePoint(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean sameKind = Character.isSurrogate(x) == Character.isSurrogate(y);
        return sameKind ? x - y : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }

  /** The operand that names a cell or free variable. */
  int derefOperand(boolean cell, String name) {
    return cell
        ? meta.cellVars.add(name)
        : meta.cellVars.size() + meta.freeVars.add(name);
  }

  boolean isClassScope() {
    return scope.kind() == Scope.Kind.CLASS;
  }
}
