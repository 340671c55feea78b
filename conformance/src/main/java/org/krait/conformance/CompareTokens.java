package org.krait.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.Token;
import org.krait.syntax.Tokenizer;

/** Compares the tokens of files with the oracle's, as programs see them, with and without extras. */
public final class CompareTokens {
  private int compared;
  private int identical;

  private CompareTokens() {}

  public static void main(String[] arguments) throws IOException {
    CompareTokens comparison = new CompareTokens();
    new LibraryRun(List.of(arguments))
        .forEach(0, (file, _, _, session) -> comparison.compare(file, session));
    System.out.printf("%d of %d token lists identical%n", comparison.identical, comparison.compared);
    System.exit(comparison.identical == comparison.compared ? 0 : 1);
  }

  private void compare(SourceFile file, OracleSession session) throws IOException {
    String source = new String(file.read(), StandardCharsets.UTF_8).replace("\ufeff", "");
    // Python's splitlines parts lines at these, the lexer does not.
    source = source.replaceAll("[\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]", " ");
    for (boolean extra : new boolean[] {true, false}) {
      String expected;
      try {
        expected = session.askText("tokens", source, extra);
      } catch (OracleSession.Refusal e) {
        expected = e.getMessage();
      }
      // The oracle fails on some strings of several lines when it gives no extras.
      if (!expected.startsWith("SystemError")) {
        record(file, expected, ours(source, extra));
      }
    }
  }

  /** Our tokens, one a line. */
  static String ours(String source, boolean extra) {
    List<String> said = new ArrayList<>();
    try {
      Tokenizer tokens = new Tokenizer(source, extra, DiagnosticListener.NONE);
      while (tokens.hasNext()) {
        Token t = tokens.next();
        said.add(
            "%d %s (%d, %d) (%d, %d) %s"
                .formatted(
                    t.type(), repr(t.text()), t.line(), t.column(), t.endLine(), t.endColumn(), repr(t.lineText())));
      }
    } catch (SyntaxDiagnostic e) {
      said.add(
          "%s: %s %d %d %s"
              .formatted(e.kind().pythonName(), e.getMessage(), e.line(), e.offset(), repr(e.text())));
    }
    return String.join("\n", said);
  }

  private static String repr(String text) {
    return ConstantRepr.of(Constant.Str.of(text));
  }

  private synchronized void record(SourceFile file, String expected, String actual) {
    compared++;
    identical += expected.equals(actual) ? 1 : 0;
    if (!expected.equals(actual)) {
      System.out.print(file.name() + ":\n" + CompareTrees.difference(expected, actual));
    }
  }
}
