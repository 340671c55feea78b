package org.krait.stdlib.fault;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.OpenFile;

/**
 * The module {@code faulthandler}. The JVM shows its own report when the process dies of a signal, so
 * that {@code enable} changes nothing but what {@code is_enabled} says.
 */
@BuiltinModule(value = "faulthandler", doc = "Shows what threads are doing.")
public final class FaultHandlerModule {
  private boolean enabled;
  private Watchdog watchdog;

  @Function(value = "enable(file=NULL, all_threads=True)", textSignature = false)
  void enable(ThreadState thread, PyObject file, boolean allThreads) {
    target(thread, file);
    enabled = true;
  }

  @Function(value = "disable()", textSignature = false)
  boolean disable() {
    boolean before = enabled;
    enabled = false;
    return before;
  }

  @Function(value = "is_enabled()", textSignature = false)
  boolean isEnabled() {
    return enabled;
  }

  @Function(value = "dump_traceback(file=NULL, all_threads=True)", textSignature = false)
  static void dumpTraceback(ThreadState thread, PyObject file, boolean allThreads) {
    OpenFile target = target(thread, file);
    StackText text = new StackText();
    if (allThreads) {
      text.threads(thread.interpreter, thread);
    } else {
      text.stack(thread);
    }
    text.writeTo(target);
  }

  @Function(
      value = "dump_traceback_later(timeout, repeat=False, file=NULL, exit=False)",
      textSignature = false)
  void dumpTracebackLater(
      ThreadState thread, PyObject timeout, boolean repeat, PyObject file, boolean exit) {
    double seconds = seconds(timeout);
    if (seconds <= 0) {
      throw Errors.valueError("timeout must be greater than 0");
    }
    OpenFile target = target(thread, file);
    cancel();
    watchdog = new Watchdog(thread.interpreter, target, (long) (seconds * 1e6), repeat, exit);
    watchdog.start();
  }

  private static double seconds(PyObject timeout) {
    return timeout instanceof PyInt
            || timeout instanceof PyFloat
        ? Arguments.toDouble(timeout)
        : Arguments.index(timeout).doubleValue();
  }

  @Function(value = "cancel_dump_traceback_later()", textSignature = false)
  void cancel() {
    if (watchdog != null) {
      watchdog.cancel();
      watchdog = null;
    }
  }

  @Function(
      value = "register(signum, file=NULL, all_threads=True, chain=False)",
      textSignature = false)
  static void register(int signal, PyObject file, boolean allThreads, boolean chain) {
    throw Errors.notImplementedError(
        "faulthandler.register() needs handlers of signals that run outside Python; Krait has none");
  }

  @Function(value = "unregister(signum, /)", textSignature = false)
  static boolean unregister(int signal) {
    return false;
  }

  /** The file that a {@code file} argument means: a descriptor, a file object, or the error stream. */
  private static OpenFile target(ThreadState thread, PyObject file) {
    PyObject stream = file;
    if (stream == null || stream == PyNone.NONE) {
      stream = thread.interpreter.sysDict().get(PyStr.interned("stderr"));
      if (stream == null) {
        throw Errors.runtimeError("unable to get sys.stderr");
      }
      if (stream == PyNone.NONE) {
        throw Errors.runtimeError("sys.stderr is None");
      }
    } else if (stream instanceof PyInt number && !(stream instanceof PyBool)) {
      if (number.signum() < 0) {
        throw Errors.valueError("file is not a valid file descriptor");
      }
      return open(number);
    }
    PyObject number = Attributes.get(stream, "fileno").call();
    if (!(number instanceof PyInt descriptor) || descriptor.signum() < 0) {
      throw Errors.runtimeError("file.fileno() is not a valid file descriptor");
    }
    flush(stream);
    return open(descriptor);
  }

  /** The file of a descriptor; null when it is not open: then nothing is shown. */
  private static OpenFile open(PyInt number) {
    int descriptor = (int) Math.min(number.longValue(), Integer.MAX_VALUE);
    Descriptors table = Descriptors.current();
    return table.isOpen(descriptor) ? table.get(descriptor) : null;
  }

  private static void flush(PyObject stream) {
    try {
      Attributes.get(stream, "flush").call();
    } catch (PyException e) {
      if (!e.is(PyExceptions.Exception)) {
        throw e;
      }
    }
  }
}
