package org.krait.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.CodeObject;
import org.krait.runtime.Attributes;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.types.*;
import org.krait.stdlib.builtins.Evaluation;
import org.krait.stdlib.readline.LineEditing;

/** The prompt: reads a statement, runs it, shows what it gives, until the input ends. */
final class Prompt {
  /** The bits of a statement's flags that hold for all that follow. */
  private static final int FUTURE_FLAGS =
      CodeFlags.FUTURE_DIVISION
          | CodeFlags.FUTURE_ABSOLUTE_IMPORT
          | CodeFlags.FUTURE_WITH_STATEMENT
          | CodeFlags.FUTURE_PRINT_FUNCTION
          | CodeFlags.FUTURE_UNICODE_LITERALS
          | CodeFlags.FUTURE_BARRY_AS_BDFL
          | CodeFlags.FUTURE_GENERATOR_STOP
          | CodeFlags.FUTURE_ANNOTATIONS;

  private static final PyStr PS1 = PyStr.interned("ps1");
  private static final PyStr PS2 = PyStr.interned("ps2");

  private final Interpreter interpreter;
  private final PyModule main;
  private final Uncaught uncaught;
  private LineInput input;
  private int flags;

  Prompt(Interpreter interpreter, PyModule main, Uncaught uncaught) {
    this.interpreter = interpreter;
    this.main = main;
    this.uncaught = uncaught;
    interpreter.options.inspect = 0;
  }

  /** The lines above the first prompt. */
  void banner() {
    PyDict sys = interpreter.sysDict();
    write("Python " + sys.get(PyStr.interned("version")) + " on " + sys.get(PyStr.interned("platform")) + "\n");
    if (!interpreter.options.noSite) {
      write("Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n");
    }
  }

  /** What runs before the first prompt of a session: {@code PYTHONSTARTUP}, then the hook of {@code site}. */
  void startUp() {
    if (!interpreter.options.isolated) {
      try {
        interpreter.importModule("readline");
      } catch (PyException e) {
        // As in CPython, lines are read without it then.
      }
    }
    String file =
        interpreter.options.ignoreEnvironment
            ? null
            : interpreter.options.environment.get("PYTHONSTARTUP");
    if (file != null && !file.isEmpty()) {
      try {
        runFile(file);
      } catch (PyException e) {
        uncaught.show(e);
      }
    }
    startHook();
  }

  private void runFile(String name) {
    AuditHooks.audit("cpython.run_startup", PyStr.of(name));
    byte[] source;
    try {
      source = Files.readAllBytes(Path.of(name));
    } catch (java.io.IOException e) {
      write("Could not open PYTHONSTARTUP\n");
      throw Errors.of(
          PyExceptions.FileNotFoundError,
          PyLong.of(2),
          PyStr.of("No such file or directory"),
          PyStr.of(name));
    }
    RunSource.bytes(interpreter, main, source, name);
  }

  /** Calls {@code sys.__interactivehook__}. */
  void startHook() {
    if (interpreter.options.isolated) {
      return;
    }
    PyObject hook = interpreter.sysDict().get(PyStr.interned("__interactivehook__"));
    if (hook == null) {
      return;
    }
    try {
      AuditHooks.audit("cpython.run_interactivehook", hook);
      hook.call();
    } catch (PyException e) {
      write("Failed calling sys.__interactivehook__\n");
      uncaught.show(e);
    }
  }

  /**
   * Reads and runs statements until the input ends; the exit code.
   *
   * @throws Exit when a statement raises {@code SystemExit}
   */
  int run() {
    PyDict sys = interpreter.sysDict();
    input =
        LineEditing.of(interpreter).editor() instanceof LineInput terminal
            ? terminal
            : new PlainInput(interpreter);
    sys.putIfAbsent(PS1, PyStr.of(">>> "));
    sys.putIfAbsent(PS2, PyStr.of("... "));
    while (true) {
      try {
        if (!step()) {
          write(input.endsLine() ? "" : "\n");
          return 0;
        }
      } catch (PyException e) {
        show(e);
      }
      flush("stderr");
      flush("stdout");
    }
  }

  private void show(PyException e) {
    try {
      uncaught.show(e);
    } catch (PyException second) {
      write("the exception cannot be shown: " + second.value().type().name() + "\n");
    }
  }

  /** One statement; false at the end of the input. */
  private boolean step() {
    StatementReader reader = new StatementReader(interpreter, flags);
    CodeObject code = null;
    while (code == null) {
      boolean begun = reader.isBegun();
      String line;
      try {
        line = input.readStatement(prompt(begun ? PS2 : PS1), prompt(PS2), reader::needsMore);
      } catch (PyException e) {
        if (!e.is(PyExceptions.KeyboardInterrupt)) {
          throw e;
        }
        write(input.endsLine() ? "KeyboardInterrupt\n" : "\nKeyboardInterrupt\n");
        return true;
      }
      if (line == null) {
        if (!begun) {
          return false;
        }
        code = reader.end();
      } else if (!begun && line.indexOf('\n') >= 0) {
        return runAll(reader, line);
      } else {
        code = reader.add(line);
      }
    }
    runCode(code);
    return true;
  }

  /** Runs what was entered on several lines: one statement, or a pasted piece of a program. */
  private boolean runAll(StatementReader reader, String text) {
    for (CodeObject code : reader.all(text)) {
      runCode(code);
    }
    return true;
  }

  private void runCode(CodeObject code) {
    uncaught.interrupted = false;
    flags |= code.flags() & FUTURE_FLAGS;
    Evaluation.runCode(
        interpreter.mainThread(), LoadCode.of(code), main.dict(), main.dict(), PyFunction.NO_CELLS);
  }

  private String prompt(PyStr name) {
    PyObject text = interpreter.sysDict().get(name);
    try {
      return text == null ? "" : Objects.str(text).toString();
    } catch (PyException e) {
      return "";
    }
  }

  private void write(String text) {
    PyObject stderr = interpreter.sysDict().get(PyStr.interned("stderr"));
    if (stderr != null && stderr != PyNone.NONE) {
      Attributes.get(stderr, "write").call(PyStr.of(text));
      Attributes.get(stderr, "flush").call();
    }
  }

  private void flush(String name) {
    PyObject stream = interpreter.sysDict().get(PyStr.interned(name));
    if (stream == null || stream == PyNone.NONE) {
      return;
    }
    try {
      Attributes.get(stream, "flush").call();
    } catch (PyException e) {
      return;
    }
  }
}
