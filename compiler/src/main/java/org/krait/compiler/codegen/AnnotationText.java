package org.krait.compiler.codegen;

import java.util.List;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;
import org.krait.syntax.ast.Arg;
import org.krait.syntax.ast.Arguments;
import org.krait.syntax.ast.BoolOperator;
import org.krait.syntax.ast.CompareOperator;
import org.krait.syntax.ast.Comprehension;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Keyword;
import org.krait.syntax.ast.Operator;
import org.krait.syntax.ast.UnaryOperator;

/**
 * Writes an expression back as source: what an annotation becomes under {@code from __future__
 * import annotations} (PEP 563). Parentheses stand only where precedence needs them.
 */
final class AnnotationText {
  /** Precedences, weakest first. */
  private static final int TUPLE = 0;

  private static final int TEST = 1;
  private static final int OR = 2;
  private static final int AND = 3;
  private static final int NOT = 4;
  private static final int COMPARE = 5;
  private static final int BIT_OR = 6;
  private static final int BIT_XOR = 7;
  private static final int BIT_AND = 8;
  private static final int SHIFT = 9;
  private static final int ARITHMETIC = 10;
  private static final int TERM = 11;
  private static final int FACTOR = 12;
  private static final int POWER = 13;
  private static final int AWAIT = 14;
  private static final int ATOM = 15;

  private final StringBuilder out = new StringBuilder();

  private AnnotationText() {}

  static String of(Expr annotation) {
    return of(annotation, TEST);
  }

  private static String of(Expr expression, int level) {
    AnnotationText text = new AnnotationText();
    text.write(expression, level);
    return text.out.toString();
  }

  /** Writes an expression where an operator of precedence {@code level} is around it. */
  private void write(Expr expression, int level) {
    switch (expression.nodeKind()) {
      case NAME -> out.append(((Expr.Name) expression).id());
      case CONSTANT -> constant((Expr.Constant) expression);
      case ATTRIBUTE -> attribute((Expr.Attribute) expression);
      case SUBSCRIPT -> subscript((Expr.Subscript) expression);
      case CALL -> call((Expr.Call) expression);
      case BOOL_OP -> boolOperation((Expr.BoolOp) expression, level);
      case BIN_OP -> binary((Expr.BinOp) expression, level);
      case UNARY_OP -> unary((Expr.UnaryOp) expression, level);
      case COMPARE -> compare((Expr.Compare) expression, level);
      case LAMBDA -> lambda((Expr.Lambda) expression, level);
      case IF_EXP -> conditional((Expr.IfExp) expression, level);
      case NAMED_EXPR -> named((Expr.NamedExpr) expression, level);
      case AWAIT -> await((Expr.Await) expression, level);
      case TUPLE -> tuple((Expr.Tuple) expression, level);
      case LIST -> elements("[", ((Expr.List) expression).elts(), "]");
      case SET -> elements("{", ((Expr.Set) expression).elts(), "}");
      case DICT -> dict((Expr.Dict) expression);
      case LIST_COMP -> {
        Expr.ListComp e = (Expr.ListComp) expression;
        comprehension("[", e.elt(), null, e.generators(), "]");
      }
      case SET_COMP -> {
        Expr.SetComp e = (Expr.SetComp) expression;
        comprehension("{", e.elt(), null, e.generators(), "}");
      }
      case DICT_COMP -> {
        Expr.DictComp e = (Expr.DictComp) expression;
        comprehension("{", e.key(), e.value(), e.generators(), "}");
      }
      case GENERATOR_EXP -> {
        Expr.GeneratorExp e = (Expr.GeneratorExp) expression;
        comprehension("(", e.elt(), null, e.generators(), ")");
      }
      case YIELD -> yieldExpression((Expr.Yield) expression);
      case YIELD_FROM -> {
        out.append("(yield from ");
        write(((Expr.YieldFrom) expression).value(), TEST);
        out.append(')');
      }
      case JOINED_STR -> {
        String body = formatted(((Expr.JoinedStr) expression).values());
        out.append('f').append(ConstantRepr.of(Constant.Str.of(body)));
      }
      case FORMATTED_VALUE -> out.append(field((Expr.FormattedValue) expression));
      case STARRED -> {
        out.append('*');
        write(((Expr.Starred) expression).value(), BIT_OR);
      }
      case SLICE -> slice((Expr.Slice) expression);
      default -> throw new IllegalArgumentException("not an expression: " + expression);
    }
  }

  private void open(int level, int own) {
    if (level > own) {
      out.append('(');
    }
  }

  private void close(int level, int own) {
    if (level > own) {
      out.append(')');
    }
  }

  private void join(List<Expr> expressions, int level) {
    for (int i = 0; i < expressions.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      write(expressions.get(i), level);
    }
  }

  private void elements(String open, List<Expr> elements, String close) {
    out.append(open);
    join(elements, TEST);
    out.append(close);
  }

  private void constant(Expr.Constant e) {
    if (e.kind() != null) {
      out.append(e.kind());
    }
    constant(e.value());
  }

