package org.krait.syntax.parser;

import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.ParseOptions;
import org.krait.syntax.ParseOptions.Mode;
import org.krait.syntax.SourceText;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.SyntaxDiagnostic.Kind;
import org.krait.syntax.ast.Mod;

/** The passes over one source. */
public final class Parse {
  /** A low guess, so that the list of tokens need not grow often. */
  private static final int BYTES_PER_TOKEN = 4;

  private final ParseSession session;

  private Parse(ParseSession session) {
    this.session = session;
  }

  /**
   * Parses a source.
   *
   * @throws SyntaxDiagnostic when the text is not Python
   */
  public static Mod run(SourceText source, ParseOptions options, DiagnosticListener listener) {
    return new Parse(new ParseSession(source, options, listener)).tree();
  }

  private Mod tree() {
    Mode mode = session.options.mode();
    Mod tree = mode == Mode.EXEC || mode == Mode.EVAL ? fast(mode) : null;
    return tree != null && session.giveNoted() ? tree : exact();
  }

  /** The tree of a right source; null when it is wrong or too deep for the quick parser. */
  private Mod fast(Mode mode) {
    NamePool names = new NamePool();
    Lexer lexer =
        new Lexer(session.source, session.limit, session.lexerOptions(), names, session::note);
    TokenList tokens = new TokenList(session.limit / BYTES_PER_TOKEN + 16);
    try {
      int kind;
      do {
        kind = tokens.fetch(lexer, session);
        if (kind == Tokens.ERRORTOKEN) {
          return null;
        }
      } while (kind != Tokens.ENDMARKER);
      FastParser parser = new FastParser(session, names, tokens);
      return mode == Mode.EXEC ? parser.fileRule() : parser.evalRule();
    } catch (SyntaxDiagnostic | FastActions.Retreat e) {
      return null;
    }
  }

  private Mod exact() {
    Lexer lexer =
        new Lexer(
            session.source, session.limit, session.lexerOptions(), new NamePool(), session::warn);
    ExactParser parser = new ExactParser(lexer, session);
    SyntaxDiagnostic found = null;
    Mod tree = null;
    try {
      tree = start(parser);
    } catch (SyntaxDiagnostic e) {
      found = e;
    }
    if (tree == null) {
      throw error(parser, found);
    }
    if (session.options.mode() == Mode.SINGLE) {
      SingleStatement.check(parser, session);
    }
    return tree;
  }

  private SyntaxDiagnostic error(ExactParser parser, SyntaxDiagnostic found) {
    if (session.options.allowIncompleteInput() && parser.isAtEndOfSource()) {
      try {
        return parser.error("incomplete input");
      } catch (SyntaxDiagnostic e) {
        return e;
      }
    }
    if (found != null && !found.kind().isSyntaxError()) {
      return found;
    }
    int last = parser.tokens.size - 1;
    if (found == null) {
      parser.restartWithInvalidRules();
      try {
        start(parser);
      } catch (SyntaxDiagnostic e) {
        found = e;
      }
    }
    if (found == null && last < 0) {
      return new SyntaxDiagnostic(Kind.SYNTAX_ERROR, "error at start before reading any input");
    }
    return parser.finalError(found, last);
  }

  private Mod start(ExactParser parser) {
    return switch (session.options.mode()) {
      case EXEC -> parser.fileRule();
      case EVAL -> parser.evalRule();
      case SINGLE -> parser.interactiveRule();
      case FUNC_TYPE -> parser.funcTypeRule();
    };
  }
}
