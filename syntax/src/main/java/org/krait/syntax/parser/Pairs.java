package org.krait.syntax.parser;

import org.krait.syntax.ast.CompareOperator;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Pattern;

/** What some rules find together and the tree holds apart. */
final class Pairs {
  private Pairs() {}

  /** An item of a dictionary display; no key for {@code **value}. */
  record KeyValue(Expr key, Expr value) {}

  /** An item of a mapping pattern. */
  record KeyPattern(Expr key, Pattern pattern) {}

  /** A keyword of a class pattern. */
  record NamePattern(String name, Pattern pattern) {}

  /** An operator and what is on its right. */
  record Comparison(CompareOperator operator, Expr right) {}

  /** A format behind the token of its colon. */
  record FormatSpec(int colon, Expr format) {}
}
