package org.krait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.ModuleIndex;
import org.krait.stdlib.builtins.Evaluation;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.ParseOptions.Mode;

/** Calls of builtins and of special methods, right and wrong ones, against recorded answers. */
class BuiltinCallsTest {
  private static final String ARROW = "  =>  ";
  private static final String DIFFERS = "! ";
  private static final String CLASS_MAKER = "lambda base, **ns: type('C', (base,), ns)";

  @Test
  void answersAreThoseOfCPython() throws IOException {
    Interpreter interpreter = new Interpreter(List.of(new ModuleIndex()), new org.krait.runtime.Options());
    ThreadState before = ThreadState.enter(interpreter.mainThread());
    try {
      interpreter.boot();
      PyDict globals = new PyDict();
      globals.put(PyStr.interned("C"), evaluate(interpreter, CLASS_MAKER, globals));
      List<String> expected = new ArrayList<>();
      List<String> answers = new ArrayList<>();
      for (String line : lines()) {
        boolean differs = line.startsWith(DIFFERS);
        String recorded = differs ? line.substring(DIFFERS.length()) : line;
        String expression = recorded.substring(0, recorded.indexOf(ARROW));
        String answer = expression + ARROW + answer(interpreter, expression, globals);
        if (answer.equals(recorded) == differs) {
          expected.add(line);
          answers.add(answer);
        }
      }
      assertEquals(String.join("\n", expected), String.join("\n", answers));
    } finally {
      ThreadState.enter(before);
    }
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = BuiltinCallsTest.class.getResourceAsStream("builtin-calls.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains(ARROW))
          .toList();
    }
  }

  private static String answer(Interpreter interpreter, String expression, PyDict globals) {
    try {
      return Objects.repr(evaluate(interpreter, expression, globals)).toString();
    } catch (PyException e) {
      return "raises " + e.value().type().name() + ": " + Objects.str(e.value());
    } catch (RuntimeException | StackOverflowError e) {
      return "fails with " + e;
    }
  }

  private static PyObject evaluate(Interpreter interpreter, String expression, PyDict globals) {
    var code =
        PythonCompiler.compile(
            expression, "<test>", new CompileOptions(Mode.EVAL, 0, 0), DiagnosticListener.NONE);
    return Evaluation.runCode(
        interpreter.mainThread(), LoadCode.of(code), globals, globals, PyFunction.NO_CELLS);
  }
}
