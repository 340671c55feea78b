package org.krait.stdlib.time;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.util.Locale;
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

/** The module {@code time}. */
@BuiltinModule("time")
public final class TimeModule implements NativeModule {
  static final StructSequenceType STRUCT_TIME =
      StructSequenceType.of(
          "time.struct_time", 9,
          "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday",
          "tm_isdst", "tm_zone", "tm_gmtoff");

  private static final long NANOS = 1_000_000_000L;
  private static final long START = System.nanoTime();
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

  private static void addZone(PyDict dict) {
    ZoneId zone = zone();
    ZoneRules rules = zone.getRules();
    Instant now = Instant.now();
    int standard = rules.getStandardOffset(now).getTotalSeconds();
    boolean summer = rules.nextTransition(now) != null;
    int daylight = standard + (summer ? 3600 : 0);
    dict.put(PyStr.interned("timezone"), PyLong.of(-standard));
    dict.put(PyStr.interned("altzone"), PyLong.of(-daylight));
    dict.put(PyStr.interned("daylight"), PyLong.of(summer ? 1 : 0));
    String name = zoneName(zone, false);
    dict.put(
        PyStr.interned("tzname"),
        PyTuple.of(PyStr.of(name), PyStr.of(summer ? zoneName(zone, true) : name)));
  }

  /** The zone of local time. */
  public static ZoneId zone() {
    return ZoneId.systemDefault();
  }

  /** The short name of a zone, of its summer time or not. */
  public static String zoneName(ZoneId zone, boolean summer) {
    if (zone instanceof ZoneOffset || zone.getId().equals("Etc/UTC") || zone.getId().equals("UTC")) {
      return "UTC";
    }
    return java.util.TimeZone.getTimeZone(zone).getDisplayName(summer, java.util.TimeZone.SHORT, Locale.ROOT);
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
      default -> throw org.krait.stdlib.os.OsErrors.make(22);
    };
  }

  @Function(value = "clock_getres(clk_id, /)", textSignature = false)
  static double clockGetRes(int clock) {
    return 1e-9;
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

  private static PyObject broken(long seconds, ZoneId zone) {
    ZonedDateTime moment;
    try {
      moment = Instant.ofEpochSecond(seconds).atZone(zone);
    } catch (java.time.DateTimeException e) {
      throw org.krait.stdlib.os.OsErrors.make(75);
    }
    boolean summer = zone.getRules().isDaylightSavings(moment.toInstant());
    return STRUCT_TIME.make(
        PyLong.of(moment.getYear()),
        PyLong.of(moment.getMonthValue()),
        PyLong.of(moment.getDayOfMonth()),
        PyLong.of(moment.getHour()),
        PyLong.of(moment.getMinute()),
        PyLong.of(moment.getSecond()),
        PyLong.of(moment.getDayOfWeek().getValue() - 1),
        PyLong.of(moment.getDayOfYear()),
        PyLong.of(summer ? 1 : 0),
        PyStr.of(zone == ZoneOffset.UTC ? "UTC" : zoneName(zone, summer)),
        PyLong.of(moment.getOffset().getTotalSeconds()));
  }

  @Function(value = "gmtime(seconds=None, /)", textSignature = false)
  static PyObject gmtime(PyObject seconds) {
    return broken(timestamp(seconds), ZoneOffset.UTC);
  }

  @Function(value = "localtime(seconds=None, /)", textSignature = false)
  static PyObject localtime(PyObject seconds) {
    return broken(timestamp(seconds), zone());
  }

  @Function(value = "mktime(time_tuple, /)", textSignature = false)
  static double mktime(PyObject tuple) {
    CalendarFields f = CalendarFields.of(tuple, "mktime");
    ZonedDateTime start = ZonedDateTime.of(f.year(), 1, 1, 0, 0, 0, 0, zone());
    return start
        .plusMonths(f.month() - 1L)
        .plusDays(f.day() - 1L)
        .toLocalDateTime()
        .plusHours(f.hour())
        .plusMinutes(f.minute())
        .plusSeconds(f.second())
        .atZone(zone())
        .toEpochSecond();
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
  static void tzset() {}
}
