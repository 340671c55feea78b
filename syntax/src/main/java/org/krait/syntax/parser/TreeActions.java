package org.krait.syntax.parser;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Alias;
import org.krait.syntax.ast.Arg;
import org.krait.syntax.ast.Arguments;
import org.krait.syntax.ast.CompareOperator;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Keyword;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Mod;
import org.krait.syntax.ast.Node;
import org.krait.syntax.ast.Pattern;
import org.krait.syntax.ast.Stmt;
import org.krait.syntax.ast.TypeIgnore;

/** What the grammar's actions call to make a tree: the superclass of the parsers. */
abstract class TreeActions extends ErrorActions {
  static final Constant NONE = Constant.Singleton.NONE;
  static final Constant TRUE = Constant.Singleton.TRUE;
  static final Constant FALSE = Constant.Singleton.FALSE;
  static final Constant ELLIPSIS_VALUE = Constant.Singleton.ELLIPSIS;

  private final StringActions strings = new StringActions(this);

  TreeActions(ParseSession session, NamePool names, TokenList tokens) {
    super(session, names, tokens);
  }

  // Tokens

  String id(int token) {
    return token < 0 ? null : names.text(tokens.name[token]);
  }

  String id(Integer token) {
    return token == null ? null : id(token.intValue());
  }

  Location place(int token) {
    return new Location(
        tokens.line[token], tokens.column[token], tokens.endLine[token], tokens.endColumn[token]);
  }

  Expr.Name load(int token) {
    return new Expr.Name(id(token), ExprContext.LOAD, place(token));
  }

  Expr.Name store(int token) {
    return new Expr.Name(id(token), ExprContext.STORE, place(token));
  }

  List<String> names(List<Integer> nameTokens) {
    return nameTokens.stream().map(this::id).toList();
  }

  /** The text of a type comment. */
  String comment(int token) {
    return token < 0 ? null : text(token);
  }

  String comment(Integer token) {
    return token == null ? null : text(token);
  }

  // Lists

  static <T> List<T> list(List<T> list) {
    return list == null ? List.of() : list;
  }

  static <T> List<T> prepend(T first, List<T> rest) {
    if (rest == null || rest.isEmpty()) {
      return List.of(first);
    }
    List<T> all = new ArrayList<>(rest.size() + 1);
    all.add(first);
    all.addAll(rest);
    return List.copyOf(all);
  }

  static <T> List<T> append(List<T> list, T last) {
    List<T> all = new ArrayList<>(list);
    all.add(last);
    return List.copyOf(all);
  }

