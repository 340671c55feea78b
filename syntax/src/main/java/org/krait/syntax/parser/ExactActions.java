package org.krait.syntax.parser;

import java.util.Arrays;
import java.util.List;
import org.krait.syntax.DiagnosticListener.Category;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.SyntaxDiagnostic.Kind;
import org.krait.syntax.ast.TypeIgnore;

/**
 * The machinery of the parser that finds errors: tokens are fetched one by one, results are
 * remembered as CPython remembers them, and errors are thrown where CPython raises them.
 */
abstract class ExactActions extends TreeActions {
  /** How deep rules may nest; CPython's limit. */
  private static final int MAX_DEPTH = 6000;

  final Lexer lexer;
  private final ErrorPlaces places;
  private Memo[] memos = new Memo[256];

  /** Rules open. */
  int level;

  /** True in the second pass. */
  boolean callInvalid;

  /** A rule's remembered result at a token. */
  static final class Memo {
    final int rule;
    final Memo next;
    Object value;
    int end;

    Memo(int rule, Object value, int end, Memo next) {
      this.rule = rule;
      this.value = value;
      this.end = end;
      this.next = next;
    }
  }

  ExactActions(Lexer lexer, ParseSession session) {
    super(session, lexer.names, new TokenList(256));
    this.lexer = lexer;
    this.places = new ErrorPlaces(session, lexer);
  }

  /** Begins the second pass, on the same tokens. */
  void restartWithInvalidRules() {
    mark = 0;
    level = 0;
    callInvalid = true;
    Arrays.fill(memos, null);
  }

  @Override
  List<TypeIgnore> typeIgnores() {
    return tokens.typeIgnores();
  }

  // Tokens

  private int kindAtMark() {
    if (mark == tokens.size) {
      fetch();
    }
    return tokens.kind[mark];
  }

  private void fetch() {
    int kind = tokens.fetch(lexer, session);
    if (kind == Tokens.ERRORTOKEN) {
      throw lexerError();
    }
  }

  int take(int kind) {
    return ahead(kind) ? mark++ : -1;
  }

  Integer takeBoxed(int kind) {
    return ahead(kind) ? mark++ : null;
  }

  boolean ahead(int kind) {
    int found = kindAtMark();
    return found == kind
        || kind == Tokens.SOFT_KEYWORD && found == Tokens.NAME && beginsSoftKeyword(id(mark));
  }

  /** CPython takes the beginning of a soft keyword for one, where it asks for any. */
  private static boolean beginsSoftKeyword(String name) {
    return "match".startsWith(name)
        || "case".startsWith(name)
        || "type".startsWith(name)
        || name.equals("_");
  }

  boolean aheadSoft(String word) {
    return kindAtMark() == Tokens.NAME
        && NamePool.isSoftKeyword(tokens.name[mark])
        && id(mark).equals(word);
  }

  int takeSoft(String word) {
    return aheadSoft(word) ? mark++ : -1;
  }

  boolean look(int before, Object found) {
    mark = before;
    return found != null;
  }

  boolean demand(int kind) {
    if (kindAtMark() != kind) {
      errorAt(mark, "expected '" + Tokens.text(kind) + "'");
    }
    mark++;
    return true;
  }

  // Rules

  void enter() {
    if (level++ >= MAX_DEPTH) {
      throw SyntaxDiagnostic.tooComplex();
    }
  }

  Memo recall(int rule) {
    kindAtMark();
    if (mark >= memos.length) {
      memos = Arrays.copyOf(memos, Math.max(tokens.kind.length, mark + 1));
    }
    for (Memo memo = memos[mark]; memo != null; memo = memo.next) {
      if (memo.rule == rule) {
        mark = memo.end;
        return memo;
      }
    }
    return null;
  }

  void remember(int start, int rule, Object value) {
    memos[start] = new Memo(rule, value, mark, memos[start]);
  }

  void remember(int start, int end, int rule, Object value) {
    for (Memo memo = memos[start]; memo != null; memo = memo.next) {
      if (memo.rule == rule) {
        memo.value = value;
        memo.end = end;
        return;
      }
    }
    memos[start] = new Memo(rule, value, end, memos[start]);
  }

  // Errors

  void warn(Category category, String message, int token) {
    if (!callInvalid && !session.warn(category, message, tokens.line[token], tokens.start[token])) {
      throw places.at(Kind.SYNTAX_ERROR, tokens, token, message);
    }
  }

  @Override
  <T> T error(String message) {
    throw places.at(Kind.SYNTAX_ERROR, tokens, tokens.size - 1, message);
  }

  @Override
  <T> T withoutPlace(Kind kind, String message) {
    throw new SyntaxDiagnostic(kind, message);
  }

