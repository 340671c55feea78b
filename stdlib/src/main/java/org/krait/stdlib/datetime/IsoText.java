package org.krait.stdlib.datetime;

import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;

/** Reads dates and times in the forms of ISO 8601 that {@code fromisoformat} knows. */
final class IsoText {
  private static final int PLACES = 6;

  /** Thrown to the methods that begin reading; they say which text it was. */
  private static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final Malformed HERE = new Malformed();

    private Malformed() {
      super(null, null, false, false);
    }
  }

  private final String text;

  int year;
  int month = 1;
  int day = 1;

  /** Hour, minute, second, microsecond. */
  final int[] clock = new int[4];

  /** Null when there is no offset. */
  PyObject zone;

  private IsoText(String text) {
    this.text = text;
  }

  private static PyException invalid(PyObject value) {
    return Errors.valueError("%s", "Invalid isoformat string: " + Objects.repr(value));
  }

  private static String checked(PyObject value) {
    if (!(value instanceof PyStr text)) {
      throw Errors.typeError("fromisoformat: argument must be str");
    }
    return text.units() != null ? text.units() : units(text);
  }

  /** A char for each code point; what is no BMP character is invalid anyway but as a separator. */
  private static String units(PyStr text) {
    StringBuilder units = new StringBuilder();
    for (int point : text.codePoints()) {
      units.append(point > 0xffff ? '\uffff' : (char) point);
    }
    return units.toString();
  }

  static IsoText date(PyObject value) {
    IsoText iso = new IsoText(checked(value));
    try {
      int length = iso.text.length();
      if (length != 7 && length != 8 && length != 10) {
        throw Malformed.HERE;
      }
      iso.readDate(length);
      return iso;
    } catch (Malformed e) {
      throw invalid(value);
    }
  }

  static IsoText time(PyObject value) {
    String text = checked(value);
    IsoText iso = new IsoText(text);
    try {
      iso.readTime(text.startsWith("T") ? 1 : 0);
      return iso;
    } catch (Malformed e) {
      throw invalid(value);
    }
  }

  static IsoText dateTime(PyObject value) {
    String text = checked(value);
    IsoText iso = new IsoText(text);
    try {
      if (text.length() < 7) {
        throw Malformed.HERE;
      }
      int separator = Math.min(iso.endOfDate(), text.length());
      iso.readDate(separator);
      if (separator < text.length()) {
        iso.readTime(separator + 1);
      }
      return iso;
    } catch (Malformed e) {
      throw invalid(value);
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The character at a place, NUL behind the end. */
  private char at(int index) {
    return index < text.length() ? text.charAt(index) : 0;
  }

  private int digits(int from, int count, int end) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      if (i >= end || !isDigit(text.charAt(i))) {
        throw Malformed.HERE;
      }
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }

  /** Where the character is that separates the date from the time. */
  private int endOfDate() {
    if (text.length() == 7) {
      return 7;
    }
    if (at(4) == '-') {
      if (at(5) != 'W') {
        return 10;
      }
      if (text.length() > 8 && at(8) == '-') {
        if (text.length() == 9) {
          throw Malformed.HERE;
        }
        // A week and then an hour, after a dash, looks like a week and a day.
        return text.length() > 10 && isDigit(at(10)) ? 8 : 10;
      }
      return 8;
    }
    if (at(4) != 'W') {
      return 8;
    }
    int end = 7;
    while (end < text.length() && isDigit(at(end))) {
      end++;
    }
    if (end < 9) {
      return end;
    }
    return end % 2 == 0 ? 7 : 8;
  }

  private void readDate(int end) {
    year = digits(0, 4, end);
    int at = 4;
    boolean dashed = at(at) == '-';
    at += dashed ? 1 : 0;
    if (at < end && at(at) == 'W') {
      readWeek(at + 1, end, dashed);
      return;
    }
    month = digits(at, 2, end);
    at += 2;
    if (dashed) {
      if (at >= end || at(at) != '-') {
        throw Malformed.HERE;
      }
      at++;
    }
    day = digits(at, 2, end);
    if (at + 2 != end) {
      throw Malformed.HERE;
    }
  }

  private void readWeek(int from, int end, boolean dashed) {
    int week = digits(from, 2, end);
    int at = from + 2;
    int weekday = 1;
    if (at < end) {
      if (dashed) {
        if (at(at) != '-') {
          throw Malformed.HERE;
        }
        at++;
      }
      weekday = digits(at, 1, end);
      at++;
    }
    if (at != end) {
      throw Malformed.HERE;
    }
    int[] fields;
    try {
      int ordinal = Calendar.fromIso(year, week, weekday);
      fields =
          ordinal < 1
              ? new int[] {0, 12, 31}
              : ordinal > Calendar.MAX_ORDINAL
                  ? new int[] {Calendar.MAX_YEAR + 1, 1, 1}
                  : Calendar.fromOrdinal(ordinal);
    } catch (PyException e) {
      throw Malformed.HERE;
    }
    year = fields[0];
    month = fields[1];
    day = fields[2];
  }

  private void readTime(int from) {
    int end = text.length();
    int zoneAt = from;
    while (zoneAt < end && "+-Z".indexOf(text.charAt(zoneAt)) < 0) {
      zoneAt++;
    }
    boolean more = readClock(from, zoneAt, clock);
    if (zoneAt == end) {
      if (more) {
        throw Malformed.HERE;
      }
      return;
    }
    if (text.charAt(zoneAt) == 'Z') {
      if (zoneAt + 1 != end) {
        throw Malformed.HERE;
      }
      zone = PyTimeZone.UTC;
      return;
    }
    int[] offset = new int[4];
    if (readClock(zoneAt + 1, end, offset)) {
      throw Malformed.HERE;
    }
    int sign = text.charAt(zoneAt) == '-' ? -1 : 1;
    int seconds = offset[0] * 3600 + offset[1] * 60 + offset[2];
    zone =
        seconds == 0
            ? PyTimeZone.UTC
            : PyTimeZone.of(PyTimeDelta.of(0, sign * seconds, sign * offset[3]), null);
  }

  /** Reads hours, minutes, seconds and their fraction; whether something follows directly. */
  private boolean readClock(int from, int end, int[] fields) {
    int at = from;
    boolean separated = true;
    for (int i = 0; i < 3; i++) {
      fields[i] = digits(at, 2, end);
      at += 2;
      char next = at(at++);
      if (i == 0) {
        separated = next == ':';
      }
      if (at >= end) {
        return next != 0;
      }
      if (separated && next == ':') {
        continue;
      }
      if (next == '.' || next == ',') {
        break;
      }
      if (separated) {
        throw Malformed.HERE;
      }
      at--;
    }
    return readFraction(at, end, fields);
  }

  private boolean readFraction(int from, int end, int[] fields) {
    int count = Math.min(end - from, PLACES);
    int value = digits(from, count, end);
    for (int i = count; i < PLACES; i++) {
      value *= 10;
    }
    fields[3] = value;
    int at = from + count;
    while (isDigit(at(at))) {
      at++;
    }
    return at(at) != 0;
  }
}
