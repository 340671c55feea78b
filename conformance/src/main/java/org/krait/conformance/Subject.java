package org.krait.conformance;

import java.util.List;
import org.krait.bytecode.CodeObject;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.constants.Constant;
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
          return Refused.of(e);
        }
      };

  /**
   * A syntax error or another exception: its class, message and place.
   *
   * @param place lineno, offset, end_lineno and end_offset, Java's null for None; empty where the
   *     exception has none
   */
  record Refused(String type, String message, List<Integer> place) {
    static Refused of(OracleSession.Refusal refusal) {
      List<Integer> place =
          refusal.details().stream().limit(4).map(Refused::number).toList();
      return new Refused(refusal.type(), refusal.message(), place);
    }

    static Refused of(SyntaxDiagnostic e) {
      List<Integer> place =
          e.kind().isSyntaxError()
              ? List.of(e.line(), e.offset(), e.endLine(), e.endOffset())
              : List.of();
      return new Refused(e.kind().pythonName(), e.getMessage(), place);
    }

    private static Integer number(Constant value) {
      return value instanceof Constant.Int i ? i.value().intValue() : -1;
    }

    @Override
    public String toString() {
      return type + ": " + message + " " + place;
    }
  }
}
