package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.signal.Signals;

/** The functions of {@code posix} about this process, its group and its session. */
final class PosixProcess {
  static final StructSequenceType TIMES =
      StructSequenceType.of(
          "posix.times_result", 5, "user", "system", "children_user", "children_system", "elapsed");

  private static final double TICKS = 100;

  private static final CFunction GETPPID = new CFunction("getppid");
  private static final CFunction KILL = new CFunction("kill");
  private static final CFunction KILLPG = new CFunction("killpg");
  private static final CFunction TIMES_CALL = CFunction.wide("times");
  private static final CFunction GETPGID = new CFunction("getpgid");
  private static final CFunction SETPGID = new CFunction("setpgid");
  private static final CFunction GETSID = new CFunction("getsid");
  private static final CFunction SETSID = new CFunction("setsid");
  private static final int ABORT_SIGNAL = 6;
  private static final CFunction ABORT = new CFunction("abort");

  private PosixProcess() {}

  @Function("getpid()")
  static long getpid() {
    return ProcessHandle.current().pid();
  }

  @Function("getppid()")
  static long getppid() {
    return Libc.isReady()
        ? GETPPID.call()
        : ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
  }

  @Function("kill(pid, signal, /)")
  static void kill(ThreadState thread, int pid, int signal) {
    Doors.audit("os.kill", PyLong.of(pid), PyLong.of(signal));
    if (pid == getpid() && Signals.of(thread.interpreter).raise(thread, signal)) {
      return;
    }
    Signals signals = Signals.of(thread.interpreter);
    long before = signals.arrivals();
    KILL.require(pid, signal);
    signals.settle(thread, pid == 0 || pid == -1 ? signal : 0, before);
  }

  @Function("killpg(pgid, signal, /)")
  static void killpg(ThreadState thread, int group, int signal) {
    Doors.audit("os.killpg", PyLong.of(group), PyLong.of(signal));
    Signals signals = Signals.of(thread.interpreter);
    long before = signals.arrivals();
    KILLPG.require(group, signal);
    signals.settle(thread, group == 0 || group == getpgrp() ? signal : 0, before);
  }

  @Function("times()")
  static PyObject times() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment four = arena.allocate(32, 8);
      long elapsed = TIMES_CALL.call(four.address());
      PyObject[] fields = new PyObject[5];
      for (int i = 0; i < 4; i++) {
        fields[i] = new PyFloat(four.get(Native.LONG, 8L * i) / TICKS);
      }
      fields[4] = new PyFloat(elapsed / TICKS);
      return TIMES.make(fields);
    }
  }

  @Function("getpgid(pid)")
  static int getpgid(int pid) {
    return (int) GETPGID.require(pid);
  }

  @Function("getpgrp()")
  static int getpgrp() {
    return (int) GETPGID.require(0);
  }

  @Function("setpgid(pid, pgrp, /)")
  static void setpgid(int pid, int group) {
    SETPGID.require(pid, group);
  }

  @Function("setpgrp()")
  static void setpgrp() {
    SETPGID.require(0, 0);
  }

  @Function("getsid(pid, /)")
  static int getsid(int pid) {
    return (int) GETSID.require(pid);
  }

  @Function("setsid()")
  static void setsid() {
    SETSID.require();
  }

  @Function("_exit(status)")
  static void exit(int status) {
    Runtime.getRuntime().halt(status & 0xff);
  }

  @Function("abort()")
  static void abort(ThreadState thread) {
    Signals.Watcher watcher = Signals.of(thread.interpreter).watcher(ABORT_SIGNAL);
    if (watcher != null) {
      watcher.arrived(ABORT_SIGNAL);
    }
    ABORT.call();
  }
}
