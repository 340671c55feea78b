package org.krait.compiler.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.krait.bytecode.CodeFlags;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Mod;

/** The pass over a whole tree. */
public final class FoldTree {
  /**
   * How deeply statements and expressions may be nested. CPython allows 3,000 levels of C frames,
   * of which a call of {@code compile} has used some.
   */
  private static final int DEEPEST = 2996;

  final boolean debug;
  final boolean foldsAnnotations;
  final BooleanSupplier invertsBool;
  final FoldExpressions expressions = new FoldExpressions(this);
  final FoldPatterns patterns = new FoldPatterns(this);
  final FoldStatements statements = new FoldStatements(this);
  private int depth;

  private FoldTree(int optimize, int futureFlags, BooleanSupplier invertsBool) {
    this.invertsBool = invertsBool;
    debug = optimize == 0;
    foldsAnnotations = (futureFlags & CodeFlags.FUTURE_ANNOTATIONS) == 0;
  }

  /**
   * The folded tree.
   *
   * @param optimize the optimisation level, which decides {@code __debug__}
   * @param futureFlags {@code CO_FUTURE_*} bits: annotations that become strings are not folded
   * @param invertsBool asked for each {@code ~} of a truth value
   * @throws CompileError for a tree that is nested too deeply
   */
  public static Mod fold(Mod tree, int optimize, int futureFlags, BooleanSupplier invertsBool) {
    FoldTree pass = new FoldTree(optimize, futureFlags, invertsBool);
    return switch (tree.nodeKind()) {
      case MODULE -> {
        Mod.Module m = (Mod.Module) tree;
        var body = pass.statements.body(m.body());
        yield body == m.body() ? m : new Mod.Module(body, m.typeIgnores());
      }
      case INTERACTIVE -> {
        Mod.Interactive i = (Mod.Interactive) tree;
        var body = pass.statements.all(i.body());
        yield body == i.body() ? i : new Mod.Interactive(body);
      }
      case EXPRESSION -> {
        Mod.Expression e = (Mod.Expression) tree;
        Expr body = pass.expressions.fold(e.body());
        yield body == e.body() ? e : new Mod.Expression(body);
      }
      default -> tree;
    };
  }

  void enter() {
    if (++depth > DEEPEST) {
      throw CompileError.tooDeep();
    }
  }

  void leave() {
    depth--;
  }

  /** The list with each element folded, absent ones kept; the list itself when none changed. */
  static <T> List<T> each(List<T> list, UnaryOperator<T> fold) {
    List<T> folded = list;
    for (int i = 0; i < list.size(); i++) {
      T element = list.get(i);
      T result = element == null ? null : fold.apply(element);
      if (result != element) {
        if (folded == list) {
          folded = new ArrayList<>(list);
        }
        folded.set(i, result);
      }
    }
    return folded;
  }
}