  static <T> List<T> joinLists(List<? extends T> first, List<? extends T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  static List<Stmt> flatten(List<List<Stmt>> lists) {
    List<Stmt> all = new ArrayList<>(lists.size());
    lists.forEach(all::addAll);
    return List.copyOf(all);
  }

  // Statements

  Mod module(List<Stmt> body) {
    return new Mod.Module(list(body), typeIgnores());
  }

  /** The {@code # type: ignore} comments, which no rule sees. */
  abstract List<TypeIgnore> typeIgnores();

  /** Warns of something in a token. */
  abstract void warn(org.krait.syntax.DiagnosticListener.Category category, String message, int token);

  /** An interactive source without a statement is no tree. */
  List<Stmt> interactiveEnd() {
    return null;
  }

  Stmt importFrom(Expr.Name module, List<Alias> names, List<Integer> dots, Location location) {
    int level = 0;
    for (int dot : dots) {
      level += tokens.kind[dot] == Tokens.ELLIPSIS ? 3 : 1;
    }
    return new Stmt.ImportFrom(module == null ? null : module.id(), names, level, location);
  }

  Expr.Name dotted(Expr.Name prefix, int name, Location location) {
    return new Expr.Name(prefix.id() + "." + id(name), ExprContext.LOAD, location);
  }

  Stmt decorated(List<Expr> decorators, Stmt definition) {
    // Not a switch over types: its first use costs a process several milliseconds.
    if (definition instanceof Stmt.FunctionDef f) {
      return new Stmt.FunctionDef(
          f.name(), f.args(), f.body(), decorators, f.returns(), f.typeComment(), f.typeParams(), f.location());
    }
    if (definition instanceof Stmt.AsyncFunctionDef f) {
      return new Stmt.AsyncFunctionDef(
          f.name(), f.args(), f.body(), decorators, f.returns(), f.typeComment(), f.typeParams(), f.location());
    }
    if (definition instanceof Stmt.ClassDef c) {
      return new Stmt.ClassDef(
          c.name(), c.bases(), c.keywords(), c.body(), decorators, c.typeParams(), c.location());
    }
    throw new IllegalArgumentException(definition.toString());
  }

  Arguments arguments(Arguments parameters) {
    return parameters == null ? Parameters.none() : parameters;
  }

  Arguments arguments(
      List<Arg> slashPlain,
      Parameters.Slash slash,
      List<Arg> plain,
      List<Parameters.Param> withDefault,
      Parameters.Star star) {
    return Parameters.of(slashPlain, slash, plain, withDefault, star);
  }

  Arg commented(Arg arg, int typeComment) {
    return typeComment < 0
        ? arg
        : new Arg(arg.arg(), arg.annotation(), comment(typeComment), arg.location());
  }

  // Patterns

  Pattern mapping(List<Pairs.KeyPattern> items, Integer rest, Location location) {
    List<Pairs.KeyPattern> pairs = list(items);
    return new Pattern.MatchMapping(
        pairs.stream().map(Pairs.KeyPattern::key).toList(),
        pairs.stream().map(Pairs.KeyPattern::pattern).toList(),
        id(rest),
        location);
  }

  Pattern classPattern(
      Expr cls, List<Pattern> positional, List<Pairs.NamePattern> named, Location location) {
    List<Pairs.NamePattern> pairs = list(named);
    return new Pattern.MatchClass(
        cls,
        list(positional),
        pairs.stream().map(Pairs.NamePattern::name).toList(),
        pairs.stream().map(Pairs.NamePattern::pattern).toList(),
        location);
  }

  // Expressions

  Expr tuple(Expr first, List<Expr> rest, Location location) {
    return new Expr.Tuple(prepend(first, rest), ExprContext.LOAD, location);
  }

  Expr starred(Expr value, Location location) {
    return new Expr.Starred(value, ExprContext.LOAD, location);
  }

  Expr compare(Expr left, List<Pairs.Comparison> rights, Location location) {
    if (rights.size() == 1) {
      Pairs.Comparison only = rights.get(0);
      return new Expr.Compare(left, List.of(only.operator()), List.of(only.right()), location);
    }
    List<CompareOperator> operators = new ArrayList<>(rights.size());
    List<Expr> comparators = new ArrayList<>(rights.size());
    for (Pairs.Comparison right : rights) {
      operators.add(right.operator());
      comparators.add(right.right());
    }
    return new Expr.Compare(left, List.copyOf(operators), List.copyOf(comparators), location);
  }

  Expr dict(List<Pairs.KeyValue> items, Location location) {
    List<Pairs.KeyValue> pairs = list(items);
    Expr[] keys = new Expr[pairs.size()];
    Expr[] values = new Expr[pairs.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = pairs.get(i).key();
      values[i] = pairs.get(i).value();
    }
    return new Expr.Dict(
        Collections.unmodifiableList(java.util.Arrays.asList(keys)), List.of(values), location);
  }

  /** The expression as a target of an assignment or a deletion. */
  Expr in(Expr expr, ExprContext context) {
    // No switch: one over types is a class that is made when it runs for the first time, for a millisecond or two.
    if (expr instanceof Expr.Name n) {
      return new Expr.Name(n.id(), context, n.location());
    }
    if (expr instanceof Expr.Tuple t) {
      return new Expr.Tuple(in(t.elts(), context), context, t.location());
    }
    if (expr instanceof Expr.List l) {
      return new Expr.List(in(l.elts(), context), context, l.location());
    }
    if (expr instanceof Expr.Subscript s) {
      return new Expr.Subscript(s.value(), s.slice(), context, s.location());
    }
    if (expr instanceof Expr.Attribute a) {
      return new Expr.Attribute(a.value(), a.attr(), context, a.location());
    }
    return expr instanceof Expr.Starred s ? new Expr.Starred(in(s.value(), context), context, s.location()) : expr;
  }

  private List<Expr> in(List<Expr> exprs, ExprContext context) {
    return exprs.stream().map(e -> in(e, context)).toList();
  }

  // Calls: the arguments are held in a call without a function until they meet it.

  List<Expr> positional(Expr.Call arguments) {
    return arguments == null ? List.of() : arguments.args();
  }

  List<Keyword> keywords(Expr.Call arguments) {
    return arguments == null ? List.of() : arguments.keywords();
  }

  Expr.Call callArguments(List<Expr> positional, List<Node> rest, Location location) {
    if (rest == null) {
      return new Expr.Call(null, positional, List.of(), location);
    }
    List<Expr> args = new ArrayList<>(list(positional));
    List<Keyword> keywords = new ArrayList<>(rest.size());
    for (Node node : rest) {
      if (node instanceof Keyword keyword) {
        keywords.add(keyword);
      } else {
        args.add((Expr) node);
      }
    }
    return new Expr.Call(null, List.copyOf(args), List.copyOf(keywords), location);
  }

  // Literals

  Expr number(int token) {
    if (session.options.featureVersion() < 6 && text(token).indexOf('_') >= 0) {
      return error(
          "Underscores in numeric literals are only supported in Python 3.6 and greater");
    }
    Constant value =
        NumberLiterals.parse(
            session.source,
            tokens.start[token],
            tokens.end[token],
            session.options.maxIntDigits());
    return value == null ? tooManyDigits(token) : new Expr.Constant(value, null, place(token));
  }

  private Expr tooManyDigits(int token) {
    String digits = text(token).replace("_", "");
    return errorInLine(
        token,
        "Exceeds the limit ("
            + session.options.maxIntDigits()
            + " digits) for integer string conversion: value has "
            + digits.length()
            + " digits; use sys.set_int_max_str_digits() to increase the limit"
            + " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.");
  }

  Expr real(Expr number) {
    return ((Expr.Constant) number).value() instanceof Constant.Complex
        ? errorAt(number, "real number required in complex literal")
        : number;
  }

  Expr imaginary(Expr number) {
    return ((Expr.Constant) number).value() instanceof Constant.Complex
        ? number
        : errorAt(number, "imaginary number required in complex literal");
  }

  Expr stringLiteral(int token) {
    return strings.literal(token);
  }

  Expr fstringText(int token) {
    return strings.fstringText(token);
  }

  Expr decodedText(int token) {
    return strings.decodedText(token);
  }

  Expr joined(int start, List<Expr> parts, int end) {
    return strings.joined(start, parts, end);
  }

  Expr concatenate(List<Expr> parts, Location location) {
    return strings.concatenate(parts, location);
  }

  Integer conversion(int mark, int name) {
    return strings.conversion(mark, name);
  }

  Pairs.FormatSpec formatSpec(int colon, List<Expr> parts, Location location) {
    return new Pairs.FormatSpec(colon, strings.formatSpec(parts, location));
  }

  Expr formatted(
      int open,
      Expr value,
      int debug,
      Integer conversion,
      Pairs.FormatSpec format,
      int close,
      Location location) {
    return strings.formatted(open, value, debug, conversion, format, close, location);
  }
}
