package org.krait.stdlib.datetime;

import java.time.LocalDateTime;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyExceptions;

/** The class methods of {@code date}. */
final class DateCreation {
  private DateCreation() {}

  @Method(value = "fromtimestamp(cls, timestamp, /)", doc = "The local day of a POSIX timestamp.")
  static PyObject fromTimestamp(PyType cls, PyObject timestamp) {
    LocalDateTime local = LocalTime.at(Math.floorDiv(Convert.timestamp(timestamp, true), Convert.MICROS));
    return PyDate.ofClass(
        cls, local.getYear(), local.getMonthValue(), local.getDayOfMonth());
  }

  @Method(value = "today(cls, /)", textSignature = false, doc = "The current day.")
  static PyObject today(PyType cls) {
    PyObject time = ThreadState.current().interpreter.importModule("time");
    return Attributes.get(cls, "fromtimestamp").call(Attributes.get(time, "time").call());
  }

  @Method(
      value = "fromordinal(cls, ordinal, /)",
      textSignature = false,
      doc = "The day of a number; the first of January of the year 1 is day 1.")
  static PyObject fromOrdinal(PyType cls, PyObject value) {
    int ordinal = Convert.toInt(value, 0);
    if (ordinal < 1) {
      throw Errors.valueError("ordinal must be >= 1");
    }
    int[] fields = Calendar.fromOrdinal(ordinal);
    return PyDate.ofClass(cls, fields[0], fields[1], fields[2]);
  }

  @Method(
      value = "fromisoformat(cls, date_string, /)",
      textSignature = false,
      doc = "The day that a text in ISO 8601 means.")
  static PyObject fromIsoFormat(PyType cls, PyObject text) {
    IsoText iso = IsoText.date(text);
    return PyDate.ofClass(cls, iso.year, iso.month, iso.day);
  }

  @Method(
      value = "fromisocalendar(cls, year, week, day)",
      textSignature = false,
      doc = "The day of an ISO year, week and day of the week.")
  static PyObject fromIsoCalendar(PyType cls, PyObject year, PyObject week, PyObject day) {
    int ordinal;
    try {
      ordinal =
          Calendar.fromIso(
              Convert.toInt(year, 0), Convert.toInt(week, 0), Convert.toInt(day, 0));
    } catch (PyException e) {
      throw e.is(PyExceptions.OverflowError)
          ? Errors.valueError("ISO calendar component out of range")
          : e;
    }
    if (ordinal < 1) {
      throw Calendar.yearOutOfRange(0);
    }
    int[] fields = Calendar.fromOrdinal(ordinal);
    return PyDate.ofClass(cls, fields[0], fields[1], fields[2]);
  }
}
