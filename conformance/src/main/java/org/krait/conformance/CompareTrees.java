package org.krait.conformance;

import java.io.IOException;
import java.util.List;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.ParseOptions;
import org.krait.syntax.PythonParser;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.ast.AstDump;
import org.krait.syntax.ast.Mod;

/**
 * Parses files with our parser and with the oracle and compares the trees, places and all, and the
 * warnings; what the oracle refuses must be refused with the same error at the same place.
 */
public final class CompareTrees {
  private static final int AROUND = 120;

  private int files;
  private int identical;
  private int refused;

  private CompareTrees() {}

  public static void main(String[] arguments) throws IOException {
    LibraryRun run = new LibraryRun(List.of(arguments));
    CompareTrees comparison = new CompareTrees();
    run.forEach(0, (file, _, _, session) -> comparison.compare(file, session));
    System.out.printf(
        "%d of %d trees identical; %d files refused by the oracle%n",
        comparison.identical, comparison.files, comparison.refused);
    System.exit(comparison.identical == comparison.files ? 0 : 1);
  }

  private void compare(SourceFile file, OracleSession session) throws IOException {
    byte[] source = file.read();
    String expected;
    boolean refusal = false;
    try {
      expected = session.askText("dump_tree", source, file.name(), "exec");
    } catch (OracleSession.Refusal e) {
      expected = describe(e);
      refusal = true;
    }
    record(file, expected, refusal, ours(source, file.name(), ParseOptions.Mode.EXEC));
  }

  private static String ours(byte[] source, String name, ParseOptions.Mode mode) {
    return ours(new Constant.Bytes(source), ParseOptions.of(mode, name));
  }

  /** Our tree of bytes or text, printed, or the error. */
  static String ours(Constant source, ParseOptions options) {
    StringBuilder warnings = new StringBuilder();
    DiagnosticListener listener =
        (category, message, line) -> {
          String kind =
              category == DiagnosticListener.Category.SYNTAX_WARNING
                  ? "SyntaxWarning"
                  : "DeprecationWarning";
          warnings.append(kind + ": " + message + " " + line + "\n");
          return true;
        };
    try {
      Mod tree =
          source instanceof Constant.Bytes bytes
              ? PythonParser.parse(bytes.value(), options, listener)
              : PythonParser.parse(((Constant.Str) source).text(), options, listener);
      return warnings + AstDump.of(tree, null, true);
    } catch (SyntaxDiagnostic e) {
      return describe(e);
    } catch (RuntimeException | StackOverflowError e) {
      return "FAULT " + e + " at " + List.of(e.getStackTrace()).stream().limit(8).toList();
    }
  }

  /** The oracle's error in one line. */
  static String describe(OracleSession.Refusal e) {
    StringBuilder text = new StringBuilder(e.type() + ": " + e.message());
    e.details().forEach(d -> text.append(' ').append(ConstantRepr.of(d)));
    return text.toString();
  }

  /** Our error in the same form. */
  static String describe(SyntaxDiagnostic e) {
    String head = e.kind().pythonName() + ": " + e.getMessage();
    if (!e.kind().isSyntaxError()) {
      return head;
    }
    if (e.line() == 0 && e.text() == null) {
      return head + (e.offset() == -1 ? " 0 -1 None None None" : " None None None None None");
    }
    String text =
        e.text() == null
            ? "None"
            : ConstantRepr.of(Constant.Str.of(e.text()));
    return head + " " + e.line() + " " + e.offset() + " " + e.endLine() + " " + e.endOffset() + " " + text;
  }

  private synchronized void record(
      SourceFile file, String expected, boolean refusal, String actual) {
    files++;
    refused += refusal ? 1 : 0;
    if (expected.equals(actual)) {
      identical++;
      return;
    }
    System.out.print(file.name() + ":\n" + difference(expected, actual));
  }

  /** Where two texts part, on two lines. */
  static String difference(String expected, String actual) {
    int at = 0;
    while (at < expected.length() && at < actual.length() && expected.charAt(at) == actual.charAt(at)) {
      at++;
    }
    return "  expected %s%n  got      %s%n".formatted(around(expected, at), around(actual, at));
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - AROUND), Math.min(text.length(), at + AROUND));
  }
}
