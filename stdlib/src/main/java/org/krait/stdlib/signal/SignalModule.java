package org.krait.stdlib.signal;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.NativeModule;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.os.OsErrors;

/**
 * The module {@code _signal}: signals by number and the handlers a program sets.
 *
 * <p>Handlers are kept for each interpreter and run by {@code raise_signal} only. Signals that the
 * kernel sends are not delivered to them yet: the Java machine's own handling stays in force.
 */
@BuiltinModule("_signal")
public final class SignalModule implements NativeModule {
  private static final PyLong DEFAULT = PyLong.of(0);
  private static final PyLong IGNORE = PyLong.of(1);
  private static final int KILL = 9;
  private static final int STOP = 19;
  private static final int PIPE = 13;
  private static final int FILE_SIZE = 25;

  private final PyObject[] handlers = new PyObject[SignalNames.COUNT];
  private final java.util.BitSet blocked = new java.util.BitSet();
  private int wakeup = -1;

  @Override
  public void exec(PyModule module) {
    SignalNames.enter(module.dict());
    module.dict().put(PyStr.interned("ItimerError"), PyExceptions.OSError);
    java.util.Arrays.fill(handlers, DEFAULT);
    handlers[PIPE] = IGNORE;
    handlers[FILE_SIZE] = IGNORE;
    handlers[SignalNames.INTERRUPT] = module.dict().get(PyStr.interned("default_int_handler"));
  }

  private static int checked(int number) {
    if (number < 1 || number >= SignalNames.COUNT) {
      throw Errors.valueError("signal number out of range");
    }
    return number;
  }

  @Function("default_int_handler(signalnum, frame, /)")
  static PyObject interrupt(int number, PyObject frame) {
    throw Errors.of(PyExceptions.KeyboardInterrupt);
  }

  @Function("signal(signalnum, handler, /)")
  synchronized PyObject set(ThreadState thread, int number, PyObject handler) {
    if (thread != thread.interpreter.mainThread()) {
      throw Errors.valueError("signal only works in main thread of the main interpreter");
    }
    checked(number);
    PyObject kept = handler instanceof PyInt ? disposition(handler) : handler;
    if (kept == null || !(kept instanceof PyInt) && !Objects.isCallable(kept)) {
      throw Errors.typeError(
          "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    }
    if (number == KILL || number == STOP || SignalNames.isReserved(number)) {
      throw OsErrors.make(OsErrors.EINVAL);
    }
    PyObject before = handlers[number];
    handlers[number] = kept;
    return before;
  }

  private static PyObject disposition(PyObject number) {
    return switch (Arguments.toInt(number)) {
      case 0 -> DEFAULT;
      case 1 -> IGNORE;
      default -> null;
    };
  }

  @Function("getsignal(signalnum, /)")
  synchronized PyObject get(int number) {
    return SignalNames.isReserved(checked(number)) ? PyNone.NONE : handlers[number];
  }

  /** Runs the handler at once; without one the signal goes to the process itself. */
  @Function("raise_signal(signalnum, /)")
  void raise(ThreadState thread, int number) {
    if (number < 0 || number >= SignalNames.COUNT) {
      throw OsErrors.make(OsErrors.EINVAL);
    }
    PyObject handler = number == 0 ? IGNORE : get(number);
    if (handler == DEFAULT) {
      SignalNames.endProcess(number);
    } else if (handler != IGNORE && handler != PyNone.NONE) {
      handler.call(PyLong.of(number), thread.frame == null ? PyNone.NONE : thread.frame);
    }
  }

  @Function("strsignal(signalnum, /)")
  static PyObject describe(int number) {
    String text = SignalNames.text(checked(number));
    return text == null ? PyNone.NONE : PyStr.of(text);
  }

  @Function("valid_signals()")
  static PyObject validSignals() {
    PySet numbers = PySet.of();
    for (int i = 1; i < SignalNames.COUNT; i++) {
      if (!SignalNames.isReserved(i)) {
        numbers.add(PyLong.of(i));
      }
    }
    return numbers;
  }

  /** Only remembered, as nothing is delivered that could write to it. */
  @Function(value = "set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)", textSignature = false)
  synchronized int setWakeup(int descriptor, boolean warn) {
    int before = wakeup;
    wakeup = descriptor < 0 ? -1 : descriptor;
    return before;
  }

  /** Java repeats interrupted calls itself, so that there is nothing to set. */
  @Function("siginterrupt(signalnum, flag, /)")
  static void setInterrupting(int number, int flag) {
    checked(number);
  }

  /** The mask is only remembered, one for the interpreter. */
  @Function("pthread_sigmask(how, mask, /)")
  synchronized PyObject mask(int how, PyObject mask) {
    java.util.BitSet wanted = numbers(mask);
    PyObject before = PySet.of(blocked.stream().mapToObj(PyLong::of).toArray(PyObject[]::new));
    switch (how) {
      case 0 -> blocked.or(wanted);
      case 1 -> blocked.andNot(wanted);
      case 2 -> {
        blocked.clear();
        blocked.or(wanted);
      }
      default -> throw OsErrors.make(OsErrors.EINVAL);
    }
    return before;
  }

  private static java.util.BitSet numbers(PyObject mask) {
    java.util.BitSet set = new java.util.BitSet();
    for (PyObject item : Iteration.toArray(mask)) {
      int number = Arguments.toInt(item);
      if (number < 1 || number >= SignalNames.COUNT) {
        throw Errors.valueError("signal number %d out of range [1; 64]", number);
      }
      set.set(number);
    }
    return set;
  }
}
