package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.*;

import java.util.List;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.ir.Label;
import org.krait.compiler.ir.Locations;
import org.krait.constants.Constant;
import org.krait.syntax.ast.BoolOperator;
import org.krait.syntax.ast.CompareOperator;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Operator;

/** Expressions: the dispatch, operators, subscripts, and {@code yield} and {@code await}. */
final class Expressions extends Emitter {
  /** What a comparison's operand tells specialised instructions, by {@code CMP_*} number. */
  private static final int[] COMPARISON_MASKS = {2, 2 | 8, 8, 1 | 2 | 4, 4, 4 | 8};

  Expressions(CodeGenerator generator) {
    super(generator);
  }

  // On the kind and not on the type, see StatementSymbols.
  void emit(Expr expression) {
    Location at = expression.location();
    switch (expression.nodeKind()) {
      case NAME -> {
        Expr.Name e = (Expr.Name) expression;
        generator.names.access(e.id(), e.ctx(), at);
      }
      case CONSTANT -> loadConstant(((Expr.Constant) expression).value(), at);
      case ATTRIBUTE -> generator.attributes.attribute((Expr.Attribute) expression);
      case CALL -> generator.calls.call((Expr.Call) expression);
      case SUBSCRIPT -> subscript((Expr.Subscript) expression);
      case NAMED_EXPR -> namedExpression((Expr.NamedExpr) expression);
      case BOOL_OP -> boolOperation((Expr.BoolOp) expression);
      case BIN_OP -> {
        Expr.BinOp e = (Expr.BinOp) expression;
        visit(e.left());
        visit(e.right());
        binary(e.op(), false, at);
      }
      case UNARY_OP -> unary((Expr.UnaryOp) expression);
      case LAMBDA -> generator.functions.lambda((Expr.Lambda) expression);
      case IF_EXP -> conditional((Expr.IfExp) expression);
      case DICT -> generator.displays.dict((Expr.Dict) expression);
      case SET -> generator.displays.set((Expr.Set) expression);
      case LIST -> generator.displays.list((Expr.List) expression);
      case TUPLE -> generator.displays.tuple((Expr.Tuple) expression);
      case GENERATOR_EXP -> generator.comprehensions.generator((Expr.GeneratorExp) expression);
      case LIST_COMP -> generator.comprehensions.list((Expr.ListComp) expression);
      case SET_COMP -> generator.comprehensions.set((Expr.SetComp) expression);
      case DICT_COMP -> generator.comprehensions.dict((Expr.DictComp) expression);
      case YIELD -> yieldExpression((Expr.Yield) expression);
      case YIELD_FROM -> yieldFromExpression((Expr.YieldFrom) expression);
      case AWAIT -> awaitExpression((Expr.Await) expression);
      case COMPARE -> compare((Expr.Compare) expression);
      case JOINED_STR -> generator.displays.joinedString((Expr.JoinedStr) expression);
      case FORMATTED_VALUE ->
          generator.displays.formattedValue((Expr.FormattedValue) expression);
      case STARRED -> throw misplacedStar((Expr.Starred) expression);
      case SLICE -> slice((Expr.Slice) expression);
      default -> throw new IllegalArgumentException("not an expression: " + expression);
    }
  }

  private void namedExpression(Expr.NamedExpr e) {
    visit(e.value());
    add(COPY, 1, e.location());
    visit(e.target());
  }

  private void boolOperation(Expr.BoolOp e) {
    Location at = e.location();
    int jump = e.op() == BoolOperator.AND ? POP_JUMP_IF_FALSE : POP_JUMP_IF_TRUE;
    Label end = newLabel();
    List<Expr> values = e.values();
    for (int i = 0; i < values.size() - 1; i++) {
      visit(values.get(i));
      add(COPY, 1, at);
      jump(jump, end, at);
      add(POP_TOP, at);
    }
    visit(values.getLast());
    place(end);
  }

  private void unary(Expr.UnaryOp e) {
    visit(e.operand());
    Location at = e.location();
    switch (e.op()) {
      case UADD -> add(CALL_INTRINSIC_1, INTRINSIC_UNARY_POSITIVE, at);
      case USUB -> add(UNARY_NEGATIVE, at);
      case NOT -> add(UNARY_NOT, at);
      case INVERT -> add(UNARY_INVERT, at);
    }
  }

  void binary(Operator operator, boolean inPlace, Location at) {
    int operand =
        switch (operator) {
          case ADD -> NB_ADD;
          case SUB -> NB_SUBTRACT;
          case MULT -> NB_MULTIPLY;
          case MAT_MULT -> NB_MATRIX_MULTIPLY;
          case DIV -> NB_TRUE_DIVIDE;
          case MOD -> NB_REMAINDER;
          case POW -> NB_POWER;
          case LSHIFT -> NB_LSHIFT;
          case RSHIFT -> NB_RSHIFT;
          case BIT_OR -> NB_OR;
          case BIT_XOR -> NB_XOR;
          case BIT_AND -> NB_AND;
          case FLOOR_DIV -> NB_FLOOR_DIVIDE;
        };
    // The in-place operators stand in the same order behind the others.
    add(BINARY_OP, inPlace ? operand + NB_INPLACE_ADD : operand, at);
  }

