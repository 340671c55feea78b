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
    return new Parse(new ParseSession(source, options, listener)).exact();
  }

  private Mod exact() {
    Lexer lexer =
        new Lexer(
            session.source, session.limit, session.lexerOptions(), new NamePool(), session::warn);
    ExactParser parser = new ExactParser(lexer, session);
    SyntaxDiagnostic found = null;
    try {
      Mod tree = start(parser);
      if (tree != null) {
        if (session.options.mode() == Mode.SINGLE) {
          SingleStatement.check(parser, session);
        }
        return tree;
      }
    } catch (SyntaxDiagnostic e) {
      found = e;
    }
    throw error(parser, found);
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
