package org.krait.stdlib.signal;

import java.util.SortedSet;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.StructSequenceType;

/** The functions of {@code _signal} that block signals and wait for blocked ones. */
final class SignalMasks {
  static final StructSequenceType INFORMATION =
      StructSequenceType.of(
          "signal.struct_siginfo", 7, "si_signo", "si_code", "si_errno", "si_pid", "si_uid",
          "si_status", "si_band");

  private SignalMasks() {}

  private static PyObject numbers(SortedSet<Integer> set) {
    PyObject[] numbers = new PyObject[set.size()];
    int at = 0;
    for (int number : set) {
      numbers[at++] = PyLong.of(number);
    }
    return PySet.of(numbers);
  }

  @Function("pthread_sigmask(how, mask, /)")
  static PyObject mask(ThreadState thread, int how, PyObject mask) {
    SortedSet<Integer> wanted = SignalSets.read(mask);
    return numbers(Signals.of(thread.interpreter).changeMask(thread, how, wanted));
  }

  @Function("sigpending()")
  static PyObject pending(ThreadState thread) {
    return numbers(Signals.of(thread.interpreter).pending());
  }

  @Function("sigwait(sigset, /)")
  static int sigwait(ThreadState thread, PyObject set) {
    return Signals.of(thread.interpreter).take(thread, SignalSets.read(set), -1);
  }

  /** Who sent it the Java machine does not say: this process, as it were. */
  private static PyObject information(int number) {
    PyObject zero = PyLong.ZERO;
    return INFORMATION.make(
        PyLong.of(number), zero, zero, PyLong.of(ProcessHandle.current().pid()),
        org.krait.stdlib.os.Identity.getuid(), zero, zero);
  }

  @Function("sigwaitinfo(sigset, /)")
  static PyObject sigwaitinfo(ThreadState thread, PyObject set) {
    return information(Signals.of(thread.interpreter).take(thread, SignalSets.read(set), -1));
  }

  @Function("sigtimedwait(sigset, timeout, /)")
  static PyObject sigtimedwait(ThreadState thread, PyObject set, PyObject timeout) {
    double seconds =
        timeout instanceof PyFloat number ? number.doubleValue() : Arguments.index(timeout).doubleValue();
    if (seconds < 0) {
      throw Errors.valueError("timeout must be non-negative");
    }
    SortedSet<Integer> wanted = SignalSets.read(set);
    int number =
        Signals.of(thread.interpreter).take(thread, wanted, (long) (Math.min(seconds, 9e9) * 1e9));
    return number == 0 ? PyNone.NONE : information(number);
  }

  @Function("pause()")
  static void pause(ThreadState thread) {
    Signals.of(thread.interpreter).pause(thread);
  }
}
