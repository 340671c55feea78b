package org.krait.stdlib.ast;

import java.util.List;
import org.krait.runtime.Errors;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Node;

/** Checks that all kinds of nodes share. */
final class Faults {
  private Faults() {}

  static void checkNotEmpty(List<?> list, String what, String owner) {
    if (list.isEmpty()) {
      throw Errors.valueError("empty %s on %s", what, owner);
    }
  }

  static void checkName(String name) {
    if (name.equals("None") || name.equals("True") || name.equals("False")) {
      throw Errors.valueError("identifier field can't represent '%s' constant", name);
    }
  }

  static void checkPlace(Node node) {
    Location at = node.location();
    if (at.line() > at.endLine()) {
      throw Errors.valueError(
          "AST node line range (%d, %d) is not valid", at.line(), at.endLine());
    }
    if (at.line() < 0 && at.endLine() != at.line()
        || at.column() < 0 && at.column() != at.endColumn()) {
      throw Errors.valueError(
          "AST node column range (%d, %d) for line range (%d, %d) is not valid",
          at.column(), at.endColumn(), at.line(), at.endLine());
    }
    if (at.line() == at.endLine() && at.column() > at.endColumn()) {
      throw Errors.valueError(
          "line %d, column %d-%d is not a valid range", at.line(), at.column(), at.endColumn());
    }
  }
}
