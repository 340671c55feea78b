package org.krait.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.krait.bytecode.CodeObject;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.SyntaxDiagnostic;

/** A compiler that is compared with the oracle. */
interface Subject {
  /** The code of a module, or what the compiler refuses it with: a {@link Refused}. */
  Object compile(byte[] source, String filename, int level) throws Exception;

  /** Our compiler. */
  Subject OURS =
      (source, filename, level) -> {
        try {
          CompileOptions options = CompileOptions.module(level);
          return PythonCompiler.compile(source, filename, options, DiagnosticListener.NONE);
        } catch (SyntaxDiagnostic e) {
          return Refused.of(e.text() == null ? e.withText(lineOf(filename, e.line())) : e);
        }
      };

  /** The line of a file, as CPython shows it for errors behind the parser; or null. */
  private static String lineOf(String filename, int line) throws IOException {
    Path file = Path.of(filename);
    if (line < 1 || !Files.isRegularFile(file)) {
      return null;
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    String found = text.lines().skip(line - 1L).findFirst().orElse("");
    byte[] bytes = found.getBytes(StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.UTF_8) + "\n";
  }

  /**
   * A syntax error or another exception: its class, message and place.
   *
   * @param place lineno, offset, end_lineno and end_offset, {@link #NONE} for None; empty where the
   *     exception has none
   * @param text the source line as a literal, or None
   */
  record Refused(String type, String message, List<Integer> place, String text) {
    private static final int NONE = -1;

    static Refused of(OracleSession.Refusal refusal) {
      List<Integer> place =
          refusal.details().stream().limit(4).map(Refused::number).toList();
      String text = refusal.details().size() < 5 ? "None" : ConstantRepr.of(refusal.details().get(4));
      return new Refused(refusal.type(), refusal.message(), place, text);
    }

    static Refused of(SyntaxDiagnostic e) {
      boolean ends = e.endLine() != 0;
      List<Integer> place =
          e.kind().isSyntaxError()
              ? List.of(
                  e.line(), e.offset(), ends ? e.endLine() : NONE, ends ? e.endOffset() : NONE)
              : List.of();
      String text = e.text() == null ? "None" : ConstantRepr.of(Constant.Str.of(e.text()));
      return new Refused(e.kind().pythonName(), e.getMessage(), place, text);
    }

    private static Integer number(Constant value) {
      return value instanceof Constant.Int i ? i.value().intValue() : NONE;
    }

    @Override
    public String toString() {
      return type + ": " + message + " " + place + " " + text;
    }
  }
}
