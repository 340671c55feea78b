package org.krait.syntax;

import java.nio.charset.StandardCharsets;
import org.krait.syntax.parser.Tokens;

/**
 * Prints tokens, a line each: place, kind, text. Kinds are those that the parser is given, so an
 * operator is {@code PLUS} and neither comments nor empty lines appear.
 */
public final class TokensText {
  private TokensText() {}

  /** The tokens of the bytes of a file, decoded as PEP 263 says. */
  public static String of(byte[] file, ParseOptions options, DiagnosticListener listener) {
    return of(file, options, listener, 1, Integer.MAX_VALUE);
  }

  /**
   * The tokens that begin on some of a file's lines.
   *
   * @param firstLine the first of these lines, from 1
   * @param lastLine the last of them
   * @throws SyntaxDiagnostic when the source is no tokens
   */
  public static String of(
      byte[] file,
      ParseOptions options,
      DiagnosticListener listener,
      int firstLine,
      int lastLine) {
    SourceText source = SourceDecoder.decode(file, options);
    String text = new String(source.bytes(), 0, source.length(), StandardCharsets.UTF_8);
    Tokenizer tokens = new Tokenizer(text, false, listener);
    StringBuilder out = new StringBuilder();
    while (tokens.hasNext()) {
      Token token = tokens.next();
      if (token.line() >= firstLine && token.line() <= lastLine) {
        write(token, out);
      }
    }
    return out.toString();
  }

  private static void write(Token token, StringBuilder out) {
    String place =
        token.line() + "," + token.column() + "-" + token.endLine() + "," + token.endColumn() + ":";
    out.append(place).repeat(' ', Math.max(1, 20 - place.length()));
    String kind = Tokens.name(token.type());
    out.append(kind).repeat(' ', Math.max(1, 15 - kind.length()));
    quote(token.text(), out);
    out.append('\n');
  }

  private static void quote(String text, StringBuilder out) {
    char mark = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(mark);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\f' -> out.append("\\x0c");
        case '\\' -> out.append("\\\\");
        default -> {
          if (c == mark) {
            out.append('\\');
          }
          out.append(c);
        }
      }
    }
    out.append(mark);
  }
}
