package org.krait.compiler.scopes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.syntax.ast.Location;

/** One block of names: a module, a class, a function, a comprehension, type parameters. */
public final class Scope {
  /** Kinds of blocks; the ordinals are the numbers that {@code _symtable} shows. */
  public enum Kind {
    FUNCTION,
    CLASS,
    MODULE,
    /** Annotations under {@code from __future__ import annotations}: never evaluated. */
    ANNOTATION,
    TYPE_VAR_BOUND,
    TYPE_ALIAS,
    TYPE_PARAMETERS
  }

  /** What kind of comprehension a function scope is, if any. */
  public enum Comprehension {
    NONE,
    LIST,
    DICT,
    SET,
    GENERATOR
  }

  /** A name in a {@code global} or {@code nonlocal} statement, for error messages. */
  record Directive(String name, Location location) {}

  private final int id;
  private final String name;
  private final Kind kind;
  private final Location location;
  private final Map<String, Symbol> symbols = new LinkedHashMap<>();
  private final List<String> parameters = new ArrayList<>();

  List<Scope> children = new ArrayList<>();
  final List<Directive> directives = new ArrayList<>();

  Comprehension comprehension = Comprehension.NONE;
  boolean nested;
  boolean hasFree;
  boolean childHasFree;
  boolean generator;
  boolean coroutine;
  boolean varArgs;
  boolean varKeywords;
  boolean returnsValue;
  boolean needsClassClosure;
  boolean needsClassDict;
  boolean inlined;
  boolean seesClassScope;

  /** True while the target of a comprehension's {@code for} is visited. */
  boolean inIterationTarget;

  /** How many comprehension iterables are open. */
  int openIterables;

  Scope(int id, String name, Kind kind, Location location) {
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.location = location;
  }

  /** A number that no other scope of the table has. */
  public int id() {
    return id;
  }

  /** The function's or class's name; {@code top}, {@code lambda}, {@code listcomp} … for others. */
  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  /** Where the block's node stands; zeros for a module. */
  public Location location() {
    return location;
  }

  /** Names, mangled, in the order in which they were met. */
  public Map<String, Symbol> symbols() {
    return symbols;
  }

  /** Parameters in frame order. */
  public List<String> parameters() {
    return parameters;
  }

  /** Blocks inside; those of an inlined comprehension count as its parent's. */
  public List<Scope> children() {
    return children;
  }

  public Comprehension comprehension() {
    return comprehension;
  }

  /** True when a function is around it. */
  public boolean isNested() {
    return nested;
  }

  public boolean isGenerator() {
    return generator;
  }

  public boolean isCoroutine() {
    return coroutine;
  }

  /** Top-level {@code await} makes a module a coroutine, which only code generation knows. */
  public void setCoroutine() {
    coroutine = true;
  }

  public boolean hasVarArgs() {
    return varArgs;
  }

  public boolean hasVarKeywords() {
    return varKeywords;
  }

  /** True for a class whose methods need its {@code __class__} cell. */
  public boolean needsClassClosure() {
    return needsClassClosure;
  }

  /** True for a class with annotation scopes that look into its namespace. */
  public boolean needsClassDict() {
    return needsClassDict;
  }

  /** True for a comprehension that runs in the frame of its parent (PEP 709). */
  public boolean isInlined() {
    return inlined;
  }

  /** True for an annotation scope (PEP 695) directly in a class. */
  public boolean seesClassScope() {
    return seesClassScope;
  }

  /** True when the names of the block live in a frame's locals. */
  public boolean isFunctionLike() {
    return switch (kind) {
      case FUNCTION, TYPE_VAR_BOUND, TYPE_ALIAS, TYPE_PARAMETERS -> true;
      case CLASS, MODULE, ANNOTATION -> false;
    };
  }

  /** The scope of a mangled name: {@link Symbol#LOCAL} and so on. */
  public int scopeOf(String name) {
    Symbol symbol = symbols.get(name);
    return symbol == null ? Symbol.UNKNOWN : symbol.scope;
  }

  /** The flags of a mangled name, 0 when it is not there. */
  public int flagsOf(String name) {
    Symbol symbol = symbols.get(name);
    return symbol == null ? 0 : symbol.flags;
  }

  @Override
  public String toString() {
    return kind + " " + name + " " + symbols;
  }
}
