package org.krait.stdlib.datetime;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.numbers.ZeroFilled;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** What is asked of time zones, and the text of offsets. */
final class Zones {
  private static final int MOST_SECONDS = 86_400;

  private Zones() {}

  /**
   * An offset, null when the zone has none.
   *
   * @param method {@code utcoffset} or {@code dst}
   * @param argument the moment, or None
   */
  static PyTimeDelta offset(PyObject zone, String method, PyObject argument) {
    if (zone == null) {
      return null;
    }
    PyObject answer = Attributes.get(zone, method).call(argument);
    if (answer == PyNone.NONE) {
      return null;
    }
    if (!(answer instanceof PyTimeDelta delta)) {
      throw Errors.typeError(
          "tzinfo.%s() must return None or timedelta, not '%s'", method, answer.type().fullName());
    }
    if (!isLessThanDay(delta)) {
      throw outOfRange(".");
    }
    return delta;
  }

  static boolean isLessThanDay(PyTimeDelta delta) {
    long seconds = delta.wholeSeconds();
    return seconds < MOST_SECONDS
        && (seconds > -MOST_SECONDS || seconds == -MOST_SECONDS && delta.micros > 0);
  }

  static PyException outOfRange(String end) {
    return Errors.valueError(
        "%s",
        "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)"
            + end);
  }

  /** The name of a zone, null for none. */
  static PyObject name(PyObject zone, PyObject argument) {
    if (zone == null) {
      return null;
    }
    PyObject answer = Attributes.get(zone, "tzname").call(argument);
    if (answer == PyNone.NONE) {
      return null;
    }
    if (!(answer instanceof PyStr)) {
      throw Errors.typeError(
          "tzinfo.tzname() must return None or a string, not '%s'", answer.type().fullName());
    }
    return answer;
  }

  /** {@code +01:30}, with seconds and microseconds only where there are some. */
  static String text(PyTimeDelta offset, String separator) {
    PyTimeDelta size = offset.days < 0 ? DeltaArithmetic.negate(offset) : offset;
    int hours = size.seconds / 3600;
    int minutes = size.seconds / 60 % 60;
    int seconds = size.seconds % 60;
    StringBuilder text = new StringBuilder();
    text.append(offset.days < 0 ? '-' : '+');
    text.append(ZeroFilled.of(hours, 2)).append(separator).append(ZeroFilled.of(minutes, 2));
    if (seconds != 0 || size.micros != 0) {
      text.append(separator).append(ZeroFilled.of(seconds, 2));
    }
    if (size.micros != 0) {
      text.append('.').append(ZeroFilled.of(size.micros, 6));
    }
    return text.toString();
  }

  /** The offset of a zone as text, empty for none. */
  static String text(PyObject zone, String separator, PyObject argument) {
    PyTimeDelta offset = offset(zone, "utcoffset", argument);
    return offset == null ? "" : text(offset, separator);
  }
}
