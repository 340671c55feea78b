package org.krait.stdlib.sys;

import org.krait.runtime.Attributes;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;

/** Prints an exception with its traceback, through the library's {@code traceback} when it can be had. */
public final class PrintException {
  private PrintException() {}

  /** Prints to a stream; whatever goes wrong on the way is swallowed, but for the plain words. */
  public static void print(ThreadState thread, PyObject value, PyObject file) {
    try {
      PyObject traceback = thread.interpreter.importModule("traceback");
      PyStr[] names = {PyStr.interned("file")};
      Attributes.get(traceback, "print_exception").call(new PyObject[] {value, file}, names);
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
