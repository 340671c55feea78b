package org.krait.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.krait.bytecode.CodeObject;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Options;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.types.*;
import org.krait.stdlib.builtins.CompileSource;
import org.krait.stdlib.builtins.Evaluation;
import org.krait.syntax.SyntaxDiagnostic;

/** Runs source as {@code __main__}. */
final class RunSource {
  private RunSource() {}

  static void text(Interpreter interpreter, PyModule main, String source, String filename) {
    run(interpreter, main, source.getBytes(StandardCharsets.UTF_8), filename);
  }

  static void file(Interpreter interpreter, PyModule main, String name, boolean skipFirstLine) {
    byte[] source = read(name);
    if (skipFirstLine) {
      int start = 0;
      while (start < source.length && source[start] != '\n') {
        start++;
      }
      source = java.util.Arrays.copyOfRange(source, start, source.length);
    }
    PyDict globals = main.dict();
    globals.put(PyStr.interned("__file__"), PyStr.ofUnits(name));
    globals.put(PyStr.interned("__cached__"), PyNone.NONE);
    PyObject external = interpreter.loadedModule("_frozen_importlib_external");
    boolean compiled = name.endsWith(".pyc");
    globals.put(
        PyStr.interned("__loader__"),
        Attributes.get(external, compiled ? "SourcelessFileLoader" : "SourceFileLoader")
            .call(PyStr.interned("__main__"), PyStr.ofUnits(name)));
    if (compiled) {
      runCompiled(interpreter, main);
    } else {
      run(interpreter, main, source, name);
    }
  }

  private static byte[] read(String name) {
    try {
      if (Files.isDirectory(Path.of(name))) {
        throw fail(name, "[Errno 21] Is a directory");
      }
      return Files.readAllBytes(Path.of(name));
    } catch (NoSuchFileException e) {
      throw fail(name, "[Errno 2] No such file or directory");
    } catch (IOException e) {
      throw fail(name, "[Errno 13] Permission denied");
    }
  }

  /** The words of CPython for a program that cannot be opened; exit code 2. */
  private static PyException fail(String name, String reason) {
    System.err.println("krait: can't open file '" + Path.of(name).toAbsolutePath() + "': " + reason);
    return org.krait.runtime.Errors.of(PyExceptions.SystemExit, PyLong.of(2));
  }

  private static void runCompiled(Interpreter interpreter, PyModule main) {
    PyObject loader = main.dict().get(PyStr.interned("__loader__"));
    PyObject code = Attributes.get(loader, "get_code").call(PyStr.interned("__main__"));
    Evaluation.runCode(
        interpreter.mainThread(),
        (org.krait.runtime.execution.PyCode) code,
        main.dict(),
        main.dict(),
        PyFunction.NO_CELLS);
  }

  private static void run(Interpreter interpreter, PyModule main, byte[] source, String filename) {
    CodeObject code;
    try {
      code =
          PythonCompiler.compile(
              source,
              filename,
              CompileOptions.module(interpreter.optimize),
              CompileSource.listener(interpreter.mainThread(), filename));
    } catch (SyntaxDiagnostic e) {
      throw CompileSource.exception(e, filename);
    }
    Evaluation.runCode(
        interpreter.mainThread(), LoadCode.of(code), main.dict(), main.dict(), PyFunction.NO_CELLS);
  }

  /** A program from standard input, or the prompt at a terminal. */
  static void standardInput(Interpreter interpreter, PyModule main, Options options) {
    if (interpreter.sysDict().get(PyStr.interned("path")) instanceof PyList path && !options.safePath) {
      path.insert(0, PyStr.EMPTY);
    }
    PyObject stdin = interpreter.sysDict().get(PyStr.interned("stdin"));
    boolean terminal = Attributes.get(stdin, "isatty").call() == PyBool.TRUE;
    if (terminal || options.interactive) {
      prompt(interpreter, main, options);
      return;
    }
    PyObject source = Attributes.get(Attributes.get(stdin, "buffer"), "read").call();
    run(interpreter, main, ((PyBytes) source).array(), "<stdin>");
  }

  /** The prompt, by the library's {@code code} module. */
  static void prompt(Interpreter interpreter, PyModule main, Options options) {
    PyObject code = interpreter.importModule("code");
    PyObject banner =
        options.quiet
            ? PyStr.EMPTY
            : PyStr.of(
                "Python 3.12.1 (Krait 0.1.0) on the Java platform\n"
                    + "Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.");
    PyStr[] names = {
      PyStr.interned("banner"), PyStr.interned("local"), PyStr.interned("exitmsg")
    };
    Attributes.get(code, "interact")
        .call(new PyObject[] {banner, main.dict(), PyStr.EMPTY}, names);
  }
}
