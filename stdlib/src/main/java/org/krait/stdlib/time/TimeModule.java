package org.krait.stdlib.time;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;
import org.krait.stdlib.os.OsErrors;
import org.krait.stdlib.zones.Kind;
import org.krait.stdlib.zones.LocalZone;

/** The module {@code time}. */
@BuiltinModule(value = "time", parts = KernelClocks.class)
public final class TimeModule implements NativeModule {
  static final StructSequenceType STRUCT_TIME =
      StructSequenceType.of(
          "time.struct_time", 9,
          "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday",
          "tm_isdst", "tm_zone", "tm_gmtoff");

  /** What C calls it; everything else says UTC. */
  private static final Kind GMT = new Kind(0, false, "GMT");

  private static final int EOVERFLOW = 75;
  private static final long DAY = 86_400;
  private static final long NANOS = 1_000_000_000L;
  private static final long START = System.nanoTime();
  private static final long YEAR = (365 * 24 + 6) * 3600;
  private static final long SLICE = 50_000_000L;

  @Override
  public void exec(PyModule module) {
    PyDict dict = module.dict();
    dict.put(PyStr.interned("struct_time"), STRUCT_TIME.type());
    dict.put(PyStr.interned("_STRUCT_TM_ITEMS"), PyLong.of(11));
    String[] clocks = {
      "CLOCK_REALTIME", "CLOCK_MONOTONIC", "CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID",
      "CLOCK_MONOTONIC_RAW", "", "", "CLOCK_BOOTTIME", "", "", "", "CLOCK_TAI"
    };
    for (int i = 0; i < clocks.length; i++) {
      if (!clocks[i].isEmpty()) {
        dict.put(PyStr.interned(clocks[i]), PyLong.of(i));
      }
    }
    addZone(dict);
  }

  /** What holds in winter and in summer of this year, the year of C: no matter in which half it began. */
  private static Kind[] kinds() {
    LocalZone zone = LocalZone.get();
    long start = Math.floorDiv(Instant.now().getEpochSecond(), YEAR) * YEAR;
    Kind january = zone.at(start);
    Kind july = zone.at(start + YEAR / 2);
    boolean south = january.offset() > july.offset();
    return new Kind[] {south ? july : january, south ? january : july};
  }

  /** The name of the zone's time in winter or in summer. */
  static String zoneName(boolean inSummer) {
    return kinds()[inSummer ? 1 : 0].name();
  }

  private static void addZone(PyDict dict) {
    Kind[] kinds = kinds();
    Kind winter = kinds[0];
    Kind summer = kinds[1];
    dict.put(PyStr.interned("timezone"), PyLong.of(-winter.offset()));
    dict.put(PyStr.interned("altzone"), PyLong.of(-summer.offset()));
    dict.put(PyStr.interned("daylight"), PyLong.of(winter.offset() == summer.offset() ? 0 : 1));
    dict.put(
        PyStr.interned("tzname"),
        PyTuple.of(PyStr.of(winter.name()), PyStr.of(summer.name())));
  }

  private static long wall() {
    Instant now = Instant.now();
    return now.getEpochSecond() * NANOS + now.getNano();
  }

