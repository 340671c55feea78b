package org.krait.stdlib.datetime;

import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;

/** The methods of {@code date}. */
final class DateMethods {
  private DateMethods() {}

  @Method(value = "ctime(self, /)", textSignature = false, doc = "The text of C's ctime().")
  static String ctime(PyDate self) {
    return ctime(self, 0, 0, 0);
  }

  static String ctime(PyDate self, int hour, int minute, int second) {
    return String.format(
        "%s %s %2d %s %04d",
        Calendar.DAY_NAMES[Calendar.weekday(self.year, self.month, self.day)],
        Calendar.MONTH_NAMES[self.month - 1],
        self.day,
        ClockText.seconds(hour, minute, second),
        self.year);
  }

  @Method(value = "strftime(self, format)", textSignature = false, doc = "Formats by directives.")
  static PyObject strftime(PyDate self, PyObject format) {
    PyStr text = Convert.toText(format, "strftime() argument 1");
    PyObject fields = Attributes.get(self, "timetuple").call();
    return FormatFields.format(self, text, fields, self);
  }

  @Method(value = "__format__(self, format_spec, /)", textSignature = false)
  static PyObject format(PyObject self, PyObject spec) {
    PyStr text = Convert.toText(spec, "__format__() argument 1");
    return text.length() == 0 ? Objects.str(self) : Attributes.get(self, "strftime").call(text);
  }

  @Method(value = "timetuple(self, /)", textSignature = false, doc = "A time.struct_time.")
  static PyObject timeTuple(PyDate self) {
    return FormatFields.structTime(self.year, self.month, self.day, 0, 0, 0, -1);
  }

  @Method(
      value = "isocalendar(self, /)",
      textSignature = false,
      doc = "ISO year, week and day of the week.")
  static PyObject isoCalendar(PyDate self) {
    int[] fields = Calendar.isoFields(self.year, self.month, self.day);
    return PyIsoCalendarDate.of(fields[0], fields[1], fields[2]);
  }

  @Method(value = "isoformat(self, /)", textSignature = false, doc = "The text in ISO 8601.")
  static String isoFormat(PyDate self) {
    return self.isoDate();
  }

  @Method(
      value = "isoweekday(self, /)",
      textSignature = false,
      doc = "The day of the week, Monday is 1.")
  static int isoWeekday(PyDate self) {
    return weekday(self) + 1;
  }

  @Method(value = "toordinal(self, /)", textSignature = false, doc = "The number of the day.")
  static int toOrdinal(PyDate self) {
    return self.ordinal();
  }

  @Method(
      value = "weekday(self, /)",
      textSignature = false,
      doc = "The day of the week, Monday is 0.")
  static int weekday(PyDate self) {
    return Calendar.weekday(self.year, self.month, self.day);
  }

  @Method(
      value = "replace(self, year=NULL, month=NULL, day=NULL)",
      textSignature = false,
      doc = "The same with other fields.")
  static PyObject replace(PyDate self, PyObject year, PyObject month, PyObject day) {
    int newYear = Convert.toInt(year, self.year);
    int newMonth = Convert.toInt(month, self.month);
    return PyDate.of(self.type(), newYear, newMonth, Convert.toInt(day, self.day));
  }
}