  private void constant(Constant value) {
    switch (value) {
      case Constant.Tuple t -> {
        out.append('(');
        for (int i = 0; i < t.items().size(); i++) {
          out.append(i == 0 ? "" : ", ");
          constant(t.items().get(i));
        }
        out.append(t.items().size() == 1 ? ",)" : ")");
      }
      case Constant.Singleton s when s == Constant.Singleton.ELLIPSIS -> out.append("...");
      // Source has no word for infinity, but a number too large is read as it.
      case Constant.Float f when Double.isInfinite(f.value()) ->
          out.append(ConstantRepr.of(f).replace("inf", "1e309"));
      case Constant.Complex c -> out.append(ConstantRepr.of(c).replace("inf", "1e309"));
      default -> out.append(ConstantRepr.of(value));
    }
  }

  private void attribute(Expr.Attribute e) {
    write(e.value(), ATOM);
    boolean afterInt =
        e.value() instanceof Expr.Constant c && c.value() instanceof Constant.Int;
    out.append(afterInt ? " ." : ".").append(e.attr());
  }

  private void subscript(Expr.Subscript e) {
    write(e.value(), ATOM);
    out.append('[');
    write(e.slice(), TUPLE);
    out.append(']');
  }

  private void slice(Expr.Slice e) {
    writeOptional(e.lower());
    out.append(':');
    writeOptional(e.upper());
    if (e.step() != null) {
      out.append(':');
      write(e.step(), TEST);
    }
  }

  private void writeOptional(Expr e) {
    if (e != null) {
      write(e, TEST);
    }
  }

  private void call(Expr.Call e) {
    write(e.func(), ATOM);
    List<Expr> arguments = e.args();
    if (arguments.size() == 1
        && e.keywords().isEmpty()
        && arguments.getFirst() instanceof Expr.GeneratorExp only) {
      write(only, TEST);
      return;
    }
    out.append('(');
    join(arguments, TEST);
    String separator = arguments.isEmpty() ? "" : ", ";
    for (Keyword keyword : e.keywords()) {
      out.append(separator);
      out.append(keyword.arg() == null ? "**" : keyword.arg() + "=");
      write(keyword.value(), TEST);
      separator = ", ";
    }
    out.append(')');
  }

  private void boolOperation(Expr.BoolOp e, int level) {
    boolean and = e.op() == BoolOperator.AND;
    int own = and ? AND : OR;
    open(level, own);
    for (int i = 0; i < e.values().size(); i++) {
      out.append(i == 0 ? "" : and ? " and " : " or ");
      write(e.values().get(i), own + 1);
    }
    close(level, own);
  }

  private void binary(Expr.BinOp e, int level) {
    int own = precedence(e.op());
    boolean rightFirst = e.op() == Operator.POW;
    open(level, own);
    write(e.left(), rightFirst ? own + 1 : own);
    out.append(' ').append(symbol(e.op())).append(' ');
    write(e.right(), rightFirst ? own : own + 1);
    close(level, own);
  }

  private static int precedence(Operator operator) {
    return switch (operator) {
      case ADD, SUB -> ARITHMETIC;
      case MULT, MAT_MULT, DIV, MOD, FLOOR_DIV -> TERM;
      case LSHIFT, RSHIFT -> SHIFT;
      case BIT_OR -> BIT_OR;
      case BIT_XOR -> BIT_XOR;
      case BIT_AND -> BIT_AND;
      case POW -> POWER;
    };
  }

  private static String symbol(Operator operator) {
    return switch (operator) {
      case ADD -> "+";
      case SUB -> "-";
      case MULT -> "*";
      case MAT_MULT -> "@";
      case DIV -> "/";
      case MOD -> "%";
      case LSHIFT -> "<<";
      case RSHIFT -> ">>";
      case BIT_OR -> "|";
      case BIT_XOR -> "^";
      case BIT_AND -> "&";
      case FLOOR_DIV -> "//";
      case POW -> "**";
    };
  }

  private void unary(Expr.UnaryOp e, int level) {
    int own = e.op() == UnaryOperator.NOT ? NOT : FACTOR;
    open(level, own);
    out.append(
        switch (e.op()) {
          case INVERT -> "~";
          case NOT -> "not ";
          case UADD -> "+";
          case USUB -> "-";
        });
    write(e.operand(), own);
    close(level, own);
  }

  private void compare(Expr.Compare e, int level) {
    open(level, COMPARE);
    write(e.left(), COMPARE + 1);
    for (int i = 0; i < e.ops().size(); i++) {
      out.append(' ').append(symbol(e.ops().get(i))).append(' ');
      write(e.comparators().get(i), COMPARE + 1);
    }
    close(level, COMPARE);
  }

  private static String symbol(CompareOperator operator) {
    return switch (operator) {
      case EQ -> "==";
      case NOT_EQ -> "!=";
      case LT -> "<";
      case LT_E -> "<=";
      case GT -> ">";
      case GT_E -> ">=";
      case IS -> "is";
      case IS_NOT -> "is not";
      case IN -> "in";
      case NOT_IN -> "not in";
    };
  }

