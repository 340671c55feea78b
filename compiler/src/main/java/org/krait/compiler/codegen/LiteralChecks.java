package org.krait.compiler.codegen;

import org.krait.constants.Constant;
import org.krait.syntax.ast.CompareOperator;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Stmt;

/** Warns of what is legal on a literal but cannot be meant. */
final class LiteralChecks {
  private final CodeGenerator generator;

  LiteralChecks(CodeGenerator generator) {
    this.generator = generator;
  }

  /** {@code assert (condition, message)} is always true. */
  void checkAssertion(Stmt.Assert statement) {
    Expr test = statement.test();
    if ((test instanceof Expr.Tuple tuple && !tuple.elts().isEmpty())
        || (test instanceof Expr.Constant constant
            && constant.value() instanceof Constant.Tuple items
            && !items.items().isEmpty())) {
      generator.warn(
          "assertion is always true, perhaps remove parentheses?", statement.location());
    }
  }

  /** The identity of a number or text means nothing. */
  void checkComparison(Expr.Compare e) {
    Expr left = e.left();
    for (int i = 0; i < e.ops().size(); i++) {
      CompareOperator operator = e.ops().get(i);
      Expr right = e.comparators().get(i);
      if (operator == CompareOperator.IS || operator == CompareOperator.IS_NOT) {
        Expr literal = isPlainLiteral(left) ? left : isPlainLiteral(right) ? right : null;
        if (literal != null) {
          warnOfIdentity(e, operator == CompareOperator.IS, literal);
          return;
        }
      }
      left = right;
    }
  }

  private void warnOfIdentity(Expr.Compare e, boolean is, Expr literal) {
    String type = typeName(literal);
    generator.warn(
        is
            ? "\"is\" with '" + type + "' literal. Did you mean \"==\"?"
            : "\"is not\" with '" + type + "' literal. Did you mean \"!=\"?",
        e.location());
  }

  private static boolean isPlainLiteral(Expr e) {
    return e instanceof Expr.Constant c && !(c.value() instanceof Constant.Singleton);
  }

  void checkCallable(Expr e) {
    switch (e.nodeKind()) {
      case CONSTANT,
          TUPLE,
          LIST,
          LIST_COMP,
          DICT,
          DICT_COMP,
          SET,
          SET_COMP,
          GENERATOR_EXP,
          JOINED_STR,
          FORMATTED_VALUE ->
          generator.warn(
              "'" + typeName(e) + "' object is not callable; perhaps you missed a comma?",
              e.location());
      default -> {
        // may be callable
      }
    }
  }

  void checkSubscript(Expr.Subscript e) {
    checkSubscriptable(e.value());
    checkIndex(e.value(), e.slice());
  }

  private void checkSubscriptable(Expr e) {
    boolean subscriptable =
        switch (e.nodeKind()) {
          case CONSTANT -> isSequence(((Expr.Constant) e).value());
          case SET, SET_COMP, GENERATOR_EXP, LAMBDA -> false;
          default -> true;
        };
    if (!subscriptable) {
      generator.warn(
          "'" + typeName(e) + "' object is not subscriptable; perhaps you missed a comma?",
          e.location());
    }
  }

  private void checkIndex(Expr e, Expr index) {
    String indexType = typeName(index);
    if (indexType == null || indexType.equals("int") || indexType.equals("bool")) {
      return;
    }
    boolean sequence =
        switch (e.nodeKind()) {
          case CONSTANT -> isSequence(((Expr.Constant) e).value());
          case TUPLE, LIST, LIST_COMP, JOINED_STR, FORMATTED_VALUE -> true;
          default -> false;
        };
    if (sequence) {
      generator.warn(
          typeName(e)
              + " indices must be integers or slices, not "
              + indexType
              + "; perhaps you missed a comma?",
          e.location());
    }
  }

  private static boolean isSequence(Constant value) {
    return value instanceof Constant.Str
        || value instanceof Constant.Bytes
        || value instanceof Constant.Tuple;
  }

  /** The Python type of a literal; null for other expressions. */
  private static String typeName(Expr e) {
    return switch (e.nodeKind()) {
      case TUPLE -> "tuple";
      case LIST, LIST_COMP -> "list";
      case DICT, DICT_COMP -> "dict";
      case SET, SET_COMP -> "set";
      case GENERATOR_EXP -> "generator";
      case LAMBDA -> "function";
      case JOINED_STR, FORMATTED_VALUE -> "str";
      case CONSTANT -> typeName(((Expr.Constant) e).value());
      default -> null;
    };
  }

  private static String typeName(Constant value) {
    // No switch: one over types is a class that is made when it runs for the first time, for a millisecond or two.
    if (value instanceof Constant.Str) {
      return "str";
    }
    if (value instanceof Constant.Int) {
      return "int";
    }
    if (value instanceof Constant.Singleton s) {
      return switch (s) {
        case NONE -> "NoneType";
        case TRUE, FALSE -> "bool";
        case ELLIPSIS -> "ellipsis";
      };
    }
    return value instanceof Constant.Float
        ? "float"
        : value instanceof Constant.Complex ? "complex" : value instanceof Constant.Bytes ? "bytes" : container(value);
  }

  private static String container(Constant value) {
    return value instanceof Constant.Tuple
        ? "tuple"
        : value instanceof Constant.FrozenSet ? "frozenset" : "object";
  }
}
