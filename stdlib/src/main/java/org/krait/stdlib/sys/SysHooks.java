package org.krait.stdlib.sys;

import org.krait.annotations.Function;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.types.*;

/** The hooks of {@code sys}: how values and exceptions are shown. */
public final class SysHooks {
  private static final PyStr STDERR = PyStr.interned("stderr");

  private SysHooks() {}

  @Function("displayhook(object, /)")
  static void displayHook(ThreadState thread, PyObject object) {
    if (object == PyNone.NONE) {
      return;
    }
    PyDict builtins = thread.interpreter.builtins();
    builtins.put(PyStr.interned("_"), PyNone.NONE);
    PyObject out = thread.interpreter.sysDict().get(PyStr.interned("stdout"));
    if (out == null || out == PyNone.NONE) {
      throw Errors.runtimeError("lost sys.stdout");
    }
    PyObject write = Attributes.get(out, "write");
    write.call(shown(out, Objects.repr(object)));
    write.call(PyStr.of("\n"));
    builtins.put(PyStr.interned("_"), object);
  }

  /** The repr, with escapes where the stream's encoding cannot say it. */
  private static PyObject shown(PyObject out, PyStr repr) {
    PyObject encoding = Attributes.getOrNull(out, "encoding");
    if (!(encoding instanceof PyStr)) {
      return repr;
    }
    try {
      Attributes.get(repr, "encode").call(encoding);
      return repr;
    } catch (PyException e) {
      if (!e.is(PyExceptions.UnicodeEncodeError)) {
        throw e;
      }
      PyObject bytes = Attributes.get(repr, "encode").call(encoding, PyStr.of("backslashreplace"));
      return Attributes.get(bytes, "decode").call(encoding);
    }
  }

  @Function("excepthook(exctype, value, traceback, /)")
  static void exceptHook(ThreadState thread, PyObject type, PyObject value, PyObject traceback) {
    PyObject stderr = thread.interpreter.sysDict().get(STDERR);
    if (stderr == null || stderr == PyNone.NONE) {
      return;
    }
    if (!(value instanceof PyBaseException)) {
      PyObject write = Attributes.get(stderr, "write");
      write.call(
          PyStr.of(
              "TypeError: print_exception(): Exception expected for value, "
                  + value.type().fullName()
                  + " found\n"));
      return;
    }
    PrintException.print(thread, value, stderr);
  }

  @Function("unraisablehook(unraisable, /)")
  static void unraisableHook(ThreadState thread, PyObject unraisable) {
    if (unraisable.type() != Unraisable.ARGS.type()) {
      throw Errors.typeError("sys.unraisablehook argument type must be UnraisableHookArgs");
    }
    showUnraisable(thread.interpreter, unraisable);
  }

  /** Writes what happened to what; of the exception its own traceback and message, not what led to it. */
  static void showUnraisable(Interpreter interpreter, PyObject unraisable) {
    PyObject stderr = interpreter.sysDict().get(STDERR);
    if (stderr == null || stderr == PyNone.NONE) {
      return;
    }
    PyObject message = Attributes.get(unraisable, "err_msg");
    PyObject object = Attributes.get(unraisable, "object");
    StringBuilder text = new StringBuilder();
    if (object != PyNone.NONE) {
      text.append(message == PyNone.NONE ? "Exception ignored in" : Objects.str(message)).append(": ");
      try {
        text.append(Objects.repr(object));
      } catch (PyException e) {
        text.append("<object repr() failed>");
      }
      text.append('\n');
    } else if (message != PyNone.NONE) {
      text.append(Objects.str(message)).append(":\n");
    }
    ExceptionText.unraisable(
        interpreter,
        Attributes.get(unraisable, "exc_type"),
        Attributes.get(unraisable, "exc_value"),
        Attributes.get(unraisable, "exc_traceback"),
        text);
    Attributes.get(stderr, "write").call(PyStr.of(text.toString()));
    Attributes.get(stderr, "flush").call();
  }

  @Function(value = "breakpointhook(*args, **kws)", textSignature = false)
  static PyObject breakpointHook(ThreadState thread, PyObject[] args, PyStr[] names) {
    String target = variable(thread, "PYTHONBREAKPOINT");
    if (target == null || target.isEmpty()) {
      target = "pdb.set_trace";
    }
    if (target.equals("0")) {
      return PyNone.NONE;
    }
    PyObject hook = imported(thread, target);
    if (hook != null) {
      return hook.call(args, names);
    }
    org.krait.runtime.Warnings.warn(
        PyExceptions.RuntimeWarning, "Ignoring unimportable $PYTHONBREAKPOINT: \"" + target + "\"", 1);
    return PyNone.NONE;
  }

  /** An environment variable as the program sees it: it may have changed {@code os.environ}. */
  private static String variable(ThreadState thread, String name) {
    PyObject os = thread.interpreter.loadedModule("os");
    if (os == null) {
      return System.getenv(name);
    }
    PyObject value = Attributes.get(Attributes.get(os, "environ"), "get").call(PyStr.of(name));
    return value == PyNone.NONE ? null : value.toString();
  }

  /** What {@code module.name} or a builtin's name stands for, or null. */
  private static PyObject imported(ThreadState thread, String target) {
    int dot = target.lastIndexOf('.');
    if (dot == 0) {
      return null;
    }
    try {
      PyObject module =
          thread.interpreter.importModule(dot < 0 ? "builtins" : target.substring(0, dot));
      return Attributes.getOrNull(module, target.substring(dot + 1));
    } catch (PyException e) {
      if (e.is(PyExceptions.ImportError)) {
        return null;
      }
      throw e;
    }
  }
}