  @Override
  <T> T errorNext(String message) {
    kindAtMark();
    throw places.at(Kind.SYNTAX_ERROR, tokens, mark, message);
  }

  @Override
  <T> T indentationError(String message) {
    throw places.at(Kind.INDENTATION_ERROR, tokens, tokens.size - 1, message);
  }

  @Override
  <T> T errorBetween(int line, int column, int endLine, int endColumn, String message) {
    throw places.between(
        Kind.SYNTAX_ERROR, line, column + 1, endLine, endColumn + 1, message);
  }

  @Override
  <T> T errorFrom(int line, int column, String message) {
    throw places.between(
        Kind.SYNTAX_ERROR, line, column + 1, lexer.line, lexer.cur - lexer.lineStart, message);
  }

  /** The error that an {@code ERRORTOKEN} stands for. */
  private SyntaxDiagnostic lexerError() {
    return switch (lexer.trouble) {
      case END_OF_FILE ->
          lexer.level > 0
              ? neverClosed()
              : places.at(Kind.SYNTAX_ERROR, tokens, tokens.size - 1, "unexpected EOF while parsing");
      case DEDENT ->
          places.at(
              Kind.INDENTATION_ERROR,
              tokens,
              tokens.size - 1,
              "unindent does not match any outer indentation level");
      case TABS ->
          inLine(Kind.TAB_ERROR, 0, "inconsistent use of tabs and spaces in indentation");
      case TOO_DEEP -> inLine(Kind.INDENTATION_ERROR, 0, "too many levels of indentation");
      case LINE_CONTINUATION ->
          inLine(
              Kind.SYNTAX_ERROR,
              lexer.cur - lexer.bufferStart - 1,
              "unexpected character after line continuation character");
      case DECODING ->
          places.at(
              Kind.SYNTAX_ERROR,
              tokens,
              tokens.size - 1,
              "(unicode error) "
                  + Utf8.fault(session.source, lexer.start, lexer.cur).message());
      default -> inLine(Kind.SYNTAX_ERROR, 0, "unknown parsing error");
    };
  }

  private SyntaxDiagnostic inLine(Kind kind, int column, String message) {
    return places.between(kind, lexer.line, column + 1, lexer.line, 0, message);
  }

  private SyntaxDiagnostic neverClosed() {
    int line = lexer.bracketLines[lexer.level - 1];
    int column = lexer.bracketColumns[lexer.level - 1];
    char bracket = (char) lexer.brackets[lexer.level - 1];
    return places.between(
        Kind.SYNTAX_ERROR, line, column + 1, line, 0, "'" + bracket + "' was never closed");
  }

  /** True when the lexer has come to the end of the source: more could make it right. */
  boolean isAtEndOfSource() {
    return lexer.openString
        || lexer.trouble == Lexer.Trouble.END_OF_FILE
        || lexer.trouble == Lexer.Trouble.NONE && lexer.atEnd;
  }

  /**
   * The error of a failed parse.
   *
   * @param found what the second pass threw, or null when it found nothing special
   * @param last the last token of the first pass
   */
  SyntaxDiagnostic finalError(SyntaxDiagnostic found, int last) {
    if (found != null) {
      if (lexer.trouble != Lexer.Trouble.NONE || !found.kind().isSyntaxError()) {
        return found;
      }
      return lexerErrorBefore(found);
    }
    int kind = tokens.kind[last];
    if (kind == Tokens.INDENT || kind == Tokens.DEDENT) {
      return places.at(
          Kind.INDENTATION_ERROR,
          tokens,
          tokens.size - 1,
          kind == Tokens.INDENT ? "unexpected indent" : "unexpected unindent");
    }
    SyntaxDiagnostic generic =
        places.between(
            Kind.SYNTAX_ERROR,
            tokens.line[last],
            tokens.column[last] + 1,
            tokens.endLine[last],
            tokens.endColumn[last] + 1,
            "invalid syntax");
    return lexerErrorBefore(generic);
  }

  /** Lexes the rest of the source: an error there outdoes one of the grammar. */
  private SyntaxDiagnostic lexerErrorBefore(SyntaxDiagnostic found) {
    int line = tokens.line[tokens.size - 1];
    try {
      int kind;
      do {
        kind = lexer.next();
      } while (kind != Tokens.ERRORTOKEN && kind != Tokens.ENDMARKER);
      boolean open = kind == Tokens.ERRORTOKEN && lexer.level > 0;
      return open && line > lexer.bracketLines[lexer.level - 1] ? neverClosed() : found;
    } catch (SyntaxDiagnostic e) {
      // An error in an f-string's expression is not hidden by what it does to the rest.
      return lexer.fstrings.isEmpty() ? e : found;
    }
  }
}
