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
import org.krait.stdlib.os.OsErrors;
import org.krait.stdlib.signal.Signals;

/**
 * The module {@code faulthandler}. What {@code enable} asks for is done when the program itself raises one
 * of the fatal signals or aborts. When the kernel sends one, the Java machine ends the process with a
 * report of its own, because no Java code can run then.
 */
@BuiltinModule(value = "faulthandler", parts = CrashFunctions.class, doc = "Shows what threads are doing.")
public final class FaultHandlerModule {
  private FatalSignals fatal;
  private Watchdog watchdog;

  @Function(value = "enable(file=NULL, all_threads=True)", textSignature = false)
  void enable(ThreadState thread, PyObject file, boolean allThreads) {
    OpenFile target = target(thread, file);
    fatal = new FatalSignals(thread.interpreter, target, allThreads);
    fatal.install(fatal);
  }

  @Function(value = "disable()", textSignature = false)
  boolean disable() {
    if (fatal == null) {
      return false;
    }
    fatal.install(null);
    fatal = null;
    return true;
  }

  @Function(value = "is_enabled()", textSignature = false)
  boolean isEnabled() {
    return fatal != null;
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
  static void register(
      ThreadState thread, int number, PyObject file, boolean allThreads, boolean chain) {
    checkUserSignal(number);
    OpenFile target = target(thread, file);
    Signals signals = Signals.of(thread.interpreter);
    if (!Signals.canTrap(number)) {
      throw OsErrors.make(OsErrors.EINVAL);
    }
    signals.watch(number, new UserSignal(thread.interpreter, target, allThreads, chain));
  }

  @Function(value = "unregister(signum, /)", textSignature = false)
  static boolean unregister(ThreadState thread, int number) {
    checkUserSignal(number);
    Signals signals = Signals.of(thread.interpreter);
    boolean isRegistered = signals.watcher(number) instanceof UserSignal;
    if (isRegistered) {
      signals.watch(number, null);
    }
    return isRegistered;
  }

  private static void checkUserSignal(int number) {
    if (FatalSignals.isFatal(number)) {
      throw Errors.runtimeError("signal %d cannot be registered, use enable() instead", number);
    }
    if (number < 1 || number > 64) {
      throw Errors.valueError("signal number out of range");
    }
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
