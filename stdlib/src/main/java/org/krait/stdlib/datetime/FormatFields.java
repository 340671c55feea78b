package org.krait.stdlib.datetime;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.numbers.ZeroFilled;
import org.krait.runtime.text.PyStrBuilder;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code strftime}: fills in zones and microseconds and leaves the rest to {@code time.strftime}. */
final class FormatFields {
  private FormatFields() {}

  /**
   * Formats a date or time.
   *
   * @param fields what {@code timetuple} gives
   * @param argument what zones are asked about: the moment, or None
   */
  static PyObject format(PyObject self, PyStr format, PyObject fields, PyObject argument) {
    PyStrBuilder text = new PyStrBuilder();
    int[] points = format.codePoints();
    for (int i = 0; i < points.length; i++) {
      int next = i + 1 < points.length ? points[i + 1] : -1;
      boolean colon = next == ':' && i + 2 < points.length && points[i + 2] == 'z';
      if (points[i] != '%' || next < 0) {
        text.append(points[i]);
      } else if (colon) {
        text.append(zone(self, ":", argument));
        i += 2;
      } else {
        if (!replace(text, self, next, argument)) {
          text.append('%');
          text.append(next);
        }
        i++;
      }
    }
    PyObject time = ThreadState.current().interpreter.importModule("time");
    PyStr whole = text.toPyStr();
    org.krait.runtime.codecs.Utf8.encode(whole, "strict"); // refuses what C cannot be given
    return Attributes.get(time, "strftime").call(whole, fields);
  }

  private static boolean replace(PyStrBuilder text, PyObject self, int code, PyObject argument) {
    switch (code) {
      case 'z' -> text.append(zone(self, "", argument));
      case 'Z' -> text.append(name(self, argument));
      case 'f' -> text.append(PyStr.of(ZeroFilled.of(micros(self), 6)));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static PyObject zoneOf(PyObject self) {
    PyObject zone = Attributes.getOrNull(self, "tzinfo");
    return zone instanceof PyTzInfo ? zone : null;
  }

  private static PyStr zone(PyObject self, String separator, PyObject argument) {
    return PyStr.of(Zones.text(zoneOf(self), separator, argument));
  }

  private static PyStr name(PyObject self, PyObject argument) {
    PyObject name = Zones.name(zoneOf(self), argument);
    if (name == null) {
      return PyStr.EMPTY;
    }
    PyObject escaped = Attributes.get(name, "replace").call(PyStr.of('%'), PyStr.of("%%"));
    if (!(escaped instanceof PyStr text)) {
      throw Errors.typeError("tzname.replace() did not return a string");
    }
    return text;
  }

  private static int micros(PyObject self) {
    if (self instanceof PyDateTime moment) {
      return moment.micro;
    }
    return self instanceof PyTime time ? time.micro : 0;
  }

  /** A {@code time.struct_time}. */
  static PyObject structTime(
      int year, int month, int day, int hour, int minute, int second, int summer) {
    PyObject[] fields = {
      PyLong.of(year),
      PyLong.of(month),
      PyLong.of(day),
      PyLong.of(hour),
      PyLong.of(minute),
      PyLong.of(second),
      PyLong.of(Calendar.weekday(year, month, day)),
      PyLong.of(Calendar.dayOfYear(year, month, day)),
      PyLong.of(summer)
    };
    PyObject time = ThreadState.current().interpreter.importModule("time");
    return Attributes.get(time, "struct_time").call(PyTuple.of(fields));
  }
}