  private void conditional(Expr.IfExp e) {
    Label end = newLabel();
    Label next = newLabel();
    generator.conditions.jumpIf(e.test(), next, false, e.location());
    visit(e.body());
    jump(JUMP, end, Locations.NONE);
    place(next);
    visit(e.orelse());
    place(end);
  }

  private void compare(Expr.Compare e) {
    Location at = e.location();
    generator.checks.checkComparison(e);
    visit(e.left());
    int last = e.ops().size() - 1;
    if (last == 0) {
      visit(e.comparators().getFirst());
      compare(e.ops().getFirst(), at);
      return;
    }
    Label cleanup = newLabel();
    for (int i = 0; i < last; i++) {
      visit(e.comparators().get(i));
      add(SWAP, 2, at);
      add(COPY, 2, at);
      compare(e.ops().get(i), at);
      add(COPY, 1, at);
      jump(POP_JUMP_IF_FALSE, cleanup, at);
      add(POP_TOP, at);
    }
    visit(e.comparators().get(last));
    compare(e.ops().get(last), at);
    Label end = newLabel();
    jump(JUMP, end, Locations.NONE);
    place(cleanup);
    add(SWAP, 2, at);
    add(POP_TOP, at);
    place(end);
  }

  void compare(CompareOperator operator, Location at) {
    switch (operator) {
      case LT -> richCompare(CMP_LT, at);
      case LT_E -> richCompare(CMP_LE, at);
      case EQ -> richCompare(CMP_EQ, at);
      case NOT_EQ -> richCompare(CMP_NE, at);
      case GT -> richCompare(CMP_GT, at);
      case GT_E -> richCompare(CMP_GE, at);
      case IS -> add(IS_OP, 0, at);
      case IS_NOT -> add(IS_OP, 1, at);
      case IN -> add(CONTAINS_OP, 0, at);
      case NOT_IN -> add(CONTAINS_OP, 1, at);
    }
  }

  private void richCompare(int comparison, Location at) {
    add(COMPARE_OP, comparison << 4 | COMPARISON_MASKS[comparison], at);
  }

  private void subscript(Expr.Subscript e) {
    Location at = e.location();
    ExprContext context = e.ctx();
    if (context == ExprContext.LOAD) {
      generator.checks.checkSubscript(e);
    }
    visit(e.value());
    if (e.slice() instanceof Expr.Slice slice
        && slice.step() == null
        && context != ExprContext.DEL) {
      sliceBounds(slice);
      add(context == ExprContext.LOAD ? BINARY_SLICE : STORE_SLICE, at);
      return;
    }
    visit(e.slice());
    add(
        switch (context) {
          case LOAD -> BINARY_SUBSCR;
          case STORE -> STORE_SUBSCR;
          case DEL -> DELETE_SUBSCR;
        },
        at);
  }

  private void slice(Expr.Slice e) {
    sliceBounds(e);
    if (e.step() != null) {
      visit(e.step());
    }
    add(BUILD_SLICE, e.step() == null ? 2 : 3, e.location());
  }

  /** Pushes start and stop, {@code None} for what is left out. */
  void sliceBounds(Expr.Slice e) {
    visitOrNone(e.lower(), e.location());
    visitOrNone(e.upper(), e.location());
  }

  private void visitOrNone(Expr expression, Location at) {
    if (expression != null) {
      visit(expression);
    } else {
      loadConstant(Constant.Singleton.NONE, at);
    }
  }

  private void yieldExpression(Expr.Yield e) {
    Location at = e.location();
    requireFunction("yield", at);
    visitOrNone(e.value(), at);
    yieldValue(at);
  }

  private void yieldFromExpression(Expr.YieldFrom e) {
    Location at = e.location();
    requireFunction("yield", at);
    if (unit().kind == Unit.Kind.ASYNC_FUNCTION) {
      throw new CompileError("'yield from' inside async function", at);
    }
    visit(e.value());
    add(GET_YIELD_FROM_ITER, at);
    loadConstant(Constant.Singleton.NONE, at);
    yieldFrom(at, false);
  }

  private void awaitExpression(Expr.Await e) {
    Location at = e.location();
    if (!generator.isTopLevelAwait()) {
      requireFunction("await", at);
      if (unit().kind != Unit.Kind.ASYNC_FUNCTION && unit().kind != Unit.Kind.COMPREHENSION) {
        throw new CompileError("'await' outside async function", at);
      }
    }
    visit(e.value());
    add(GET_AWAITABLE, 0, at);
    await(at);
  }

  private void requireFunction(String keyword, Location at) {
    if (!unit().scope.isFunctionLike()) {
      throw new CompileError("'" + keyword + "' outside function", at);
    }
  }

  private static CompileError misplacedStar(Expr.Starred e) {
    return new CompileError(
        e.ctx() == ExprContext.STORE
            ? "starred assignment target must be in a list or tuple"
            : "can't use starred expression here",
        e.location());
  }
}
