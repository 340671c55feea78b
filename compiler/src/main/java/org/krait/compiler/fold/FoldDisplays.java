package org.krait.compiler.fold;

import java.util.ArrayList;
import java.util.List;
import org.krait.constants.Constant;
import org.krait.constants.PythonEquality;
import org.krait.syntax.ast.CompareOperator;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;

/** Tuples of constants, and lists and sets that nobody can change. */
final class FoldDisplays {
  private FoldDisplays() {}

  /** A tuple that is read and holds constants only becomes one constant. */
  static Expr tuple(Expr.Tuple tuple) {
    if (tuple.ctx() != ExprContext.LOAD) {
      return tuple;
    }
    List<Constant> items = constants(tuple.elts());
    return items == null
        ? tuple
        : new Expr.Constant(new Constant.Tuple(items), null, tuple.location());
  }

  /**
   * What a loop runs over or {@code in} searches: a list becomes a tuple, a set of constants a
   * frozen one.
   */
  static Expr iterable(Expr expression) {
    if (expression instanceof Expr.List list && !hasStar(list.elts())) {
      List<Constant> items = constants(list.elts());
      return items == null
          ? new Expr.Tuple(list.elts(), list.ctx(), list.location())
          : new Expr.Constant(new Constant.Tuple(items), null, list.location());
    }
    if (expression instanceof Expr.Set set) {
      List<Constant> items = constants(set.elts());
      return items == null
          ? set
          : new Expr.Constant(PythonEquality.frozenSet(items), null, set.location());
    }
    return expression;
  }

  private static boolean hasStar(List<Expr> elements) {
    for (Expr element : elements) {
      if (element instanceof Expr.Starred) {
        return true;
      }
    }
    return false;
  }

  /** The comparators, the last one folded if it is what {@code in} or {@code not in} searches. */
  static List<Expr> searchedContainer(List<CompareOperator> operators, List<Expr> comparators) {
    CompareOperator operator = operators.getLast();
    if (operator != CompareOperator.IN && operator != CompareOperator.NOT_IN) {
      return comparators;
    }
    Expr container = comparators.getLast();
    Expr folded = iterable(container);
    if (folded == container) {
      return comparators;
    }
    List<Expr> changed = new ArrayList<>(comparators);
    changed.set(changed.size() - 1, folded);
    return changed;
  }

  /** The values, or null unless all elements are constants. */
  private static List<Constant> constants(List<Expr> elements) {
    for (Expr element : elements) {
      if (!(element instanceof Expr.Constant)) {
        return null;
      }
    }
    List<Constant> values = new ArrayList<>(elements.size());
    for (Expr element : elements) {
      values.add(((Expr.Constant) element).value());
    }
    return values;
  }
}
