package org.krait.stdlib.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.NativeModule;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.os.OsErrors;

/** The module {@code _signal}: handlers, and raising; masks and timers are in parts of it. */
@BuiltinModule(value = "_signal", parts = {SignalMasks.class, SignalTimers.class, SignalWakeup.class})
public final class SignalModule implements NativeModule {
  private static final int KILL = 9;
  private static final int STOP = 19;

  private static final CFunction KILL_CALL = new CFunction("kill");
  private static final CFunction GETPID = new CFunction("getpid");
  private static final CFunction SYSCALL = CFunction.wide("syscall");
  private static final int PIDFD_SEND_SIGNAL = 424;

  @Override
  public void exec(PyModule module) {
    PyDict dict = module.dict();
    SignalNames.enter(dict);
    dict.put(PyStr.interned("ItimerError"), SignalTimers.ERROR);
    dict.put(PyStr.interned("struct_siginfo"), SignalMasks.INFORMATION.type());
    Interpreter interpreter = ThreadState.current().interpreter;
    Signals.of(interpreter).attach(dict.get(PyStr.interned("default_int_handler")));
  }

  static int checked(int number) {
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
  static PyObject set(ThreadState thread, int number, PyObject handler) {
    if (thread != thread.interpreter.mainThread() || thread.interpreter.number != 0) {
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
    Signals.runPending(thread);
    return Signals.of(thread.interpreter).setHandler(number, kept);
  }

  private static PyObject disposition(PyObject number) {
    return switch (Arguments.toInt(number)) {
      case 0 -> Signals.DEFAULT;
      case 1 -> Signals.IGNORE;
      default -> null;
    };
  }

  @Function("getsignal(signalnum, /)")
  static PyObject get(ThreadState thread, int number) {
    return Signals.of(thread.interpreter).handler(checked(number));
  }

  @Function("raise_signal(signalnum, /)")
  static void raise(ThreadState thread, int number) {
    if (number < 0 || number >= SignalNames.COUNT) {
      throw OsErrors.make(OsErrors.EINVAL);
    }
    if (!Signals.of(thread.interpreter).raise(thread, number)) {
      KILL_CALL.require(GETPID.call(), number);
    }
    Signals.runPending(thread);
  }

  @Function("pthread_kill(thread_id, signalnum, /)")
  static void killThread(ThreadState thread, long id, int number) {
    AuditHooks.audit("signal.pthread_kill", PyLong.of(id), PyLong.of(number));
    if (number < 0 || number >= SignalNames.COUNT) {
      throw OsErrors.make(OsErrors.EINVAL);
    }
    if (number != 0) {
      raise(thread, number);
    }
  }

  @Function("pidfd_send_signal(pidfd, signalnum, siginfo=None, flags=0, /)")
  static void sendByDescriptor(
      ThreadState thread, int descriptor, int number, PyObject information, int flags) {
    if (information != PyNone.NONE) {
      throw Errors.typeError("siginfo must be None");
    }
    int kernel = org.krait.stdlib.os.Descriptors.current().kernel(descriptor);
    Signals signals = Signals.of(thread.interpreter);
    long before = signals.arrivals();
    SYSCALL.require(PIDFD_SEND_SIGNAL, kernel, number, 0, flags);
    signals.settle(thread, isThisProcess(kernel) ? number : 0, before);
  }

  private static boolean isThisProcess(int descriptor) {
    try {
      Path information = Path.of("/proc/self/fdinfo/" + descriptor);
      return Files.readString(information).contains("Pid:\t" + GETPID.call() + "\n");
    } catch (IOException e) {
      return false;
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

  @Function("siginterrupt(signalnum, flag, /)")
  static void setInterrupting(ThreadState thread, int number, int flag) {
    checked(number);
    if (SignalNames.isReserved(number) || number == KILL || number == STOP) {
      throw OsErrors.make(OsErrors.EINVAL);
    }
    Signals.of(thread.interpreter).setInterrupting(number, flag != 0);
  }
}
