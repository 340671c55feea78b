package org.krait.compiler.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.krait.bytecode.CodeFlags;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;
import org.krait.syntax.ast.CompareOperator;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Mod;
import org.krait.syntax.ast.Operator;
import org.krait.syntax.ast.Stmt;
import org.krait.syntax.ast.UnaryOperator;

class FoldTreeTest {
  private static final Location HERE = new Location(1, 2, 3, 4);

  private static Expr fold(Expr expression) {
    Mod folded = FoldTree.fold(new Mod.Expression(expression), 0, 0, () -> true);
    return ((Mod.Expression) folded).body();
  }

  private static Expr constant(Constant value) {
    return new Expr.Constant(value, null, HERE);
  }

  private static Expr integer(long value) {
    return constant(Constant.Int.of(value));
  }

  private static Expr string(String value) {
    return constant(Constant.Str.of(value));
  }

  private static Expr name(String id) {
    return new Expr.Name(id, ExprContext.LOAD, HERE);
  }

  private static Expr binary(Expr left, Operator operator, Expr right) {
    return new Expr.BinOp(left, operator, right, HERE);
  }

  private static String reprOf(Expr expression) {
    return ConstantRepr.of(assertInstanceOf(Expr.Constant.class, expression).value());
  }

  @Test
  void arithmeticOfConstantsIsDone() {
    assertEquals("7", reprOf(fold(binary(integer(3), Operator.ADD, integer(4)))));
    assertEquals("-4", reprOf(fold(binary(integer(-7), Operator.FLOOR_DIV, integer(2)))));
    assertEquals("0.5", reprOf(fold(binary(integer(1), Operator.DIV, integer(2)))));
    assertEquals("0.001", reprOf(fold(binary(integer(10), Operator.POW, integer(-3)))));
    assertEquals("'ababab'", reprOf(fold(binary(string("ab"), Operator.MULT, integer(3)))));
    Expr two = binary(integer(1), Operator.LSHIFT, integer(1));
    assertEquals("-3", reprOf(fold(new Expr.UnaryOp(UnaryOperator.INVERT, two, HERE))));
    assertSame(HERE, fold(two).location());
  }

  @Test
  void whatRaisesOrGrowsTooLargeIsLeft() {
    assertLeft(binary(integer(1), Operator.DIV, integer(0)));
    assertLeft(binary(integer(1), Operator.LSHIFT, integer(128)));
    assertLeft(binary(integer(2), Operator.POW, integer(65)));
    assertLeft(binary(string("a"), Operator.MULT, integer(4097)));
    assertLeft(binary(string("a"), Operator.ADD, integer(1)));
    assertLeft(binary(string("%d"), Operator.MOD, integer(1)));
    assertLeft(new Expr.Subscript(string("abc"), integer(3), ExprContext.LOAD, HERE));
  }

  private static void assertLeft(Expr expression) {
    assertSame(expression, fold(expression));
  }

  @Test
  void halvesOfAPairStayTwoCharacters() {
    Expr joined = fold(binary(string("\ud83d"), Operator.ADD, string("\ude00")));
    assertEquals("'\\ud83d\\ude00'", reprOf(joined));
  }

  @Test
  void onlyIdentityAndMembershipAreNegated() {
    assertEquals(CompareOperator.IS_NOT, negated(CompareOperator.IS));
    assertEquals(CompareOperator.IN, negated(CompareOperator.NOT_IN));
    Expr less = new Expr.Compare(name("a"), List.of(CompareOperator.LT), List.of(name("b")), HERE);
    assertLeft(new Expr.UnaryOp(UnaryOperator.NOT, less, HERE));
  }

  private static CompareOperator negated(CompareOperator operator) {
    Expr compare = new Expr.Compare(name("a"), List.of(operator), List.of(name("b")), HERE);
    Expr folded = fold(new Expr.UnaryOp(UnaryOperator.NOT, compare, HERE));
    return assertInstanceOf(Expr.Compare.class, folded).ops().getFirst();
  }

