package org.krait.cli;

import java.util.function.Predicate;
import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.*;

/** Lines of standard input that is no terminal, or one without line editing: prompts go to stderr. */
final class PlainInput implements LineInput {
  private final Interpreter interpreter;
  private final PyObject stdin;

  PlainInput(Interpreter interpreter) {
    this.interpreter = interpreter;
    this.stdin = interpreter.sysDict().get(PyStr.interned("stdin"));
  }

  @Override
  public String readStatement(String prompt, String continuation, Predicate<String> needsMore) {
    PyObject stderr = interpreter.sysDict().get(PyStr.interned("stderr"));
    if (stderr != null && stderr != PyNone.NONE) {
      Attributes.get(stderr, "write").call(PyStr.of(prompt));
      Attributes.get(stderr, "flush").call();
    }
    if (stdin == null || stdin == PyNone.NONE) {
      return null;
    }
    String line;
    try {
      line = Attributes.get(stdin, "readline").call().toString();
    } catch (PyException e) {
      if (e.is(PyExceptions.OSError) || e.is(PyExceptions.ValueError)) {
        // The program has closed it.
        return null;
      }
      throw e;
    }
    if (line.isEmpty()) {
      return null;
    }
    return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
  }

  @Override
  public boolean endsLine() {
    return false;
  }
}
