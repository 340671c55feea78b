package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;

/** The functions of {@code posix} about priorities, scheduling, and the processors a process may use. */
final class PosixScheduling {
  static final StructSequenceType PARAM =
      StructSequenceType.ofOne("posix.sched_param", "sched_priority");

  private static final int SET_SIZE = 1024;

  private static final CFunction NICE = new CFunction("nice");
  private static final CFunction GETPRIORITY = new CFunction("getpriority");
  private static final CFunction SETPRIORITY = new CFunction("setpriority");
  private static final CFunction PRIORITY_MAX = new CFunction("sched_get_priority_max");
  private static final CFunction PRIORITY_MIN = new CFunction("sched_get_priority_min");
  private static final CFunction GETSCHEDULER = new CFunction("sched_getscheduler");
  private static final CFunction SETSCHEDULER = new CFunction("sched_setscheduler");
  private static final CFunction GETPARAM = new CFunction("sched_getparam");
  private static final CFunction SETPARAM = new CFunction("sched_setparam");
  private static final CFunction RR_INTERVAL = new CFunction("sched_rr_get_interval");
  private static final CFunction YIELD = new CFunction("sched_yield");
  private static final CFunction GETAFFINITY = new CFunction("sched_getaffinity");
  private static final CFunction SETAFFINITY = new CFunction("sched_setaffinity");
  private static final CFunction UNSHARE = new CFunction("unshare");
  private static final CFunction SETNS = new CFunction("setns");

  private PosixScheduling() {}

  /** As {@code nice} and {@code getpriority}, where -1 is a good answer too. */
  private static int maybeMinusOne(CFunction call, long... args) {
    Libc.clearErrno();
    int result = call.callInt(args);
    if (result == -1 && Libc.errno() != 0) {
      throw OsErrors.make(Libc.errno());
    }
    return result;
  }

  @Function("nice(increment, /)")
  static int nice(int increment) {
    return maybeMinusOne(NICE, increment);
  }

  @Function("getpriority(which, who)")
  static int getpriority(int which, int who) {
    return maybeMinusOne(GETPRIORITY, which, who);
  }

  @Function("setpriority(which, who, priority)")
  static void setpriority(int which, int who, int priority) {
    SETPRIORITY.require(which, who, priority);
  }

  @Function("sched_get_priority_max(policy)")
  static int priorityMax(int policy) {
    return (int) PRIORITY_MAX.require(policy);
  }

  @Function("sched_get_priority_min(policy)")
  static int priorityMin(int policy) {
    return (int) PRIORITY_MIN.require(policy);
  }

  @Function("sched_getscheduler(pid, /)")
  static int getscheduler(int pid) {
    return (int) GETSCHEDULER.require(pid);
  }

  /** The number in a {@code sched_param}. */
  static int priority(PyObject parameter) {
    if (parameter.type() != PARAM.type()) {
      throw Errors.typeError("must have a sched_param object");
    }
    PyInt number = Arguments.index(((PyTuple) parameter).get(0));
    if (!number.fitsLong() || number.longValue() != (int) number.longValue()) {
      throw Errors.overflowError("sched_priority out of range");
    }
    return (int) number.longValue();
  }

  private static MemorySegment parameter(Arena arena, PyObject parameter) {
    MemorySegment memory = arena.allocate(8, 8);
    memory.set(Native.INT, 0, priority(parameter));
    return memory;
  }

  @Function("sched_setscheduler(pid, policy, param, /)")
  static void setscheduler(int pid, int policy, PyObject parameter) {
    try (Arena arena = Arena.ofConfined()) {
      SETSCHEDULER.require(pid, policy, parameter(arena, parameter).address());
    }
  }

  @Function("sched_getparam(pid, /)")
  static PyObject getparam(int pid) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate(8, 8);
      GETPARAM.require(pid, memory.address());
      return PARAM.make(PyLong.of(memory.get(Native.INT, 0)));
    }
  }

  @Function("sched_setparam(pid, param, /)")
  static void setparam(int pid, PyObject parameter) {
    try (Arena arena = Arena.ofConfined()) {
      SETPARAM.require(pid, parameter(arena, parameter).address());
    }
  }

  @Function("sched_rr_get_interval(pid, /)")
  static double interval(int pid) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(16, 8);
      RR_INTERVAL.require(pid, time.address());
      return time.get(Native.LONG, 0) + 1e-9 * time.get(Native.LONG, 8);
    }
  }

  @Function("sched_yield()")
  static void yieldProcessor() {
    YIELD.require();
  }

  @Function("sched_getaffinity(pid, /)")
  static PyObject getaffinity(int pid) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment set = arena.allocate(SET_SIZE, 8);
      GETAFFINITY.require(pid, SET_SIZE, set.address());
      PySet numbers = PySet.of();
      for (int i = 0; i < SET_SIZE * 8; i++) {
        if ((set.get(Native.BYTE, i >> 3) >> (i & 7) & 1) != 0) {
          numbers.add(PyLong.of(i));
        }
      }
      return numbers;
    }
  }

  @Function("sched_setaffinity(pid, mask, /)")
  static void setaffinity(int pid, PyObject mask) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment set = arena.allocate(SET_SIZE, 8);
      for (PyObject item : Iteration.toArray(mask)) {
        if (!(item instanceof PyInt)) {
          throw Errors.typeError(
              "expected an iterator of ints, but iterator yielded %s", Objects.repr(item.type()));
        }
        int number = Arguments.toInt(item);
        if (number < 0) {
          throw Errors.valueError("negative CPU number");
        }
        if (number >= SET_SIZE * 8) {
          throw OsErrors.make(OsErrors.EINVAL);
        }
        int old = set.get(Native.BYTE, number >> 3);
        set.set(Native.BYTE, number >> 3, (byte) (old | 1 << (number & 7)));
      }
      SETAFFINITY.require(pid, SET_SIZE, set.address());
    }
  }

  @Function("unshare(flags)")
  static void unshare(int flags) {
    UNSHARE.require(flags);
  }

  @Function("setns(fd, nstype=0)")
  static void setns(PyObject fd, int kind) {
    SETNS.require(FileNumber.kernel(fd), kind);
  }
}
