package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.locks.LockSupport;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.libc.Waiting;

/** The functions of {@code posix} that wait for child processes and take their status apart. */
final class PosixWaiting {
  static final StructSequenceType WAITID =
      StructSequenceType.of(
          "posix.waitid_result", 5, "si_pid", "si_uid", "si_signo", "si_status", "si_code");

  private static final int NO_HANG = 1;
  private static final int PIDFD_OPEN = 434;
  private static final long FIRST_NAP = 200_000;
  private static final long LONGEST_NAP = 10_000_000;

  private static final CFunction WAIT4 = new CFunction("wait4");
  private static final CFunction WAITID_CALL = new CFunction("waitid");
  private static final CFunction SYSCALL = CFunction.wide("syscall");

  private PosixWaiting() {}

  /** A call that is repeated until it has something to say. */
  private interface Ask {
    /** The process, 0 for none yet, -1 for an error. */
    int once(int options);
  }

  /**
   * Waits so that signal handlers run meanwhile: asks without waiting, then sleeps until the process
   * ends or, for others than one process, for a while.
   */
  private static int await(int pid, int options, Ask ask) {
    ThreadState thread = ThreadState.current();
    if ((options & NO_HANG) != 0 || thread != thread.interpreter.mainThread()) {
      return checked(ask.once(options));
    }
    long nap = FIRST_NAP;
    int watch = -1;
    try {
      while (true) {
        int found = checked(ask.once(options | NO_HANG));
        if (found != 0) {
          return found;
        }
        if (thread.pending) {
          thread.interpreter.runPending(thread);
        }
        if (pid > 0 && options == 0 && watch < 0) {
          watch = (int) SYSCALL.call(PIDFD_OPEN, pid, 0);
        }
        if (watch >= 0) {
          Waiting.untilReady(watch, Waiting.IN);
        } else {
          LockSupport.parkNanos(nap);
          nap = Math.min(nap * 2, LONGEST_NAP);
        }
      }
    } finally {
      if (watch >= 0) {
        KernelCalls.close(watch);
      }
    }
  }

  private static int checked(int result) {
    if (result == -1) {
      throw OsErrors.make(Libc.errno());
    }
    return result;
  }

  /** Waits for one child; its status. */
  static int statusOf(int pid) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment status = arena.allocate(8, 8);
      await(pid, 0, options -> (int) WAIT4.callAgain(pid, status.address(), options, 0));
      return status.get(Native.INT, 0);
    }
  }

  private static PyObject wait(int pid, int options, boolean usage) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment status = arena.allocate(8, 8);
      MemorySegment resources = arena.allocate(ResourceUsage.SIZE, 8);
      int found =
          await(
              pid,
              options,
              how -> (int) WAIT4.callAgain(pid, status.address(), how, resources.address()));
      PyObject number = PyLong.of(status.get(Native.INT, 0));
      return usage
          ? PyTuple.of(PyLong.of(found), number, ResourceUsage.of(resources))
          : PyTuple.of(PyLong.of(found), number);
    }
  }

  @Function("waitpid(pid, options, /)")
  static PyObject waitpid(int pid, int options) {
    return wait(pid, options, false);
  }

  @Function("wait()")
  static PyObject waitAny() {
    return wait(-1, 0, false);
  }

  @Function("wait3(options)")
  static PyObject wait3(int options) {
    return wait(-1, options, true);
  }

  @Function("wait4(pid, options)")
  static PyObject wait4(int pid, int options) {
    return wait(pid, options, true);
  }

  @Function("waitid(idtype, id, options, /)")
  static PyObject waitid(int kind, int id, int options) {
    int which = kind == 3 ? Descriptors.current().kernel(id) : id;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(128, 8);
      int found =
          await(
              0,
              options,
              how -> {
                info.fill((byte) 0);
                long result = WAITID_CALL.callAgain(kind, which, info.address(), how);
                return result == -1 ? -1 : info.get(Native.INT, 12);
              });
      if (found == 0) {
        return PyNone.NONE;
      }
      return WAITID.make(
          PyLong.of(info.get(Native.INT, 12)),
          PyLong.of(info.get(Native.INT, 16) & 0xffffffffL),
          PyLong.of(info.get(Native.INT, 0)),
          PyLong.of(info.get(Native.INT, 20)),
          PyLong.of(info.get(Native.INT, 8)));
    }
  }

  // ---- the parts of a status

  @Function("WCOREDUMP(status, /)")
  static boolean dumped(int status) {
    return (status & 0x80) != 0;
  }

  @Function("WIFCONTINUED(status)")
  static boolean ifContinued(int status) {
    return (status & 0xffff) == 0xffff;
  }

  @Function("WIFEXITED(status)")
  static boolean ifExited(int status) {
    return (status & 0x7f) == 0;
  }

  @Function("WEXITSTATUS(status)")
  static int exitStatus(int status) {
    return status >> 8 & 0xff;
  }

  @Function("WIFSIGNALED(status)")
  static boolean ifSignaled(int status) {
    return (status & 0x7f) != 0 && (status & 0x7f) != 0x7f;
  }

  @Function("WTERMSIG(status)")
  static int termSignal(int status) {
    return status & 0x7f;
  }

  @Function("WIFSTOPPED(status)")
  static boolean ifStopped(int status) {
    return (status & 0xff) == 0x7f;
  }

  @Function("WSTOPSIG(status)")
  static int stopSignal(int status) {
    return status >> 8 & 0xff;
  }

  @Function("waitstatus_to_exitcode(status)")
  static int exitCode(PyObject value) {
    int status = Arguments.toInt(value);
    if (ifExited(status)) {
      return exitStatus(status);
    }
    if (ifSignaled(status)) {
      return -termSignal(status);
    }
    if (ifStopped(status)) {
      throw Errors.valueError("process stopped by delivery of signal %d", stopSignal(status));
    }
    throw Errors.valueError("invalid wait status: %d", status);
  }
}
