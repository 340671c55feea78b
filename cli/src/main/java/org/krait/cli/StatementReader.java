package org.krait.cli;

import java.util.ArrayList;
import java.util.List;
import org.krait.bytecode.CodeObject;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.runtime.Interpreter;
import org.krait.stdlib.builtins.CompileSource;
import org.krait.stdlib.builtins.SyntaxErrors;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.ParseOptions.Mode;
import org.krait.syntax.PythonParser;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.ast.Mod;
import org.krait.syntax.ast.Stmt;

/** Puts the lines at the prompt together until they are a statement. */
final class StatementReader {
  private static final String FILENAME = "<stdin>";

  private final Interpreter interpreter;
  private final CompileOptions complete;
  private final CompileOptions partial;
  private final StringBuilder source = new StringBuilder();

  /**
   * A reader of one statement.
   *
   * @param flags what {@code from __future__} switched on before
   */
  StatementReader(Interpreter interpreter, int flags) {
    this.interpreter = interpreter;
    this.complete = new CompileOptions(Mode.SINGLE, interpreter.optimize, flags);
    this.partial =
        new CompileOptions(
            Mode.SINGLE,
            interpreter.optimize,
            flags | CompileOptions.DONT_IMPLY_DEDENT | CompileOptions.ALLOW_INCOMPLETE_INPUT);
  }

  /** Whether there are lines already. */
  boolean isBegun() {
    return !source.isEmpty();
  }

  /**
   * Takes another line.
   *
   * @return the statement's code, or null when it goes on
   * @throws org.krait.runtime.PyException a {@code SyntaxError}
   */
  CodeObject add(String line) {
    if (isBegun()) {
      source.append('\n');
    }
    source.append(line);
    String text = source.toString();
    if (isBlank(text)) {
      source.setLength(0);
      return compile("pass\n");
    }
    if (!needsMore(text)) {
      return compile(text + "\n");
    }
    return null;
  }

  /**
   * The code of lines that were entered together: of one statement, or of each when they are several.
   *
   * @throws org.krait.runtime.PyException a {@code SyntaxError}
   */
  List<CodeObject> all(String text) {
    if (isBlank(text)) {
      return List.of();
    }
    try {
      PythonCompiler.compile(text + "\n", FILENAME, complete, DiagnosticListener.NONE);
    } catch (SyntaxDiagnostic e) {
      List<CodeObject> codes = each(text);
      if (codes != null) {
        return codes;
      }
    }
    return List.of(compile(text + "\n"));
  }

  /** The code of each statement; null when they are not Python either. */
  private List<CodeObject> each(String text) {
    CompileOptions module = new CompileOptions(Mode.EXEC, interpreter.optimize, complete.flags());
    List<CodeObject> codes = new ArrayList<>();
    try {
      Mod.Module tree =
          (Mod.Module)
              PythonParser.parse(
                  text + "\n",
                  PythonCompiler.parseOptions(FILENAME, module),
                  CompileSource.listener(interpreter.mainThread(), FILENAME));
      for (Stmt statement : tree.body()) {
        codes.add(
            PythonCompiler.compile(
                new Mod.Interactive(List.of(statement)),
                FILENAME,
                complete,
                CompileSource.listener(interpreter.mainThread(), FILENAME)));
      }
      return codes;
    } catch (SyntaxDiagnostic e) {
      return null;
    }
  }

  /** The code of what is there when the input ends. */
  CodeObject end() {
    return compile(source + "\n");
  }

  /** A statement is whole when it can be compiled without a further line end (the library's codeop). */
  boolean needsMore(String text) {
    if (isBlank(text)) {
      return false;
    }
    try {
      PythonCompiler.compile(text, FILENAME, partial, DiagnosticListener.NONE);
      return false;
    } catch (SyntaxDiagnostic first) {
      try {
        PythonCompiler.compile(text + "\n", FILENAME, partial, DiagnosticListener.NONE);
        return true;
      } catch (SyntaxDiagnostic e) {
        return e.getMessage().contains("incomplete input");
      }
    }
  }

  private CodeObject compile(String text) {
    try {
      return PythonCompiler.compile(
          text, FILENAME, complete, CompileSource.listener(interpreter.mainThread(), FILENAME));
    } catch (SyntaxDiagnostic e) {
      throw SyntaxErrors.exception(e, FILENAME, false);
    }
  }

  /** Whether there is nothing but empty lines and comments. */
  private static boolean isBlank(String text) {
    return text.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"));
  }
}
