package org.krait.syntax.parser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.krait.syntax.SyntaxDiagnostic.Kind;
import org.krait.syntax.ast.Comprehension;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Node;

/** The parsers' tokens, and the grammar's actions that report errors. None of them returns. */
abstract class ErrorActions {
  /** The result of an alternative that says nothing else. */
  static final Object MATCHED = new Object();

  final ParseSession session;
  final NamePool names;
  final TokenList tokens;

  /** The next token. */
  int mark;

  ErrorActions(ParseSession session, NamePool names, TokenList tokens) {
    this.session = session;
    this.names = names;
    this.tokens = tokens;
  }

  /** The place from a token to the last one read that is more than layout. */
  Location span(int first) {
    int last = mark - 1;
    while (last > 0 && isLayout(tokens.kind[last])) {
      last--;
    }
    return new Location(
        tokens.line[first], tokens.column[first], tokens.endLine[last], tokens.endColumn[last]);
  }

  private static boolean isLayout(byte kind) {
    return kind == Tokens.NEWLINE
        || kind == Tokens.INDENT
        || kind == Tokens.DEDENT
        || kind == Tokens.ENDMARKER;
  }

  /** A token's text in the source. */
  String text(int token) {
    int start = tokens.start[token];
    return new String(
        session.source, start, tokens.end[token] - start, StandardCharsets.UTF_8);
  }

  String text(Integer token) {
    return text(token.intValue());
  }

  /** An error at the last token looked at. */
  abstract <T> T error(String message);

  /** An error that is no {@code SyntaxError}: it has no place. */
  abstract <T> T withoutPlace(Kind kind, String message);

  /** An error at the token behind those matched. */
  abstract <T> T errorNext(String message);

  /** An indentation error at the last token looked at. */
  abstract <T> T indentationError(String message);

  /** An error from a line and column to another, counted as in a {@link Location}. */
  abstract <T> T errorBetween(int line, int column, int endLine, int endColumn, String message);

  /** An error from a place to where the lexer stands. */
  abstract <T> T errorFrom(int line, int column, String message);

  <T> T errorAt(int token, String message) {
    return errorRange(token, token, message);
  }

  <T> T errorAt(Integer token, String message) {
    return errorRange(token.intValue(), token.intValue(), message);
  }

  <T> T errorAt(Node node, String message) {
    return errorRange(node, node, message);
  }

  <T> T errorRange(int first, int last, String message) {
    return errorBetween(
        tokens.line[first], tokens.column[first], tokens.endLine[last], tokens.endColumn[last], message);
  }

  <T> T errorRange(Integer first, int last, String message) {
    return errorRange(first.intValue(), last, message);
  }

  <T> T errorRange(Node first, int last, String message) {
    Location from = first.location();
    return errorBetween(
        from.line(), from.column(), tokens.endLine[last], tokens.endColumn[last], message);
  }

  <T> T errorRange(int first, Node last, String message) {
    Location to = last.location();
    return errorBetween(
        tokens.line[first], tokens.column[first], to.endLine(), to.endColumn(), message);
  }

  <T> T errorRange(Node first, Node last, String message) {
    Location from = first.location();
    Location to = last.location();
    return errorBetween(from.line(), from.column(), to.endLine(), to.endColumn(), message);
  }

  <T> T errorFrom(int token, String message) {
    return errorFrom(tokens.line[token], tokens.column[token], message);
  }

  <T> T errorFrom(Node node, String message) {
    return errorFrom(node.location().line(), node.location().column(), message);
  }

  /** An error in a token's line, without columns. */
  <T> T errorInLine(int token, String message) {
    return errorBetween(tokens.line[token], -1, tokens.endLine[token], -1, message);
  }

  /** The result, if the version that is asked for has it. */
  <T> T since(int minor, String what, T result) {
    return session.options.featureVersion() < minor
        ? error(what + " only supported in Python 3." + minor + " and greater")
        : result;
  }

  <T> T missingBlock(String what, int token) {
    return indentationError(
        "expected an indented block after " + what + " on line " + tokens.line[token]);
  }

  <T> T missingColon(Expr key) {
    Location at = key.location();
    return errorBetween(
        at.line(), at.endColumn() - 1, at.endLine(), -1, "':' expected after dictionary key");
  }

  <T> T boundError(int colon, Expr bound, String what) {
    return errorFrom(
        colon,
        (bound instanceof Expr.Tuple ? "cannot use constraints with " : "cannot use bound with ")
            + what);
  }

  /** What an expression is, in messages. */
  static String describe(Expr expr) {
    return Targets.describe(expr);
  }

  /** Reports the part of an expression that cannot be a target; null when there is none. */
  <T> T targetError(Targets.Use use, Expr expr) {
    Expr invalid = Targets.invalid(use, expr);
    if (invalid == null) {
      return null;
    }
    String message =
        (use == Targets.Use.DELETE ? "cannot delete " : "cannot assign to ") + describe(invalid);
    return errorAt(invalid, message);
  }

  /** Where the last clause of a comprehension ends: its last condition or its iterable. */
  static Expr lastComprehensionItem(List<Comprehension> clauses) {
    Comprehension last = clauses.getLast();
    return last.ifs().isEmpty() ? last.iter() : last.ifs().getLast();
  }

  /** A generator expression without parentheses beside other arguments. */
  <T> T bareGenerator(Expr.Call arguments, List<Comprehension> clauses) {
    // With a single argument this is a generator whose first part cannot be one.
    if (arguments.args().size() <= 1) {
      return null;
    }
    return errorRange(
        arguments.args().getLast(),
        lastComprehensionItem(clauses),
        "Generator expression must be parenthesized");
  }

  <T> T argumentOrderError(Expr.Call arguments) {
    boolean unpacking = arguments.keywords().stream().anyMatch(k -> k.arg() == null);
    return error(
        unpacking
            ? "positional argument follows keyword argument unpacking"
            : "positional argument follows keyword argument");
  }

  private static boolean isLegacy(String name) {
    return name.equals("print") || name.equals("exec");
  }

  <T> T legacyStatement(int name, Expr argument) {
    String id = names.text(tokens.name[name]);
    return isLegacy(id)
        ? errorRange(
            name,
            argument,
            "Missing parentheses in call to '" + id + "'. Did you mean " + id + "(...)?")
        : null;
  }

  <T> T missingComma(Expr left, Expr right) {
    if (left instanceof Expr.Name name && isLegacy(name.id()) || level(mark - 1) == 0) {
      return null;
    }
    return errorRange(left, right, "invalid syntax. Perhaps you forgot a comma?");
  }

  /** How many brackets are open behind a token. */
  private int level(int token) {
    int level = 0;
    for (int i = 0; i <= token; i++) {
      switch (tokens.kind[i]) {
        case Tokens.LPAR, Tokens.LSQB, Tokens.LBRACE -> level++;
        case Tokens.RPAR, Tokens.RSQB, Tokens.RBRACE -> level--;
        default -> {}
      }
    }
    return level;
  }

  /** {@code <>} is the sign for "not equal" under the FLUFL's rule, and only then. */
  Integer notEqual(int token) {
    boolean old = text(token).equals("<>");
    if (session.options.barryAsBdfl()) {
      return old ? token : error("with Barry as BDFL, use '<>' instead of '!='");
    }
    return old ? null : token;
  }
}
