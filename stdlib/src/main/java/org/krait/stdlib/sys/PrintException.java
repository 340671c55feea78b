package org.krait.stdlib.sys;

import org.krait.runtime.Attributes;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;

/** Prints an exception with its traceback; groups through the library's {@code traceback}. */
public final class PrintException {
  private static final PyStr LIMIT = PyStr.interned("tracebacklimit");
  private static final PyStr FILE = PyStr.interned("file");

  private PrintException() {}

  /** With {@code sys.tracebacklimit}: the innermost entries, or no traceback at all. */
  private static void limited(PyObject traceback, PyObject value, PyInt limit, PyObject file) {
    if (limit.signum() > 0) {
      PyObject last = org.krait.runtime.Operators.sub(PyLong.ZERO, limit);
      PyStr[] names = {PyStr.interned("limit"), FILE};
      Attributes.get(traceback, "print_exception").call(new PyObject[] {value, last, file}, names);
      return;
    }
    PyObject made =
        Attributes.get(Attributes.get(traceback, "TracebackException"), "from_exception").call(value);
    for (String link : new String[] {"__cause__", "__context__"}) {
      for (PyObject at = made; at != PyNone.NONE; at = Attributes.get(at, link)) {
        Attributes.set(at, PyStr.interned("stack"), PyNone.NONE);
      }
    }
    Attributes.get(made, "print").call(new PyObject[] {file}, new PyStr[] {FILE});
  }

  /** Prints to a stream; whatever goes wrong on the way is swallowed, but for the plain words. */
  public static void print(ThreadState thread, PyObject value, PyObject file) {
    try {
      String text =
          value instanceof PyBaseException error ? ExceptionText.of(thread.interpreter, error) : null;
      if (text != null) {
        Attributes.get(file, "write").call(PyStr.of(text));
        flush(file);
        return;
      }
      PyObject traceback = thread.interpreter.importModule("traceback");
      if (thread.interpreter.sysDict().get(LIMIT) instanceof PyInt limit) {
        limited(traceback, value, limit, file);
      } else {
        PyStr[] names = {FILE};
        Attributes.get(traceback, "print_exception").call(new PyObject[] {value, file}, names);
      }
    } catch (PyException e) {
      plain(value, file);
    }
    flush(file);
  }

  private static void plain(PyObject value, PyObject file) {
    try {
      String text = value.type().name() + ": " + Objects.str(value) + "\n";
      Attributes.get(file, "write").call(PyStr.of(text));
    } catch (PyException e) {
      System.err.println(value.type().name());
    }
  }

  private static void flush(PyObject file) {
    try {
      Attributes.get(file, "flush").call();
    } catch (PyException e) {
      return;
    }
  }
}
