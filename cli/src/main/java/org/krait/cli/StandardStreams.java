package org.krait.cli;

import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Options;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.*;

/** {@code sys.stdin}, {@code sys.stdout} and {@code sys.stderr}. */
final class StandardStreams {
  private static final PyStr[] TEXT_OPTIONS = {
    PyStr.interned("encoding"), PyStr.interned("errors"), PyStr.interned("newline"),
    PyStr.interned("line_buffering"), PyStr.interned("write_through")
  };
  private static final PyStr[] OPEN_OPTIONS = {
    PyStr.interned("buffering"), PyStr.interned("closefd")
  };

  private StandardStreams() {}

  static void install(Interpreter interpreter) {
    PyObject io = interpreter.importModule("_io");
    PyDict sys = interpreter.sysDict();
    interpreter.builtins().put(PyStr.interned("open"), Attributes.get(io, "open"));
    String[] names = {"stdin", "stdout", "stderr"};
    for (int i = 0; i < names.length; i++) {
      PyObject stream = stream(interpreter.options, io, names[i], i);
      sys.put(PyStr.interned(names[i]), stream);
      sys.put(PyStr.interned("__" + names[i] + "__"), stream);
    }
  }

  private static PyObject stream(Options options, PyObject io, String name, int number) {
    boolean write = number != 0;
    boolean unbuffered = write && options.unbuffered;
    PyObject raw =
        Attributes.get(io, "open")
            .call(
                new PyObject[] {
                  PyLong.of(number), PyStr.of(write ? "wb" : "rb"),
                  PyLong.of(unbuffered ? 0 : -1), PyBool.FALSE
                },
                OPEN_OPTIONS);
    boolean terminal =
        Attributes.get(raw, "isatty").call() == PyBool.TRUE;
    PyObject file = unbuffered ? raw : Attributes.get(raw, "raw");
    Attributes.set(file, PyStr.interned("name"), PyStr.of("<" + name + ">"));
    String errors =
        number == 2 ? "backslashreplace" : options.stdioErrors != null ? options.stdioErrors : "strict";
    PyObject text =
        Attributes.get(io, "TextIOWrapper")
            .call(
                new PyObject[] {
                  raw,
                  PyStr.of(options.stdioEncoding == null ? "utf-8" : options.stdioEncoding),
                  PyStr.of(errors),
                  write ? PyStr.of("\n") : PyNone.NONE,
                  PyBool.of(terminal || number == 2),
                  PyBool.of(unbuffered)
                },
                TEXT_OPTIONS);
    Attributes.set(text, PyStr.interned("mode"), PyStr.of(write ? "w" : "r"));
    return text;
  }

  /** Flushes what the program left; false when standard output could not take it. */
  static boolean flush(Interpreter interpreter) {
    boolean good = flush(interpreter, "stdout");
    flush(interpreter, "stderr");
    return good;
  }

  private static boolean flush(Interpreter interpreter, String name) {
    PyObject stream = interpreter.sysDict().get(PyStr.interned(name));
    if (stream == null || stream == PyNone.NONE) {
      return true;
    }
    try {
      if (Attributes.getOrNull(stream, "closed") != PyBool.TRUE) {
        Attributes.get(stream, "flush").call();
      }
      return true;
    } catch (PyException e) {
      return false;
    }
  }
}
