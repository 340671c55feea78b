package org.krait.syntax.parser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.syntax.ParseOptions.Mode;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.ast.TypeIgnore;

/** The tokens read so far, in columns; a token is known by its place in the list. */
final class TokenList {
  int size;
  byte[] kind;
  int[] start;
  int[] end;
  int[] line;
  int[] column;
  int[] endLine;
  int[] endColumn;

  /** The index of a name token's text in the {@link NamePool}. */
  int[] name;

  private boolean started;

  private final List<TypeIgnore> typeIgnores = new ArrayList<>();

  /** The {@code # type: ignore} comments, which are no tokens of the grammar. */
  List<TypeIgnore> typeIgnores() {
    return List.copyOf(typeIgnores);
  }

  /**
   * Reads a token of the grammar and adds it.
   *
   * @param session what is parsed
   * @return the token's kind
   * @throws SyntaxDiagnostic for an error of the lexer; an {@code ERRORTOKEN} is added then
   */
  int fetch(Lexer lexer, ParseSession session) {
    try {
      return fetchRight(lexer, session);
    } catch (SyntaxDiagnostic e) {
      lexer.token(Tokens.ERRORTOKEN, -1, -1);
      add(lexer, Tokens.ERRORTOKEN);
      throw e;
    }
  }

  private int fetchRight(Lexer lexer, ParseSession session) {
    int tokenKind = lexer.next();
    while (tokenKind == Tokens.TYPE_IGNORE) {
      typeIgnores.add(
          new TypeIgnore(
              lexer.tokenLine, Utf8.lenient(session.source, lexer.tokenStart, lexer.tokenEnd)));
      tokenKind = lexer.next();
    }
    if (tokenKind == Tokens.ENDMARKER && started && session.options.mode() == Mode.SINGLE) {
      // An interactive statement's line needs no end.
      tokenKind = Tokens.NEWLINE;
      started = false;
      if (lexer.isIndented() && session.options.implyDedent()) {
        lexer.dropIndents();
      }
    } else {
      started = true;
    }
    add(lexer, tokenKind);
    return tokenKind;
  }

  TokenList(int capacity) {
    kind = new byte[capacity];
    start = new int[capacity];
    end = new int[capacity];
    line = new int[capacity];
    column = new int[capacity];
    endLine = new int[capacity];
    endColumn = new int[capacity];
    name = new int[capacity];
  }

  /** Adds the token that the lexer made last, as of a kind. */
  private void add(Lexer lexer, int tokenKind) {
    int i = size;
    if (i == kind.length) {
      grow();
    }
    kind[i] = (byte) tokenKind;
    start[i] = lexer.tokenStart;
    end[i] = lexer.tokenEnd;
    line[i] = lexer.tokenLine;
    column[i] = lexer.tokenColumn;
    endLine[i] = lexer.tokenEndLine;
    endColumn[i] = lexer.tokenEndColumn;
    name[i] = lexer.tokenName;
    size = i + 1;
  }

  private void grow() {
    int capacity = kind.length + (kind.length >> 1) + 16;
    kind = Arrays.copyOf(kind, capacity);
    start = Arrays.copyOf(start, capacity);
    end = Arrays.copyOf(end, capacity);
    line = Arrays.copyOf(line, capacity);
    column = Arrays.copyOf(column, capacity);
    endLine = Arrays.copyOf(endLine, capacity);
    endColumn = Arrays.copyOf(endColumn, capacity);
    name = Arrays.copyOf(name, capacity);
  }
}
