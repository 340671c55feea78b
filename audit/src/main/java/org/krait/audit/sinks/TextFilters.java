package org.krait.audit.sinks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.krait.audit.AuditRule;
import org.krait.audit.Severity;
import org.krait.constants.Constant;
import org.krait.syntax.ast.CompareOperator;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.NodeWalker;
import org.krait.syntax.ast.Stmt;

/** Finds conditions that search text for words, and what is run although or because of them. */
final class TextFilters {
  /**
   * A condition that searches a variable's text.
   *
   * @param name the variable
   * @param turn the variable with its turn
   * @param line where
   * @param looksAtCode whether the words are such as stand in programs
   */
  record Check(String name, String turn, int line, boolean looksAtCode) {}

  private static final Set<String> SEARCHES =
      Set.of("search", "match", "fullmatch", "findall", "finditer", "find", "index", "count", "rfind");

  private static final List<String> CODE_WORDS =
      List.of(
          "import", "exec", "eval", "compile", "open", "os.", "sys", "__", "subprocess", "system",
          "lambda", "getattr", "globals", "builtins", "popen", "socket", "pickle", "marshal");

  private TextFilters() {}

  /**
   * The variables that a condition searches.
   *
   * @param test the condition
   * @param values what an expression may be; for lists of words that stand elsewhere
   * @param functions the function of this module that a call calls, or null
   */
  static Set<String> searched(
      Expr test, Function<Expr, Value> values, Function<Expr, FunctionInfo> functions) {
    Set<String> names = new HashSet<>();
    NodeWalker.walk(
        test,
        node -> {
          switch (node) {
            case Expr.Compare c -> compare(c, names);
            case Expr.Call c -> call(c, names, values, functions);
            default -> {}
          }
        });
    return names;
  }

  private static void compare(Expr.Compare compare, Set<String> names) {
    for (int i = 0; i < compare.ops().size(); i++) {
      CompareOperator op = compare.ops().get(i);
      boolean membership = op == CompareOperator.IN || op == CompareOperator.NOT_IN;
      if (membership && text(compare.comparators().get(i)) instanceof String name) {
        names.add(name);
      }
    }
  }

  /** The variable whose text an expression is: {@code s}, {@code s.lower()}, {@code str(s)}. */
  private static String text(Expr expr) {
    return switch (expr) {
      case Expr.Name n -> n.id();
      case Expr.Call c
          when c.func() instanceof Expr.Attribute a
              && Set.of("lower", "upper", "casefold", "strip", "split", "decode").contains(a.attr()) ->
          text(a.value());
      case Expr.Call c
          when c.func() instanceof Expr.Name f && f.id().equals("str") && c.args().size() == 1 ->
          text(c.args().getFirst());
      default -> null;
    };
  }

  private static void call(
      Expr.Call call,
      Set<String> names,
      Function<Expr, Value> values,
      Function<Expr, FunctionInfo> functions) {
    if (call.func() instanceof Expr.Attribute a && SEARCHES.contains(a.attr())) {
      boolean ofText = Set.of("find", "index", "count", "rfind").contains(a.attr());
      Expr searched =
          ofText ? a.value() : call.args().isEmpty() ? null : call.args().getLast();
      boolean isModule = !ofText && values.apply(a.value()).refs().contains("re");
      if (isModule && call.args().size() >= 2) {
        searched = call.args().get(1);
      }
      if (searched != null && text(searched) instanceof String name) {
        names.add(name);
      }
    }
    FunctionInfo function = functions.apply(call.func());
    if (function != null) {
      int shift = function.owner == null ? 0 : 1;
      for (int i = 0; i < call.args().size() && i + shift < function.parameters.size(); i++) {
        if (function.searched.contains(function.parameters.get(i + shift))
            && text(call.args().get(i)) instanceof String name) {
          names.add(name);
        }
      }
    }
  }

  /** True when words of programs stand in the condition, or in the lists that it names. */
  static boolean looksAtCode(
      Expr test, Function<Expr, Value> values, Function<Expr, FunctionInfo> functions) {
    boolean[] found = {false};
    NodeWalker.walk(
        test,
        node -> {
          if (node instanceof Expr.Constant c) {
            found[0] |= isCode(c.value());
          } else if (node instanceof Expr.Name n) {
            found[0] |= isCode(values.apply(n).constant());
          } else if (node instanceof Expr.Call c) {
            FunctionInfo function = functions.apply(c.func());
            found[0] |= function != null && !function.searched.isEmpty();
          }
        });
    return found[0];
  }

  private static boolean isCode(Constant constant) {
    return switch (constant) {
      case Constant.Str s -> CODE_WORDS.stream().anyMatch(s.text()::contains);
      case Constant.Tuple t -> t.items().stream().anyMatch(TextFilters::isCode);
      case null, default -> false;
    };
  }

  /** True when the statements end by leaving: a filter that lets everything pass is none. */
  static boolean leaves(List<Stmt> body) {
    return !body.isEmpty()
        && switch (body.getLast()) {
          case Stmt.Raise _, Stmt.Return _, Stmt.Continue _, Stmt.Break _ -> true;
          case Stmt.Expr e ->
              e.value() instanceof Expr.Call c
                  && c.func() instanceof Expr.Attribute a
                  && Set.of("exit", "_exit", "abort", "fail").contains(a.attr());
          default -> false;
        };
  }

  /** Reports a value that reaches exec, eval or compile in a function with such conditions. */
  static void compiled(Value value, Place place, Scope scope, Sinks sinks) {
    if (value.isConstant()) {
      return;
    }
    List<String> said = new ArrayList<>();
    for (Check check : scope.checks) {
      String message = message(value, check);
      if (message != null && said.isEmpty()) {
        said.add(message);
        sinks.report(AuditRule.TEXT_FILTER, Severity.WARNING, place, message);
      }
    }
  }

  private static String message(Value value, Check check) {
    String where = check.name() + " is searched for words in line " + check.line();
    boolean same = value.names().contains(check.turn());
    boolean related =
        same || value.names().stream().anyMatch(n -> n.startsWith(check.name() + "#"));
    if (value.made() != null && value.made().startsWith("ast.") && related) {
      return where + ", but a tree is compiled";
    }
    if (!check.looksAtCode()) {
      return null;
    }
    if (same && value.names().size() == 1) {
      return where + ", and then run: other spellings pass";
    }
    return related
        ? where + ", but what is run was changed since"
        : where + ", but something else is run";
  }
}
