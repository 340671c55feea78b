package org.krait.stdlib.datetime;

import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;

/** The methods of {@code datetime}. */
final class DateTimeMethods {
  private DateTimeMethods() {}

  @Method(value = "date(self, /)", textSignature = false, doc = "The day.")
  static PyObject date(PyDateTime self) {
    return PyDate.of(PyDate.TYPE, self.year, self.month, self.day);
  }

  private static PyObject time(PyDateTime self, PyObject zone) {
    return PyTime.of(
        PyTime.TYPE, self.hour, self.minute, self.second, self.micro, zone, self.fold);
  }

  @Method(value = "time(self, /)", textSignature = false, doc = "The time of day, without a zone.")
  static PyObject time(PyDateTime self) {
    return time(self, null);
  }

  @Method(value = "timetz(self, /)", textSignature = false, doc = "The time of day, with its zone.")
  static PyObject timeWithZone(PyDateTime self) {
    return time(self, self.zone);
  }

  @Method(value = "ctime(self, /)", textSignature = false, doc = "The text of C's ctime().")
  static String ctime(PyDateTime self) {
    return DateMethods.ctime(self, self.hour, self.minute, self.second);
  }

  @Method(value = "timetuple(self, /)", textSignature = false, doc = "A time.struct_time.")
  static PyObject timeTuple(PyDateTime self) {
    PyTimeDelta dst = Zones.offset(self.zone, "dst", self);
    int summer = dst == null ? -1 : dst.isZero() ? 0 : 1;
    return FormatFields.structTime(
        self.year, self.month, self.day, self.hour, self.minute, self.second, summer);
  }

  @Method(value = "utctimetuple(self, /)", textSignature = false, doc = "A time.struct_time in UTC.")
  static PyObject utcTimeTuple(PyDateTime self) {
    PyTimeDelta offset = self.offset();
    PyDateTime utc = self;
    if (offset != null && !offset.isZero()) {
      utc = self.withZone(null).plus(offset, -1);
    }
    return FormatFields.structTime(
        utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second, 0);
  }

  @Method(value = "timestamp(self, /)", textSignature = false, doc = "The POSIX timestamp.")
  static double timestamp(PyDateTime self) {
    if (self.zone == null) {
      long seconds = LocalTime.timestamp(self.shownSeconds(), self.fold != 0);
      return seconds + self.micro / 1e6;
    }
    return ((PyTimeDelta) PyDateTime.sub(self, PyDateTime.EPOCH)).totalSeconds();
  }

  @Method(
      value = "isoformat(self, sep='T', timespec=NULL)",
      textSignature = false,
      doc = "The text in ISO 8601.")
  static PyObject isoFormat(PyDateTime self, PyObject sep, PyObject timespec) {
    if (!(sep instanceof PyStr separator) || separator.length() != 1) {
      throw Errors.typeError(
          "isoformat() argument 1 must be a unicode character, not %s", sep.type().fullName());
    }
    String clock =
        ClockText.of(
            self.hour, self.minute, self.second, self.micro, timespec, "isoformat() argument 2");
    return PyStr.of(self.isoDate())
        .concat(separator)
        .concat(PyStr.of(clock + Zones.text(self.zone, ":", self)));
  }

  @Method(value = "utcoffset(self, /)", textSignature = false, doc = "The offset from UTC.")
  static PyObject utcoffset(PyDateTime self) {
    return Convert.orNone(self.offset());
  }

  @Method(value = "tzname(self, /)", textSignature = false, doc = "The name of the zone.")
  static PyObject tzname(PyDateTime self) {
    return Convert.orNone(Zones.name(self.zone, self));
  }

  @Method(value = "dst(self, /)", textSignature = false, doc = "What summer time adds.")
  static PyObject dst(PyDateTime self) {
    return Convert.orNone(Zones.offset(self.zone, "dst", self));
  }

  @Method(
      value =
          "replace(self, year=NULL, month=NULL, day=NULL, hour=NULL, minute=NULL, second=NULL,"
              + " microsecond=NULL, tzinfo=NULL, *, fold=NULL)",
      textSignature = false,
      doc = "The same with other fields.")
  static PyObject replace(
      PyDateTime self,
      PyObject year,
      PyObject month,
      PyObject day,
      PyObject hour,
      PyObject minute,
      PyObject second,
      PyObject micro,
      PyObject zone,
      PyObject fold) {
    return PyDateTime.of(
        self.type(),
        Convert.toInt(year, self.year),
        Convert.toInt(month, self.month),
        Convert.toInt(day, self.day),
        Convert.toInt(hour, self.hour),
        Convert.toInt(minute, self.minute),
        Convert.toInt(second, self.second),
        Convert.toInt(micro, self.micro),
        zone == null ? self.zone : Convert.toZone(zone),
        Convert.toInt(fold, self.fold));
  }

  @Method(
      value = "astimezone(self, tz=None)",
      textSignature = false,
      doc = "The same moment in another zone, or in local time.")
  static PyObject asTimeZone(PyDateTime self, PyObject tz) {
    PyObject target = Convert.toZone(tz);
    PyObject source = self.zone == null ? localZone(self) : self.zone;
    if (source == target) {
      return self;
    }
    PyTimeDelta offset = Zones.offset(source, "utcoffset", self);
    if (offset == null) {
      source = localZone(self);
      offset = Zones.offset(source, "utcoffset", self);
    }
    PyDateTime utc = self.plus(offset, -1);
    if (target == null) {
      target = LocalTime.zoneAt(utc.shownSeconds());
    }
    return Attributes.get(target, "fromutc").call(inZone(utc, target));
  }

  private static PyObject localZone(PyDateTime self) {
    boolean fold = self.fold != 0;
    long moment = LocalTime.timestamp(self.shownSeconds(), fold);
    long other = LocalTime.timestamp(self.shownSeconds(), !fold);
    // In a gap the offset is that of the other side.
    return LocalTime.zoneAt(fold ? Math.max(moment, other) : Math.min(moment, other));
  }

  /** The fields in another zone, of the same class. */
  private static PyObject inZone(PyDateTime value, PyObject zone) {
    return PyDateTime.of(
        value.type(),
        value.year,
        value.month,
        value.day,
        value.hour,
        value.minute,
        value.second,
        value.micro,
        zone,
        0);
  }
}
