package org.krait.stdlib.datetime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Warnings;
import org.krait.runtime.types.PyExceptions;

/** The class methods of {@code datetime}. */
final class DateTimeCreation {
  private DateTimeCreation() {}

  private static long now() {
    Instant now = Instant.now();
    return now.getEpochSecond() * Convert.MICROS + now.getNano() / 1000;
  }

  private static PyObject inUtc(PyType cls, long micros, PyObject zone) {
    long seconds = Math.floorDiv(micros, Convert.MICROS);
    LocalDateTime t = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    return of(cls, t, micros, zone, 0);
  }

  private static PyObject of(PyType cls, LocalDateTime t, long micros, PyObject zone, int fold) {
    return PyDateTime.ofClass(
        cls,
        t.getYear(),
        t.getMonthValue(),
        t.getDayOfMonth(),
        t.getHour(),
        t.getMinute(),
        t.getSecond(),
        (int) Math.floorMod(micros, Convert.MICROS),
        zone,
        fold);
  }

  /** The local time of a timestamp; the fold is 1 when clocks have shown it before. */
  private static PyObject local(PyType cls, long micros) {
    long seconds = Math.floorDiv(micros, Convert.MICROS);
    LocalDateTime t = LocalTime.at(seconds);
    long shown = t.toEpochSecond(ZoneOffset.UTC);
    int fold = LocalTime.timestamp(shown, false) == seconds ? 0 : 1;
    return of(cls, t, micros, null, fold);
  }

  private static PyObject at(PyType cls, long micros, PyObject zone) {
    if (zone == null) {
      return local(cls, micros);
    }
    return Attributes.get(zone, "fromutc").call(inUtc(cls, micros, zone));
  }

  @Method(value = "now(cls, tz=None)", doc = "The current moment, in local time or in a zone.")
  static PyObject now(PyType cls, PyObject tz) {
    return at(cls, now(), Convert.toZone(tz));
  }

  private static void deprecated(String method, String instead) {
    Warnings.warn(
        PyExceptions.DeprecationWarning,
        "datetime.datetime."
            + method
            + "() is deprecated and scheduled for removal in a future version. Use timezone-aware"
            + " objects to represent datetimes in UTC: datetime.datetime."
            + instead
            + ".",
        1);
  }

  @Method(value = "utcnow(cls, /)", textSignature = false, doc = "The current moment in UTC, naive.")
  static PyObject utcNow(PyType cls) {
    deprecated("utcnow", "now(datetime.UTC)");
    return inUtc(cls, now(), null);
  }

  @Method(
      value = "fromtimestamp(cls, timestamp, tz=None)",
      textSignature = false,
      doc = "The moment of a POSIX timestamp, in local time or in a zone.")
  static PyObject fromTimestamp(PyType cls, PyObject timestamp, PyObject tz) {
    PyObject zone = Convert.toZone(tz);
    return at(cls, Convert.timestamp(timestamp, false), zone);
  }

  @Method(
      value = "utcfromtimestamp(cls, timestamp, /)",
      textSignature = false,
      doc = "The moment of a POSIX timestamp in UTC, naive.")
  static PyObject utcFromTimestamp(PyType cls, PyObject timestamp) {
    deprecated("utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)");
    return inUtc(cls, Convert.timestamp(timestamp, false), null);
  }

  @Method(
      value = "strptime(cls, date_string, format, /)",
      textSignature = false,
      doc = "The moment that a text means, by directives.")
  static PyObject strptime(PyType cls, PyObject text, PyObject format) {
    PyObject value = Convert.toText(text, "strptime() argument 1");
    PyObject pattern = Convert.toText(format, "strptime() argument 2");
    PyObject module = ThreadState.current().interpreter.importModule("_strptime");
    return Attributes.get(module, "_strptime_datetime").call(cls, value, pattern);
  }

  @Method(
      value = "combine(cls, date, time, tzinfo=NULL)",
      textSignature = false,
      doc = "A moment from a day and a time of day.")
  static PyObject combine(PyType cls, PyObject date, PyObject time, PyObject tzinfo) {
    PyDate day = Arguments.instance(date, PyDate.class, "combine() argument 1", "datetime.date");
    PyTime clock = Arguments.instance(time, PyTime.class, "combine() argument 2", "datetime.time");
    PyObject zone = tzinfo == null ? clock.zone : Convert.toZone(tzinfo);
    return PyDateTime.ofClass(
        cls,
        day.year,
        day.month,
        day.day,
        clock.hour,
        clock.minute,
        clock.second,
        clock.micro,
        zone,
        clock.fold);
  }

  @Method(
      value = "fromisoformat(cls, date_string, /)",
      textSignature = false,
      doc = "The moment that a text in ISO 8601 means.")
  static PyObject fromIsoFormat(PyType cls, PyObject text) {
    IsoText iso = IsoText.dateTime(text);
    return PyDateTime.ofClass(
        cls,
        iso.year,
        iso.month,
        iso.day,
        iso.clock[0],
        iso.clock[1],
        iso.clock[2],
        iso.clock[3],
        iso.zone,
        0);
  }
}
