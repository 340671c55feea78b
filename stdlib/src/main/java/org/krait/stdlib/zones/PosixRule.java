package org.krait.stdlib.zones;

/** A zone as POSIX writes it: {@code EST5EDT,M3.2.0,M11.1.0}. */
public final class PosixRule {
  private static final int HOUR = 3600;
  private static final int DAY = 24 * HOUR;
  private static final int[] BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

  /**
   * A day of each year and a time of it.
   *
   * @param form {@code M} month, week and weekday; {@code J} a day from 1 without leap days; {@code D} a
   *     day from 0
   */
  public record Change(char form, int month, int week, int day, int time) {
    /** Seconds from the start of a year, by the clocks that hold before it. */
    long inYear(int year) {
      boolean leap = isLeap(year);
      long days;
      if (form == 'D') {
        days = day;
      } else if (form == 'J') {
        days = day - 1 + (leap && day >= 60 ? 1 : 0);
      } else {
        int first = BEFORE_MONTH[month - 1] + (leap && month > 2 ? 1 : 0);
        int length = BEFORE_MONTH[month] - BEFORE_MONTH[month - 1] + (leap && month == 2 ? 1 : 0);
        long weekday = Math.floorMod(daysBefore(year) + first + 4, 7L); // 1970 began on a Thursday
        long at = Math.floorMod(day - weekday, 7L) + (week - 1) * 7L;
        days = first + (at >= length ? at - 7 : at);
      }
      return days * DAY + time;
    }
  }

  public final Kind standard;

  /** Null when clocks are never put forward. */
  public final Kind summer;

  public final Change begin;
  public final Change end;

  private PosixRule(Kind standard, Kind summer, Change begin, Change end) {
    this.standard = standard;
    this.summer = summer;
    this.begin = begin;
    this.end = end;
  }

  /** UTC under the name that begins a text which is no rule. */
  static PosixRule ofNameOnly(String text) {
    int length = 0;
    while (length < text.length() && Character.isLetter(text.charAt(length))) {
      length++;
    }
    String name = length >= 3 ? text.substring(0, length) : "";
    return new PosixRule(new Kind(0, false, name), null, null, null);
  }

  public static boolean isLeap(long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /** Days from 1970 to the first of January of a year. */
  public static long daysBefore(long year) {
    long y = year - 1;
    return y * 365 + Math.floorDiv(y, 4) - Math.floorDiv(y, 100) + Math.floorDiv(y, 400) - 719162;
  }

  /** The year in which a day since 1970 lies. */
  public static int yearOf(long days) {
    long year = Math.floorDiv(days * 400, 146097) + 1970;
    while (daysBefore(year) > days) {
      year--;
    }
    while (daysBefore(year + 1) <= days) {
      year++;
    }
    return (int) year;
  }

  /** What holds at a moment. */
  public Kind at(long seconds) {
    if (summer == null) {
      return standard;
    }
    // The C library takes the changes of 1970 for those of all years before.
    int year = Math.max(1970, yearOf(Math.floorDiv(seconds + standard.offset(), (long) DAY)));
    long from = begins(year);
    long to = ends(year);
    boolean on = from < to ? seconds >= from && seconds < to : seconds >= from || seconds < to;
    return on ? summer : standard;
  }

  /** The moment at which clocks are put forward in a year. */
  public long begins(int year) {
    return daysBefore(year) * DAY + begin.inYear(year) - standard.offset();
  }

  /** The moment at which clocks are put back in a year. */
  public long ends(int year) {
    return daysBefore(year) * DAY + end.inYear(year) - summer.offset();
  }

  /** The rule that a text stands for, or null when it is none. */
  public static PosixRule parse(String text) {
    try {
      Parser parser = new Parser(text);
      PosixRule rule = parser.rule();
      return parser.at == text.length() ? rule : null;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    private char peek() {
      return at < text.length() ? text.charAt(at) : 0;
    }

    PosixRule rule() {
      String name = name();
      int offset = -time(24);
      Kind standard = new Kind(offset, false, name);
      if (at == text.length()) {
        return new PosixRule(standard, null, null, null);
      }
      String summerName = name();
      int summerOffset = peek() == ',' || peek() == 0 ? offset + HOUR : -time(24);
      Kind summer = new Kind(summerOffset, true, summerName);
      if (at == text.length()) {
        return new PosixRule(
            standard, summer, new Change('M', 3, 2, 0, 2 * HOUR), new Change('M', 11, 1, 0, 2 * HOUR));
      }
      Change begin = change();
      Change end = change();
      return new PosixRule(standard, summer, begin, end);
    }

    private String name() {
      int start = at;
      if (peek() == '<') {
        at = text.indexOf('>', at) + 1;
        check(at - start > 2);
        return text.substring(start + 1, at - 1);
      }
      while (Character.isLetter(peek())) {
        at++;
      }
      check(at - start >= 3);
      return text.substring(start, at);
    }

    private int number(int most) {
      int start = at;
      while (Character.isDigit(peek())) {
        at++;
      }
      check(at > start && at - start <= 3);
      int value = Integer.parseInt(text.substring(start, at));
      check(value <= most);
      return value;
    }

    private int time(int hours) {
      int sign = 1;
      if (peek() == '+' || peek() == '-') {
        sign = peek() == '-' ? -1 : 1;
        at++;
      }
      int seconds = number(hours) * HOUR;
      if (peek() == ':') {
        at++;
        seconds += number(59) * 60;
        if (peek() == ':') {
          at++;
          seconds += number(59);
        }
      }
      return sign * seconds;
    }

    private Change change() {
      check(peek() == ',');
      at++;
      int month = 0;
      int week = 0;
      int day;
      char form = 'D';
      if (peek() == 'M') {
        form = 'M';
        at++;
        month = number(12);
        check(text.charAt(at++) == '.');
        week = number(5);
        check(text.charAt(at++) == '.' && month > 0 && week > 0);
        day = number(6);
      } else if (peek() == 'J') {
        form = 'J';
        at++;
        day = number(365);
        check(day > 0);
      } else {
        day = number(365);
      }
      int time = 2 * HOUR;
      if (peek() == '/') {
        at++;
        time = time(167);
      }
      return new Change(form, month, week, day, time);
    }

    private static void check(boolean good) {
      if (!good) {
        throw new IllegalArgumentException();
      }
    }
  }
}