  private void lambda(Expr.Lambda e, int level) {
    Arguments arguments = e.args();
    open(level, TEST);
    boolean positional = !arguments.args().isEmpty() || !arguments.posonlyargs().isEmpty();
    out.append(positional ? "lambda " : "lambda");
    arguments(arguments);
    out.append(": ");
    write(e.body(), TEST);
    close(level, TEST);
  }

  private void arguments(Arguments arguments) {
    int positionalOnly = arguments.posonlyargs().size();
    int positional = positionalOnly + arguments.args().size();
    int firstDefault = positional - arguments.defaults().size();
    String separator = "";
    for (int i = 0; i < positional; i++) {
      out.append(separator);
      separator = ", ";
      argument(
          i < positionalOnly
              ? arguments.posonlyargs().get(i)
              : arguments.args().get(i - positionalOnly));
      if (i >= firstDefault) {
        out.append('=');
        write(arguments.defaults().get(i - firstDefault), TEST);
      }
      if (i + 1 == positionalOnly) {
        out.append(", /");
      }
    }
    if (arguments.vararg() != null || !arguments.kwonlyargs().isEmpty()) {
      out.append(separator).append('*');
      separator = ", ";
      if (arguments.vararg() != null) {
        argument(arguments.vararg());
      }
    }
    for (int i = 0; i < arguments.kwonlyargs().size(); i++) {
      out.append(separator);
      argument(arguments.kwonlyargs().get(i));
      Expr value = arguments.kwDefaults().get(i);
      if (value != null) {
        out.append('=');
        write(value, TEST);
      }
    }
    if (arguments.kwarg() != null) {
      out.append(separator).append("**");
      argument(arguments.kwarg());
    }
  }

  private void argument(Arg argument) {
    out.append(argument.arg());
    if (argument.annotation() != null) {
      out.append(": ");
      write(argument.annotation(), TEST);
    }
  }

  private void conditional(Expr.IfExp e, int level) {
    open(level, TEST);
    write(e.body(), TEST + 1);
    out.append(" if ");
    write(e.test(), TEST + 1);
    out.append(" else ");
    write(e.orelse(), TEST);
    close(level, TEST);
  }

  private void named(Expr.NamedExpr e, int level) {
    open(level, TUPLE);
    write(e.target(), ATOM);
    out.append(" := ");
    write(e.value(), ATOM);
    close(level, TUPLE);
  }

  private void await(Expr.Await e, int level) {
    open(level, AWAIT);
    out.append("await ");
    write(e.value(), ATOM);
    close(level, AWAIT);
  }

  private void yieldExpression(Expr.Yield e) {
    if (e.value() == null) {
      out.append("(yield)");
    } else {
      out.append("(yield ");
      write(e.value(), TEST);
      out.append(')');
    }
  }

  private void tuple(Expr.Tuple e, int level) {
    if (e.elts().isEmpty()) {
      out.append("()");
      return;
    }
    open(level, TUPLE);
    join(e.elts(), TEST);
    out.append(e.elts().size() == 1 ? "," : "");
    close(level, TUPLE);
  }

  private void dict(Expr.Dict e) {
    out.append('{');
    for (int i = 0; i < e.values().size(); i++) {
      out.append(i == 0 ? "" : ", ");
      if (e.keys().get(i) == null) {
        out.append("**");
        write(e.values().get(i), BIT_OR);
      } else {
        write(e.keys().get(i), TEST);
        out.append(": ");
        write(e.values().get(i), TEST);
      }
    }
    out.append('}');
  }

  private void comprehension(
      String open, Expr element, Expr value, List<Comprehension> generators, String close) {
    out.append(open);
    write(element, TEST);
    if (value != null) {
      out.append(": ");
      write(value, TEST);
    }
    for (Comprehension generator : generators) {
      out.append(generator.isAsync() != 0 ? " async for " : " for ");
      write(generator.target(), TUPLE);
      out.append(" in ");
      write(generator.iter(), TEST + 1);
      for (Expr condition : generator.ifs()) {
        out.append(" if ");
        write(condition, TEST + 1);
      }
    }
    out.append(close);
  }

  /** The text between the quotes of an f-string, before it is quoted. */
  private static String formatted(List<Expr> values) {
    StringBuilder body = new StringBuilder();
    for (Expr value : values) {
      switch (value) {
        case Expr.Constant c when c.value() instanceof Constant.Str s ->
            body.append(s.text().replace("{", "{{").replace("}", "}}"));
        case Expr.JoinedStr nested -> body.append(formatted(nested.values()));
        case Expr.FormattedValue field -> body.append(field(field));
        default -> throw new IllegalArgumentException("not part of an f-string: " + value);
      }
    }
    return body.toString();
  }

  private static String field(Expr.FormattedValue e) {
    String value = of(e.value(), TEST + 1);
    StringBuilder field = new StringBuilder();
    // Two braces in a row would be one brace of text.
    field.append(value.startsWith("{") ? "{ " : "{").append(value);
    if (e.conversion() >= 0) {
      field.append('!').append((char) e.conversion());
    }
    if (e.formatSpec() != null) {
      field.append(':').append(formatted(List.of(e.formatSpec())));
    }
    return field.append('}').toString();
  }
}
