package org.krait.stdlib.time;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.OsErrors;

/** The functions of {@code time} for which the kernel has to be asked: clocks that Java does not know. */
final class KernelClocks {
  private static final long NANOS = 1_000_000_000L;
  private static final int THREAD_CLOCK = 6;

  private static final CFunction GET_TIME = new CFunction("clock_gettime");
  private static final CFunction GET_RESOLUTION = new CFunction("clock_getres");
  private static final CFunction SET_TIME = new CFunction("clock_settime");
  private static final CFunction GETTID = new CFunction("gettid");

  private KernelClocks() {}

  /** The time of a clock in nanoseconds. */
  static long read(int clock) {
    return ask(GET_TIME, clock);
  }

  static long resolution(int clock) {
    return ask(GET_RESOLUTION, clock);
  }

  private static long ask(CFunction function, int clock) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(16, 8);
      function.require(clock, time.address());
      return time.get(Native.LONG, 0) * NANOS + time.get(Native.LONG, 8);
    }
  }

  private static void set(int clock, long nanos) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(16, 8);
      time.set(Native.LONG, 0, Math.floorDiv(nanos, NANOS));
      time.set(Native.LONG, 8, Math.floorMod(nanos, NANOS));
      SET_TIME.require(clock, time.address());
    }
  }

  @Function(value = "clock_settime(clk_id, time, /)", textSignature = false)
  static void setTime(int clock, PyObject time) {
    if (time instanceof PyFloat) {
      double seconds = Arguments.toDouble(time);
      if (Double.isNaN(seconds)) {
        throw Errors.valueError("Invalid value NaN (not a number)");
      }
      if (Math.abs(seconds) >= Long.MAX_VALUE / (double) NANOS) {
        throw Errors.overflowError("timestamp out of range for platform time_t");
      }
      double whole = Math.floor(seconds);
      set(clock, (long) whole * NANOS + (long) Math.floor((seconds - whole) * NANOS));
    } else {
      PyInt seconds = Arguments.index(time);
      if (!seconds.fitsLong() || Math.abs(seconds.longValue()) > Long.MAX_VALUE / NANOS) {
        throw Errors.overflowError("timestamp out of range for platform time_t");
      }
      set(clock, seconds.longValue() * NANOS);
    }
  }

  @Function(value = "clock_settime_ns(clk_id, time, /)", textSignature = false)
  static void setTimeNs(int clock, PyObject time) {
    if (!(time instanceof PyInt nanos)) {
      throw Errors.typeError("expect int, got %s", time.type().name());
    }
    if (!nanos.fitsLong()) {
      throw Errors.overflowError("timestamp too large to convert to C _PyTime_t");
    }
    set(clock, nanos.longValue());
  }

  /** Java threads do not say which threads of the kernel they are; the running one can be asked. */
  @Function(value = "pthread_getcpuclockid(thread_id, /)", textSignature = false)
  static int cpuClock(ThreadState thread, long id) {
    if (id != thread.javaThread) {
      throw OsErrors.make(3);
    }
    return ~GETTID.callInt() << 3 | THREAD_CLOCK;
  }
}
