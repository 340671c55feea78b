package org.krait.cli;

import org.krait.runtime.Attributes;
import org.krait.runtime.Finalizers;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Options;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.types.*;
import org.krait.stdlib.os.Descriptors;

/** {@code sys.stdin}, {@code sys.stdout} and {@code sys.stderr}. */
final class StandardStreams {
  private static final PyStr[] TEXT_OPTIONS = {
    PyStr.interned("encoding"), PyStr.interned("errors"), PyStr.interned("newline"),
    PyStr.interned("line_buffering"), PyStr.interned("write_through")
  };
  private static final PyStr[] OPEN_OPTIONS = {
    PyStr.interned("buffering"), PyStr.interned("closefd")
  };
  private static final int DEFAULT_BUFFER = -1;

  private StandardStreams() {}

  static void install(Interpreter interpreter) throws SettingError {
    PyObject io = interpreter.importModule("_io");
    PyDict sys = interpreter.sysDict();
    interpreter.builtins().put(PyStr.interned("open"), Attributes.get(io, "open"));
    String encoding = encoding(interpreter);
    String[] names = {"stdin", "stdout", "stderr"};
    for (int i = 0; i < names.length; i++) {
      PyObject stream =
          Descriptors.current().isOpen(i)
              ? stream(interpreter.options, io, encoding, names[i], i)
              : PyNone.NONE;
      sys.put(PyStr.interned(names[i]), stream);
      sys.put(PyStr.interned("__" + names[i] + "__"), stream);
    }
  }

  /** The codec's own name for the encoding that {@code PYTHONIOENCODING} asks for. */
  private static String encoding(Interpreter interpreter) throws SettingError {
    String wanted = interpreter.options.stdioEncoding;
    if (wanted == null) {
      return "utf-8";
    }
    try {
      PyObject codec =
          Attributes.get(interpreter.importModule("_codecs"), "lookup").call(PyStr.of(wanted));
      return Attributes.get(codec, "name").toString();
    } catch (PyException e) {
      throw new SettingError(
          "init_stdio_encoding: failed to get the Python codec name of the stdio encoding",
          "core initialized\nLookupError: unknown encoding: " + wanted);
    }
  }

  private static PyObject stream(
      Options options, PyObject io, String encoding, String name, int number) throws SettingError {
    boolean write = number != 0;
    boolean unbuffered = write && options.unbuffered;
    PyObject[] args = {
      PyLong.of(number),
      PyStr.of(write ? "wb" : "rb"),
      PyLong.of(unbuffered ? 0 : DEFAULT_BUFFER),
      PyBool.FALSE
    };
    PyObject binary;
    try {
      binary = Attributes.get(io, "open").call(args, OPEN_OPTIONS);
    } catch (PyException e) {
      if (e.is(PyExceptions.IsADirectoryError)) {
        throw new SettingError(
            "init_sys_streams: <stdin> is a directory, cannot continue", "core initialized");
      }
      throw e;
    }
    PyObject raw = unbuffered ? binary : Attributes.get(binary, "raw");
    Attributes.set(raw, PyStr.interned("name"), PyStr.of("<" + name + ">"));
    boolean byLine =
        !options.unbuffered
            && (number == 2 || Attributes.get(raw, "isatty").call() == PyBool.TRUE);
    PyObject text =
        Attributes.get(io, "TextIOWrapper")
            .call(
                new PyObject[] {
                  binary,
                  PyStr.of(encoding),
                  PyStr.of(number == 2 ? "backslashreplace" : options.stdioErrors),
                  PyStr.of("\n"),
                  PyBool.of(byLine),
                  PyBool.of(options.unbuffered)
                },
                TEXT_OPTIONS);
    Attributes.set(text, PyStr.interned("mode"), PyStr.of(write ? "w" : "r"));
    if (text instanceof Finalizers.Watched stream) {
      // It is flushed at the end, and never closed.
      Finalizers.forget(ThreadState.current(), stream);
    }
    return text;
  }

  /** Writes out what the program left; false when standard output or error could not take it. */
  static boolean flush(Interpreter interpreter) {
    PyObject stdout = interpreter.sysDict().get(PyStr.interned("stdout"));
    boolean good = true;
    try {
      flush(stdout);
    } catch (PyException e) {
      Unraisable.report(e, null, stdout);
      good = false;
    }
    try {
      flush(interpreter.sysDict().get(PyStr.interned("stderr")));
    } catch (PyException e) {
      good = false;
    }
    return good;
  }

  private static void flush(PyObject stream) {
    if (stream != null
        && stream != PyNone.NONE
        && Attributes.getOrNull(stream, "closed") != PyBool.TRUE) {
      Attributes.get(stream, "flush").call();
    }
  }
}