  @Test
  void searchedSetsAreFrozenAndListsBecomeTuples() {
    Expr one = constant(Constant.Singleton.TRUE);
    Expr set = new Expr.Set(List.of(integer(1), one, integer(2)), HERE);
    assertEquals("frozenset({1, 2})", reprOf(searched(set)));
    Expr list = new Expr.List(List.of(integer(1), name("x")), ExprContext.LOAD, HERE);
    assertInstanceOf(Expr.Tuple.class, searched(list));
    Expr starred = new Expr.Starred(name("x"), ExprContext.LOAD, HERE);
    Expr open = new Expr.List(List.of(starred), ExprContext.LOAD, HERE);
    assertSame(open, searched(open));
  }

  private static Expr searched(Expr container) {
    Expr test =
        new Expr.Compare(name("a"), List.of(CompareOperator.IN), List.of(container), HERE);
    return ((Expr.Compare) fold(test)).comparators().getFirst();
  }

  @Test
  void percentFormatsBecomeFStrings() {
    Expr items = new Expr.Tuple(List.of(name("a"), name("b")), ExprContext.LOAD, HERE);
    Expr folded = fold(binary(string("<%-5.2s>100%%%r"), Operator.MOD, items));
    List<Expr> parts = assertInstanceOf(Expr.JoinedStr.class, folded).values();
    assertEquals("'<'", reprOf(parts.get(0)));
    Expr.FormattedValue first = assertInstanceOf(Expr.FormattedValue.class, parts.get(1));
    assertEquals('s', first.conversion());
    assertEquals("'5.2'", reprOf(first.formatSpec()));
    assertEquals("'>100%'", reprOf(parts.get(2)));
    Expr.FormattedValue second = assertInstanceOf(Expr.FormattedValue.class, parts.get(3));
    assertEquals('r', second.conversion());
    assertEquals(null, second.formatSpec());
    assertEquals(4, parts.size());
  }

  @Test
  void otherPercentFormatsAreLeft() {
    Expr item = new Expr.Tuple(List.of(name("a")), ExprContext.LOAD, HERE);
    for (String format : List.of("%d", "%s %s", "none", "%", "%100s", "%(a)s", "%.s%")) {
      assertLeft(binary(string(format), Operator.MOD, item));
    }
  }

  @Test
  void debugFollowsTheLevel() {
    Mod tree = new Mod.Expression(name("__debug__"));
    assertEquals("True", reprOf(((Mod.Expression) FoldTree.fold(tree, 0, 0, () -> true)).body()));
    assertEquals("False", reprOf(((Mod.Expression) FoldTree.fold(tree, 1, 0, () -> true)).body()));
  }

  @Test
  void aFoldedStringIsNoDocstring() {
    Expr joined = binary(string("a"), Operator.ADD, string("b"));
    Mod tree = new Mod.Module(List.of(new Stmt.Expr(joined, HERE)), List.of());
    Mod.Module folded = (Mod.Module) FoldTree.fold(tree, 0, 0, () -> true);
    Stmt.Expr first = (Stmt.Expr) folded.body().getFirst();
    assertInstanceOf(Expr.JoinedStr.class, first.value());
  }

  @Test
  void postponedAnnotationsAreNotFolded() {
    Expr sum = binary(integer(1), Operator.ADD, integer(1));
    Stmt annotated = new Stmt.AnnAssign(name("a"), sum, null, 1, HERE);
    Mod tree = new Mod.Module(List.of(annotated), List.of());
    assertSame(tree, FoldTree.fold(tree, 0, CodeFlags.FUTURE_ANNOTATIONS, () -> true));
    Mod.Module folded = (Mod.Module) FoldTree.fold(tree, 0, 0, () -> true);
    assertEquals("2", reprOf(((Stmt.AnnAssign) folded.body().getFirst()).annotation()));
  }

  @Test
  void nestingHasALimit() {
    Expr nested = name("a");
    for (int i = 0; i < 100_000; i++) {
      nested = new Expr.Attribute(nested, "b", ExprContext.LOAD, HERE);
    }
    Expr deep = nested;
    CompileError error = assertThrows(CompileError.class, () -> fold(deep));
    assertEquals(CompileError.Kind.RECURSION_ERROR, error.kind());
  }
}
