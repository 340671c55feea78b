package org.krait.stdlib.datetime;

import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyStr;

/** What holds in a zone after the last change of its file: for ever, or by a rule for each year. */
final class ZoneRule {
  private static final int DAY = 86_400;
  private static final int HOUR = 3600;
  private static final int EPOCH_ORDINAL = 719_163;

  /**
   * A day of each year and a time of it, in seconds.
   *
   * @param form {@code M} month, week and weekday; {@code J} a day from 1 without leap days; {@code D} a
   *     day from 0
   */
  private record Change(char form, int month, int week, int day, int time) {
    /** Seconds since 1970 by the clocks that hold before. */
    long inYear(int year) {
      long days;
      if (form == 'M') {
        long first = Calendar.ordinal(year, month, 1);
        int at = (int) Math.floorMod(day - first % 7, 7L) + (week - 1) * 7;
        days = first + (at >= Calendar.daysInMonth(year, month) ? at - 7 : at);
      } else {
        // As CPython counts: days from 0 are one early, and the 59th of a leap year is its 60th.
        int counted = form == 'J' && day >= 59 && Calendar.isLeap(year) ? day : day - 1;
        days = Calendar.ordinal(year, 1, 1) + counted;
      }
      return (days - EPOCH_ORDINAL) * DAY + time;
    }
  }

  final ZoneMoment standard;

  /** Null when clocks are never put forward. */
  final ZoneMoment summer;

  private final Change start;
  private final Change end;
  private final long difference;

  private ZoneRule(ZoneMoment standard, ZoneMoment summer, Change start, Change end) {
    this.standard = standard;
    this.summer = summer;
    this.start = start;
    this.end = end;
    this.difference = summer == null ? 0 : summer.offset() - standard.offset();
  }

  static ZoneRule always(ZoneMoment moment) {
    return new ZoneRule(moment, null, null, null);
  }

  /** What holds at a local time, which may stand for two moments. */
  ZoneMoment atLocal(long seconds, int year, int fold) {
    if (summer == null) {
      return standard;
    }
    long from = start.inYear(year);
    long to = end.inYear(year);
    if (fold == (difference >= 0 ? 1 : 0)) {
      to -= difference;
    } else {
      from += difference;
    }
    return isWithin(seconds, from, to) ? summer : standard;
  }

  /** What holds at a moment, of whose year the changes are asked. */
  ZoneMoment atUtc(long seconds, int year) {
    if (summer == null) {
      return standard;
    }
    return isWithin(seconds, startUtc(year), endUtc(year)) ? summer : standard;
  }

  /** Whether the clocks show the second time what they show at this moment. */
  boolean isRepeated(long seconds, int year) {
    if (summer == null) {
      return false;
    }
    long from = difference > 0 ? endUtc(year) : startUtc(year);
    return seconds >= from && seconds < from + Math.abs(difference);
  }

  private long startUtc(int year) {
    return start.inYear(year) - standard.offset();
  }

  private long endUtc(int year) {
    return end.inYear(year) - summer.offset();
  }

  private static boolean isWithin(long seconds, long from, long to) {
    return from < to ? seconds >= from && seconds < to : seconds < to || seconds >= from;
  }

  /** The rule that the text at the end of a file stands for; ValueError when it is none. */
  static ZoneRule parse(PyBytes text) {
    return new Parser(text).rule();
  }

  private static final class Parser {
    private final PyBytes text;
    private int at;

    Parser(PyBytes text) {
      this.text = text;
    }

    private int peek() {
      return at < text.length() ? text.get(at) & 0xff : -1;
    }

    private PyException bad(String what) {
      return Errors.valueError("%s %s", what, Objects.repr(text));
    }

    ZoneRule rule() {
      PyStr name = name("Invalid STD format in");
      long offset = offset("Invalid STD offset in");
      if (peek() < 0) {
        return always(ZoneMoment.of(offset, 0, name));
      }
      PyStr summerName = name("Invalid DST format in");
      long summerOffset = peek() == ',' ? offset + HOUR : offset("Invalid DST offset in");
      Change[] changes = new Change[2];
      for (int i = 0; i < changes.length; i++) {
        if (peek() != ',') {
          throw bad("Missing transition rules in TZ string:");
        }
        at++;
        changes[i] = change();
      }
      if (peek() >= 0) {
        throw bad("Extraneous characters at end of TZ string:");
      }
      ZoneMoment standard = ZoneMoment.of(offset, 0, name);
      ZoneMoment summer = ZoneMoment.of(summerOffset, summerOffset - offset, summerName);
      return new ZoneRule(standard, summer, changes[0], changes[1]);
    }

    private static boolean isLetter(int c) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
      return c >= '0' && c <= '9';
    }

    private PyStr name(String wrong) {
      boolean quoted = peek() == '<';
      at += quoted ? 1 : 0;
      int begin = at;
      while (isLetter(peek()) || quoted && (isDigit(peek()) || peek() == '+' || peek() == '-')) {
        at++;
      }
      int length = at - begin;
      if (quoted ? peek() != '>' : length == 0) {
        throw bad(wrong);
      }
      at += quoted ? 1 : 0;
      return PyStr.of(new String(text.array(), begin, length, java.nio.charset.StandardCharsets.US_ASCII));
    }

    /** A number of so many digits, -1 for none. */
    private int number(int least, int most) {
      int begin = at;
      int value = 0;
      while (at - begin < most && isDigit(peek())) {
        value = value * 10 + peek() - '0';
        at++;
      }
      return at - begin < least ? -1 : value;
    }

    /** Seconds, with a sign or not; {@link Integer#MIN_VALUE} for what is none. */
    private int time(int digits, int mostHours) {
      int sign = peek() == '-' ? -1 : 1;
      at += peek() == '-' || peek() == '+' ? 1 : 0;
      int seconds = number(1, digits);
      if (seconds < 0 || seconds > mostHours) {
        return Integer.MIN_VALUE;
      }
      seconds *= HOUR;
      for (int unit = 60; unit > 0 && peek() == ':'; unit /= 60) {
        at++;
        int part = number(2, 2);
        if (part < 0) {
          return Integer.MIN_VALUE;
        }
        seconds += part * unit;
      }
      return sign * seconds;
    }

    /** East of Greenwich, where the text has a minus. */
    private long offset(String wrong) {
      int seconds = time(3, 24);
      if (seconds == Integer.MIN_VALUE) {
        throw bad(wrong);
      }
      return -seconds;
    }

    private Change change() {
      char form = peek() == 'M' ? 'M' : peek() == 'J' ? 'J' : 'D';
      at += form == 'D' ? 0 : 1;
      int month = 1;
      int week = 1;
      int day;
      if (form == 'M') {
        month = number(1, 2);
        week = afterDot();
        day = afterDot();
      } else {
        day = number(1, 3);
      }
      int time = 2 * HOUR;
      if (peek() == '/') {
        at++;
        time = time(3, 167);
      }
      boolean fits = form == 'M' ? day >= 0 && day <= 6 : day >= (form == 'J' ? 1 : 0) && day <= 365;
      if (!fits || month < 1 || month > 12 || week < 1 || week > 5 || time == Integer.MIN_VALUE) {
        throw bad("Malformed transition rule in TZ string:");
      }
      return new Change(form, month, week, day, time);
    }

    private int afterDot() {
      if (peek() != '.') {
        return -1;
      }
      at++;
      return number(1, 1);
    }
  }
}
