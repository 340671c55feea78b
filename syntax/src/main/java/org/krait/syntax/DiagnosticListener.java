package org.krait.syntax;

/** Hears of what the lexer and the parser find odd but accept. */
@FunctionalInterface
public interface DiagnosticListener {
  /** Hears nothing. A class and no lambda: one in an interface is not kept for quick starts. */
  final class Deaf implements DiagnosticListener {
    @Override
    public boolean warn(Category category, String message, int line) {
      return true;
    }
  }

  DiagnosticListener NONE = new Deaf();

  /** The class of a warning. */
  enum Category {
    SYNTAX_WARNING,
    DEPRECATION_WARNING
  }

  /**
   * A warning.
   *
   * @param line the line, from 1
   * @return false to make it a {@code SyntaxError} with the same message (the warning is an error)
   */
  boolean warn(Category category, String message, int line);

  /**
   * Whether {@code ~} of a truth value may be computed by the compiler; asked for each. Python warns of it
   * then, as about the code that has it compiled, and leaves it for run time when the warning is an error.
   */
  default boolean invertsBool() {
    return true;
  }
}