  private static long monotonicNanos() {
    return System.nanoTime() - START + NANOS;
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean bean
        ? bean.getProcessCpuTime()
        : 0;
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  @Function(value = "time()", textSignature = false)
  static double time() {
    return seconds(wall());
  }

  @Function(value = "time_ns()", textSignature = false)
  static long timeNs() {
    return wall();
  }

  @Function(value = "monotonic()", textSignature = false)
  static double monotonic() {
    return seconds(monotonicNanos());
  }

  @Function(value = "monotonic_ns()", textSignature = false)
  static long monotonicNs() {
    return monotonicNanos();
  }

  @Function(value = "perf_counter()", textSignature = false)
  static double perfCounter() {
    return seconds(monotonicNanos());
  }

  @Function(value = "perf_counter_ns()", textSignature = false)
  static long perfCounterNs() {
    return monotonicNanos();
  }

  @Function(value = "process_time()", textSignature = false)
  static double processTime() {
    return seconds(cpuNanos());
  }

  @Function(value = "process_time_ns()", textSignature = false)
  static long processTimeNs() {
    return cpuNanos();
  }

  @Function(value = "thread_time()", textSignature = false)
  static double threadTime() {
    return seconds(threadTimeNs());
  }

  @Function(value = "thread_time_ns()", textSignature = false)
  static long threadTimeNs() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Function(value = "clock_gettime(clk_id, /)", textSignature = false)
  static double clockGetTime(int clock) {
    return seconds(clockGetTimeNs(clock));
  }

  @Function(value = "clock_gettime_ns(clk_id, /)", textSignature = false)
  static long clockGetTimeNs(int clock) {
    return switch (clock) {
      case 0, 11 -> wall();
      case 1, 4, 7 -> monotonicNanos();
      case 2 -> cpuNanos();
      case 3 -> threadTimeNs();
      default -> KernelClocks.read(clock);
    };
  }

  @Function(value = "clock_getres(clk_id, /)", textSignature = false)
  static double clockGetRes(int clock) {
    return clock >= 0 && clock < 5 ? 1e-9 : seconds(KernelClocks.resolution(clock));
  }

  @Function(value = "get_clock_info(name, /)", textSignature = false)
  static PyObject clockInfo(ThreadState thread, PyStr name) {
    String text = name.toString();
    String function =
        switch (text) {
          case "time" -> "clock_gettime(CLOCK_REALTIME)";
          case "monotonic", "perf_counter" -> "clock_gettime(CLOCK_MONOTONIC)";
          case "process_time" -> "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)";
          case "thread_time" -> "clock_gettime(CLOCK_THREAD_CPUTIME_ID)";
          default -> throw Errors.valueError("unknown clock");
        };
    boolean wall = text.equals("time");
    PyStr[] names = {
      PyStr.interned("implementation"), PyStr.interned("monotonic"), PyStr.interned("adjustable"),
      PyStr.interned("resolution")
    };
    return Attributes.get(thread.interpreter.importModule("types"), "SimpleNamespace")
        .call(
            new PyObject[] {
              PyStr.of(function), PyBool.of(!wall), PyBool.of(wall), new PyFloat(1e-9)
            },
            names);
  }

  @Function(value = "sleep(seconds, /)", textSignature = false)
  static void sleep(ThreadState thread, PyObject duration) {
    double seconds = Arguments.toDouble(duration);
    if (Double.isNaN(seconds)) {
      throw Errors.valueError("Invalid value NaN (not a number)");
    }
    if (seconds < 0) {
      throw Errors.valueError("sleep length must be non-negative");
    }
    if (seconds > 9.2e9) {
      throw Errors.overflowError("timestamp too large to convert to C PyTime_t");
    }
    long end = System.nanoTime() + (long) (seconds * 1e9);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(left, SLICE));
      if (thread.pending) {
        thread.interpreter.runPending(thread);
      }
    }
  }

  private static long timestamp(PyObject seconds) {
    if (seconds == PyNone.NONE) {
      return Math.floorDiv(wall(), NANOS);
    }
    if (seconds instanceof PyFloat number) {
      if (Double.isNaN(number.value)) {
        throw Errors.valueError("Invalid value NaN (not a number)");
      }
      if (Math.abs(number.value) > 9.2e18) {
        throw Errors.overflowError("timestamp out of range for platform time_t");
      }
      return (long) Math.floor(number.value);
    }
    PyInt whole = Arguments.index(seconds);
    if (!whole.fitsLong()) {
      throw Errors.overflowError("timestamp out of range for platform time_t");
    }
    return whole.longValue();
  }

  private static PyObject broken(long seconds, Kind kind) {
    long shown;
    try {
      shown = Math.addExact(seconds, kind.offset());
    } catch (ArithmeticException e) {
      throw OsErrors.make(EOVERFLOW);
    }
    CivilDate date = CivilDate.ofEpochDay(Math.floorDiv(shown, DAY));
    // What C keeps is the year less 1900, in an int.
    if (date.year() - 1900 != (int) (date.year() - 1900)) {
      throw OsErrors.make(EOVERFLOW);
    }
    int second = (int) Math.floorMod(shown, DAY);
    return STRUCT_TIME.make(
        PyLong.of(date.year()),
        PyLong.of(date.month()),
        PyLong.of(date.day()),
        PyLong.of(second / 3600),
        PyLong.of(second / 60 % 60),
        PyLong.of(second % 60),
        PyLong.of(date.weekday()),
        PyLong.of(date.yearday()),
        PyLong.of(kind.summer() ? 1 : 0),
        PyStr.of(kind.name()),
        PyLong.of(kind.offset()));
  }

  @Function(value = "gmtime(seconds=None, /)", textSignature = false)
  static PyObject gmtime(PyObject seconds) {
    return broken(timestamp(seconds), GMT);
  }

  @Function(value = "localtime(seconds=None, /)", textSignature = false)
  static PyObject localtime(PyObject seconds) {
    long moment = timestamp(seconds);
    return broken(moment, LocalZone.get().at(moment));
  }

  @Function(value = "mktime(time_tuple, /)", textSignature = false)
  static double mktime(PyObject tuple) {
    CalendarFields f = CalendarFields.of(tuple, "mktime");
    long months = f.year() * 12L + f.month() - 1;
    long first = CivilDate.epochDay(Math.floorDiv(months, 12L), (int) Math.floorMod(months, 12L) + 1);
    long days = first + f.day() - 1;
    long shown = days * DAY + f.hour() * 3600L + f.minute() * 60L + f.second();
    return LocalZone.get().moment(shown, f.summer() == 0 ? 0 : f.summer() > 0 ? 1 : -1);
  }

  @Function(value = "asctime(time_tuple=NULL, /)", textSignature = false)
  static String asctime(PyObject tuple) {
    PyObject fields = tuple == null ? localtime(PyNone.NONE) : tuple;
    return CalendarFields.of(fields, "asctime").checked().ascii();
  }

  @Function(value = "ctime(seconds=None, /)", textSignature = false)
  static String ctime(PyObject seconds) {
    return CalendarFields.of(localtime(seconds), "ctime").ascii();
  }

  @Function(value = "strftime(format, time_tuple=NULL, /)", textSignature = false)
  static PyObject strftime(PyStr format, PyObject tuple) {
    if (format.indexOf(0) >= 0) {
      throw Errors.valueError("embedded null character");
    }
    PyObject fields = tuple == null ? localtime(PyNone.NONE) : tuple;
    return PyStr.of(FormatTime.format(format.toString(), CalendarFields.of(fields, "strftime").checked()));
  }

  @Function(value = "strptime(data_string, format='%a %b %d %H:%M:%S %Y', /)", textSignature = false)
  static PyObject strptime(ThreadState thread, PyObject text, PyObject format) {
    PyObject module = thread.interpreter.importModule("_strptime");
    return Attributes.get(module, "_strptime_time").call(text, format);
  }

  @Function(value = "tzset()", textSignature = false)
  static void tzset(ThreadState thread) {
    LocalZone.renew();
    if (thread.interpreter.loadedModule("time") instanceof PyModule module) {
      addZone(module.dict());
    }
  }
}
