package org.krait.cli.prompt;

import java.io.IOException;
import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.*;
import org.krait.stdlib.readline.LineEditor;
import org.krait.stdlib.readline.LineEditorProvider;

/** Opens the terminal for editing, where standard input and output are one. */
public final class TerminalEditors implements LineEditorProvider {
  @Override
  public LineEditor open(Interpreter interpreter) {
    if ("dumb".equals(interpreter.options.environment.getOrDefault("TERM", "dumb"))
        || !isTerminal(interpreter, "__stdin__")
        || !isTerminal(interpreter, "__stdout__")) {
      return null;
    }
    try {
      return new TerminalEditor(interpreter);
    } catch (IOException | IllegalStateException | NoClassDefFoundError e) {
      // Without a usable terminal, or without JLine, lines are read as they come.
      return null;
    }
  }

  private static boolean isTerminal(Interpreter interpreter, String name) {
    PyObject stream = interpreter.sysDict().get(PyStr.interned(name));
    try {
      return stream != null
          && stream != PyNone.NONE
          && Attributes.get(stream, "isatty").call() == PyBool.TRUE;
    } catch (PyException e) {
      return false;
    }
  }
}
