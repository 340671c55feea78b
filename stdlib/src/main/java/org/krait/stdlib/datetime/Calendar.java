package org.krait.stdlib.datetime;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;

/** The proleptic Gregorian calendar: days are numbered from 1, the first of January of the year 1. */
final class Calendar {
  static final int MIN_YEAR = 1;
  static final int MAX_YEAR = 9999;
  static final int MAX_ORDINAL = 3652059;
  static final String[] DAY_NAMES = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  static final String[] MONTH_NAMES = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int[] DAYS_BEFORE = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
  };
  private static final int DAYS_OF_400_YEARS = 146097;
  private static final int DAYS_OF_100_YEARS = 36524;
  private static final int DAYS_OF_4_YEARS = 1461;
  private static final int THURSDAY = 3;

  private Calendar() {}

  static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  static int daysInMonth(int year, int month) {
    return month == 2 && isLeap(year) ? 29 : DAYS[month - 1];
  }

  static int dayOfYear(int year, int month, int day) {
    return DAYS_BEFORE[month - 1] + (month > 2 && isLeap(year) ? 1 : 0) + day;
  }

  private static int daysBeforeYear(int year) {
    int before = year - 1;
    return before * 365 + before / 4 - before / 100 + before / 400;
  }

  static int ordinal(int year, int month, int day) {
    return daysBeforeYear(year) + dayOfYear(year, month, day);
  }

  /** Year, month and day of a day number. */
  static int[] fromOrdinal(int ordinal) {
    int rest = ordinal - 1;
    int year = rest / DAYS_OF_400_YEARS * 400 + 1;
    rest %= DAYS_OF_400_YEARS;
    int centuries = rest / DAYS_OF_100_YEARS;
    rest %= DAYS_OF_100_YEARS;
    int fours = rest / DAYS_OF_4_YEARS;
    rest %= DAYS_OF_4_YEARS;
    int single = rest / 365;
    rest %= 365;
    year += centuries * 100 + fours * 4 + single;
    // The last day of a leap cycle belongs to the year before.
    if (single == 4 || centuries == 4) {
      return new int[] {year - 1, 12, 31};
    }
    int month = 1;
    while (rest >= daysInMonth(year, month)) {
      rest -= daysInMonth(year, month++);
    }
    return new int[] {year, month, rest + 1};
  }

  /** The day of the week, Monday is 0. */
  static int weekday(int year, int month, int day) {
    return (ordinal(year, month, day) + 6) % 7;
  }

  /** The day number of the Monday of the first ISO week: the week with the year's first Thursday. */
  private static int firstMonday(int year) {
    int first = ordinal(year, 1, 1);
    int weekday = (first + 6) % 7;
    return first - weekday + (weekday > THURSDAY ? 7 : 0);
  }

  /** ISO year, week and day of the week (Monday is 1). */
  static int[] isoFields(int year, int month, int day) {
    int today = ordinal(year, month, day);
    int isoYear = year;
    int start = firstMonday(year);
    if (today < start) {
      start = firstMonday(--isoYear);
    } else if (today >= firstMonday(year + 1)) {
      start = firstMonday(++isoYear);
    }
    return new int[] {isoYear, (today - start) / 7 + 1, (today - start) % 7 + 1};
  }

  /** The day number of an ISO year, week and day, which may lie beyond the calendar. */
  static int fromIso(int year, int week, int day) {
    if (year < MIN_YEAR || year > MAX_YEAR) {
      throw Errors.valueError("Year is out of range: %d", year);
    }
    if (week <= 0 || week > 53 || week == 53 && !hasWeek53(year)) {
      throw Errors.valueError("Invalid week: %d", week);
    }
    if (day <= 0 || day > 7) {
      throw Errors.valueError("Invalid day: %d (range is [1, 7])", day);
    }
    return firstMonday(year) + (week - 1) * 7 + day - 1;
  }

  private static boolean hasWeek53(int year) {
    int weekday = weekday(year, 1, 1);
    return weekday == THURSDAY || weekday == THURSDAY - 1 && isLeap(year);
  }

  // ---- checks

  static void checkDate(int year, int month, int day) {
    if (year < MIN_YEAR || year > MAX_YEAR) {
      throw yearOutOfRange(year);
    }
    if (month < 1 || month > 12) {
      throw Errors.valueError("month must be in 1..12");
    }
    if (day < 1 || day > daysInMonth(year, month)) {
      throw Errors.valueError("day is out of range for month");
    }
  }

  static PyException yearOutOfRange(int year) {
    return Errors.valueError("year %d is out of range", year);
  }

  static void checkTime(int hour, int minute, int second, int micro, int fold) {
    if (hour < 0 || hour > 23) {
      throw Errors.valueError("hour must be in 0..23");
    }
    if (minute < 0 || minute > 59) {
      throw Errors.valueError("minute must be in 0..59");
    }
    if (second < 0 || second > 59) {
      throw Errors.valueError("second must be in 0..59");
    }
    if (micro < 0 || micro > 999999) {
      throw Errors.valueError("microsecond must be in 0..999999");
    }
    if (fold != 0 && fold != 1) {
      throw Errors.valueError("fold must be either 0 or 1");
    }
  }
}
