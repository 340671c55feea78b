package org.krait.cli;

import java.io.PrintStream;
import org.krait.runtime.Attributes;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Unraisable;
import org.krait.runtime.types.*;
import org.krait.stdlib.sys.PrintException;

/** Exceptions that nobody caught: what is shown of them, and the exit code that they mean. */
final class Uncaught {
  private static final int EXIT_MASK = 0xff;

  private final Interpreter interpreter;
  private final PrintStream err;

  /** Whether a {@code KeyboardInterrupt} came this far: the process then ends as by the signal. */
  boolean interrupted;

  /**
   * What shows the exceptions of an interpreter.
   *
   * @param err where it is shown when there is no {@code sys.stderr}
   */
  Uncaught(Interpreter interpreter, PrintStream err) {
    this.interpreter = interpreter;
    this.err = err;
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
    if (isForbidden(hook, value)) {
      return;
    }
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

  /** Whether an audit hook wants nothing to be shown, which it says by a {@code RuntimeError}. */
  private static boolean isForbidden(PyObject hook, PyBaseException value) {
    try {
      AuditHooks.audit(
          "sys.excepthook",
          hook == null ? PyNone.NONE : hook,
          value.type(),
          value,
          value.traceback());
    } catch (PyException e) {
      if (e.is(PyExceptions.RuntimeError)) {
        return true;
      }
      Unraisable.report(e, "Exception ignored in audit hook", null);
    }
    return false;
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
    if (code instanceof PyBigInt) {
      write("OverflowError: Python int too large to convert to C long\n");
      return EXIT_MASK;
    }
    if (code instanceof PyInt number) {
      return (int) number.longValue() & EXIT_MASK;
    }
    try {
      write(Objects.str(code) + "\n");
    } catch (PyException e) {
      write("\n");
      print(e.value());
    }
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
      err.print(text);
      return;
    }
    try {
      Attributes.get(stderr, "write").call(PyStr.of(text));
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
