package org.krait.cli;

import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.*;
import org.krait.stdlib.sys.PrintException;

/** Exceptions that nobody caught: what is shown of them, and the exit code that they mean. */
final class Uncaught {
  private final Interpreter interpreter;

  /** Whether a {@code KeyboardInterrupt} came this far: the process then ends as by the signal. */
  boolean interrupted;

  Uncaught(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /**
   * Shows an exception through {@code sys.excepthook}, or does what a {@code SystemExit} says.
   *
   * @throws Exit for a {@code SystemExit}, unless the prompt is to follow ({@code -i})
   */
  void show(PyException e) {
    PyBaseException value = e.value();
    if (e.is(PyExceptions.KeyboardInterrupt)) {
      interrupted = true;
    }
    exitOn(value);
    PyDict sys = interpreter.sysDict();
    sys.put(PyStr.interned("last_exc"), value);
    sys.put(PyStr.interned("last_type"), value.type());
    sys.put(PyStr.interned("last_value"), value);
    sys.put(PyStr.interned("last_traceback"), value.traceback());
    PyObject hook = sys.get(PyStr.interned("excepthook"));
    if (hook == null) {
      write("sys.excepthook is missing\n");
      print(value);
      return;
    }
    try {
      hook.call(value.type(), value, value.traceback());
    } catch (PyException second) {
      exitOn(second.value());
      write("Error in sys.excepthook:\n");
      print(second.value());
      write("\nOriginal exception was:\n");
      print(value);
    }
  }

  private void exitOn(PyBaseException value) {
    if (value instanceof PySystemExit && interpreter.options.inspect == 0) {
      PyObject code = Attributes.getOrNull(value, "code");
      throw new Exit(exitCode(code == null ? value : code));
    }
  }

  /** The exit code that {@code SystemExit} carries; what is no number is printed. */
  private int exitCode(PyObject code) {
    flush("stdout");
    if (code == PyNone.NONE) {
      return 0;
    }
    if (code instanceof PyInt number) {
      return number instanceof PyLong ? (int) number.longValue() & 0xff : 0xff;
    }
    String text;
    try {
      text = Objects.str(code).toString();
    } catch (PyException e) {
      text = "";
    }
    write(text + "\n");
    return 1;
  }

  private void print(PyObject value) {
    PyObject stderr = interpreter.sysDict().get(PyStr.interned("stderr"));
    if (stderr != null && stderr != PyNone.NONE) {
      PrintException.print(interpreter.mainThread(), value, stderr);
    }
  }

  private void write(String text) {
    PyObject stderr = interpreter.sysDict().get(PyStr.interned("stderr"));
    if (stderr == null || stderr == PyNone.NONE) {
      return;
    }
    try {
      Attributes.get(stderr, "write").call(PyStr.ofUnits(text));
    } catch (PyException e) {
      return;
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
