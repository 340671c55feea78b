package org.krait.syntax;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.krait.syntax.parser.TokenReader;

/** The tokens of a source, one by one: what Python's {@code _tokenize.TokenizerIter} shows. */
public final class Tokenizer implements Iterator<Token> {
  private final TokenReader reader;
  private Token next;
  private boolean read;

  /**
   * Begins to read a source.
   *
   * @param source all lines, with their ends as they are
   * @param extraTokens give comments and empty lines too, all operators as {@code OP}, and let
   *     brackets that do not match pass
   * @param listener hears of warnings
   */
  public Tokenizer(String source, boolean extraTokens, DiagnosticListener listener) {
    reader = new TokenReader(source, extraTokens, listener);
  }

  /**
   * True when there is another token.
   *
   * @throws SyntaxDiagnostic when the source is no tokens from here on
   */
  @Override
  public boolean hasNext() {
    if (!read) {
      next = reader.next();
      read = true;
    }
    return next != null;
  }

  @Override
  public Token next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    read = false;
    return next;
  }
}
