package org.krait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.krait.compiler.fold.FoldTree;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Mod;
import org.krait.syntax.ast.Operator;
import org.krait.syntax.ast.UnaryOperator;

/** Folding of random operations on constants against CPython's. */
class FoldOracleTest {
  private static final int CASES = 4_000;
  private static final Location HERE = new Location(1, 0, 1, 1);

  private final Random random = new Random(312);

  @Test
  void randomOperationsFoldAlike() throws Exception {
    try (OracleSession oracle = new OracleSession(Oracle.find())) {
      for (int i = 0; i < CASES; i++) {
        check(oracle);
      }
    }
  }

  private void check(OracleSession oracle) throws Exception {
    Constant left = constant(0);
    Constant right = random.nextInt(3) == 0 ? small() : constant(0);
    String operator;
    Expr tree;
    switch (random.nextInt(8)) {
      case 0 -> {
        UnaryOperator unary = pick(UnaryOperator.values());
        operator = unary.pythonName();
        tree = new Expr.UnaryOp(unary, expr(left), HERE);
      }
      case 1 -> {
        operator = "Subscript";
        tree = new Expr.Subscript(expr(left), expr(right), ExprContext.LOAD, HERE);
      }
      default -> {
        Operator binary = pick(Operator.values());
        operator = binary.pythonName();
        tree = new Expr.BinOp(expr(left), binary, expr(right), HERE);
      }
    }
    Constant expected = oracle.ask("fold", operator, left, right);
    Expr folded = ((Mod.Expression) FoldTree.fold(new Mod.Expression(tree), 0, 0, () -> true)).body();
    // An empty tuple says that nothing was folded, else it holds the result.
    Constant actual =
        folded instanceof Expr.Constant c
            ? new Constant.Tuple(List.of(c.value()))
            : Constant.Tuple.EMPTY;
    assertEquals(
        ConstantRepr.of(expected),
        ConstantRepr.of(actual),
        () -> operator + " " + ConstantRepr.of(left) + " " + ConstantRepr.of(right));
  }

  private static Expr expr(Constant value) {
    return new Expr.Constant(value, null, HERE);
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private Constant small() {
    return Constant.Int.of(random.nextInt(140) - 4);
  }

  /** Complex powers are left out: their last digit is the C library's. */
  private Constant constant(int depth) {
    return switch (random.nextInt(depth < 2 ? 9 : 8)) {
      case 0 -> small();
      case 1 -> new Constant.Int(new BigInteger(150, random));
      case 2 -> new Constant.Int(new BigInteger(40, random).negate());
      case 3 -> new Constant.Float(pick(new Double[] {0.0, -0.0, 1.5, -2.0, 1e300, 1e-300, 0.1}));
      case 4 -> Constant.Singleton.of(random.nextBoolean());
      case 5 -> pick(new Constant[] {Constant.Singleton.NONE, Constant.Singleton.ELLIPSIS});
      case 6 -> text();
      case 7 -> {
        byte[] bytes = new byte[random.nextInt(4)];
        random.nextBytes(bytes);
        yield new Constant.Bytes(bytes);
      }
      default -> {
        List<Constant> items = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
          items.add(constant(depth + 1));
        }
        yield new Constant.Tuple(items);
      }
    };
  }

  private Constant text() {
    int[] alphabet = {'a', 'b', 0xE9, 0xD83D, 0xDE00, 0x1F600};
    int[] points = new int[random.nextInt(40)];
    for (int i = 0; i < points.length; i++) {
      points[i] = alphabet[random.nextInt(alphabet.length)];
    }
    return Constant.Str.ofCodePoints(points);
  }
}
