package org.krait.syntax;

import org.krait.syntax.ParseOptions.Mode;
import org.krait.syntax.ast.Mod;
import org.krait.syntax.parser.Parse;

/** Parses Python 3.12: the room's front door. */
public final class PythonParser {
  private static final long DEEP_STACK = 512L << 20;

  private PythonParser() {}

  /**
   * Parses the bytes of a file: decodes them first, as PEP 263 says.
   *
   * @throws SyntaxDiagnostic when they are not Python
   */
  public static Mod parse(byte[] file, ParseOptions options, DiagnosticListener listener) {
    return parse(SourceDecoder.decode(file, options), options, listener);
  }

  /**
   * Parses text.
   *
   * @throws SyntaxDiagnostic when it is not Python
   */
  public static Mod parse(String text, ParseOptions options, DiagnosticListener listener) {
    if (text.indexOf('\0') >= 0) {
      throw new SyntaxDiagnostic(
          SyntaxDiagnostic.Kind.SYNTAX_ERROR, "source code string cannot contain null bytes");
    }
    return parse(SourceText.of(text, options.mode() == Mode.EXEC), options, listener);
  }

  /**
   * Parses a decoded source, on a thread of its own when the caller's stack is too small.
   *
   * @throws SyntaxDiagnostic when it is not Python
   */
  public static Mod parse(SourceText source, ParseOptions options, DiagnosticListener listener) {
    try {
      return Parse.run(source, options, listener);
    } catch (StackOverflowError e) {
      return parseDeep(source, options, listener);
    }
  }

  private static Mod parseDeep(
      SourceText source, ParseOptions options, DiagnosticListener listener) {
    Object[] result = new Object[1];
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                result[0] = Parse.run(source, options, listener);
              } catch (SyntaxDiagnostic e) {
                result[0] = e;
              }
            },
            "krait-parser",
            DEEP_STACK);
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (result[0] instanceof Mod tree) {
      return tree;
    }
    throw result[0] instanceof SyntaxDiagnostic e
        ? e
        : SyntaxDiagnostic.tooComplex();
  }
}
