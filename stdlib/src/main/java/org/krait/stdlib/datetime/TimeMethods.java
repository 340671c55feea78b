package org.krait.stdlib.datetime;

import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyNone;

/** The methods of {@code time}. */
final class TimeMethods {
  private static final int YEAR = 1900;

  private TimeMethods() {}

  @Method(
      value = "fromisoformat(cls, time_string, /)",
      textSignature = false,
      doc = "The time of day that a text in ISO 8601 means.")
  static PyObject fromIsoFormat(PyType cls, PyObject text) {
    IsoText iso = IsoText.time(text);
    return PyTime.ofClass(
        cls, iso.clock[0], iso.clock[1], iso.clock[2], iso.clock[3], iso.zone);
  }

  @Method(
      value = "isoformat(self, timespec=NULL)",
      textSignature = false,
      doc = "The text in ISO 8601.")
  static String isoFormat(PyTime self, PyObject timespec) {
    return ClockText.of(
            self.hour, self.minute, self.second, self.micro, timespec, "isoformat() argument 1")
        + Zones.text(self.zone, ":", PyNone.NONE);
  }

  @Method(value = "strftime(self, format)", textSignature = false, doc = "Formats by directives.")
  static PyObject strftime(PyTime self, PyObject format) {
    PyObject fields =
        FormatFields.structTime(YEAR, 1, 1, self.hour, self.minute, self.second, -1);
    return FormatFields.format(
        self, Convert.toText(format, "strftime() argument 1"), fields, PyNone.NONE);
  }

  @Method(value = "__format__(self, format_spec, /)", textSignature = false)
  static PyObject format(PyObject self, PyObject spec) {
    return DateMethods.format(self, spec);
  }

  @Method(value = "utcoffset(self, /)", textSignature = false, doc = "The offset from UTC.")
  static PyObject utcoffset(PyTime self) {
    return Convert.orNone(self.offset());
  }

  @Method(value = "tzname(self, /)", textSignature = false, doc = "The name of the zone.")
  static PyObject tzname(PyTime self) {
    return Convert.orNone(Zones.name(self.zone, PyNone.NONE));
  }

  @Method(value = "dst(self, /)", textSignature = false, doc = "What summer time adds.")
  static PyObject dst(PyTime self) {
    return Convert.orNone(Zones.offset(self.zone, "dst", PyNone.NONE));
  }

  @Method(
      value =
          "replace(self, hour=NULL, minute=NULL, second=NULL, microsecond=NULL, tzinfo=NULL, *,"
              + " fold=NULL)",
      textSignature = false,
      doc = "The same with other fields.")
  static PyObject replace(
      PyTime self,
      PyObject hour,
      PyObject minute,
      PyObject second,
      PyObject micro,
      PyObject zone,
      PyObject fold) {
    return PyTime.of(
        self.type(),
        Convert.toInt(hour, self.hour),
        Convert.toInt(minute, self.minute),
        Convert.toInt(second, self.second),
        Convert.toInt(micro, self.micro),
        zone == null ? self.zone : Convert.toZone(zone),
        Convert.toInt(fold, self.fold));
  }
}
