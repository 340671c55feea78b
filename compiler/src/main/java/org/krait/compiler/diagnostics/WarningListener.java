package org.krait.compiler.diagnostics;

import org.krait.syntax.ast.Location;

/** Receives each {@code SyntaxWarning} of code generation, in the order in which it arises. */
@FunctionalInterface
public interface WarningListener {
  /**
   * Takes a warning.
   *
   * @return false when the warning is to be an error: a {@code SyntaxError} with its message and
   *     place then ends the compilation
   */
  boolean warn(String message, Location location);
}
