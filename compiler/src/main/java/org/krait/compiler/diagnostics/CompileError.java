package org.krait.compiler.diagnostics;

import org.krait.syntax.ast.Location;

/** Ends a compilation: the Python exception that it becomes, its message and its place. */
public final class CompileError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The Python exception. */
  public enum Kind {
    SYNTAX_ERROR,
    RECURSION_ERROR,
    /** A tree of a shape that no source has, which the validator let through. */
    SYSTEM_ERROR,
    VALUE_ERROR,
    RUNTIME_ERROR
  }

  private final Kind kind;
  private final transient Location location;
  private boolean fromScopes;

  public CompileError(Kind kind, String message, Location location) {
    super(message, null, false, false);
    this.kind = kind;
    this.location = location;
  }

  /** A {@code SyntaxError}. */
  public CompileError(String message, Location location) {
    this(Kind.SYNTAX_ERROR, message, location);
  }

  /** The error of a tree that is nested too deeply. */
  public static CompileError tooDeep() {
    return new CompileError(
        Kind.RECURSION_ERROR, "maximum recursion depth exceeded during compilation", null);
  }

  /** Says that declarations of names or future imports are what is wrong. */
  public CompileError ofScopes() {
    fromScopes = true;
    return this;
  }

  public boolean isOfScopes() {
    return fromScopes;
  }

  public Kind kind() {
    return kind;
  }

  /** The place, columns in UTF-8 bytes; null when the error has none. */
  public Location location() {
    return location;
  }
}
