package org.krait.stdlib.time;

import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.*;

/** The nine fields of a {@code struct_time}, as C's {@code struct tm} has them but with real years. */
record CalendarFields(
    int year,
    int month,
    int day,
    int hour,
    int minute,
    int second,
    int weekday,
    int yearday,
    int summer,
    String zone,
    int offset) {
  private static final String[] DAYS = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
  };
  private static final String[] MONTHS = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December"
  };
  private static final int SHORT = 3;
  private static final int FIRST_YEAR = Integer.MIN_VALUE + 1900;

  /** A day's name in the C locale; Monday is 0. */
  static String dayName(int weekday) {
    return DAYS[Math.floorMod(weekday, 7)];
  }

  static String shortDay(int weekday) {
    return dayName(weekday).substring(0, SHORT);
  }

  /** A month's name in the C locale; January is 1. */
  static String monthName(int month) {
    return MONTHS[month - 1];
  }

  static String shortMonth(int month) {
    return monthName(month).substring(0, SHORT);
  }

  static CalendarFields of(PyObject value, String function) {
    if (!(value instanceof PyTuple tuple)) {
      throw Errors.typeError("Tuple or struct_time argument required");
    }
    if (tuple.size() != 9) {
      throw Errors.typeError("%s(): illegal time tuple argument", function);
    }
    int[] f = new int[9];
    for (int i = 0; i < f.length; i++) {
      f[i] = Arguments.toInt(tuple.get(i));
    }
    if (f[0] < FIRST_YEAR) {
      throw Errors.overflowError("year out of range");
    }
    String zone = "";
    int offset = 0;
    if (tuple instanceof PyStructSequence sequence) {
      zone = sequence.field(9) instanceof PyStr name ? name.toString() : "";
      offset = sequence.field(10) instanceof PyInt seconds ? (int) seconds.longValue() : 0;
    }
    if (zone.isEmpty() && f[8] >= 0) {
      zone = TimeModule.zoneName(f[8] > 0);
    }
    return new CalendarFields(
        f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], zone, offset);
  }

  /** Zero means the first day or month, as C programs write it; anything else must be in range. */
  CalendarFields checked() {
    int fixedMonth = month == 0 ? 1 : month;
    int fixedDay = day == 0 ? 1 : day;
    int fixedYearday = yearday == 0 ? 1 : yearday;
    check(fixedMonth >= 1 && fixedMonth <= 12, "month");
    check(fixedDay >= 1 && fixedDay <= 31, "day of month");
    check(hour >= 0 && hour <= 23, "hour");
    check(minute >= 0 && minute <= 59, "minute");
    check(second >= 0 && second <= 61, "seconds");
    check(weekday >= -1, "day of week");
    check(fixedYearday >= 1 && fixedYearday <= 366, "day of year");
    return new CalendarFields(
        year, fixedMonth, fixedDay, hour, minute, second, Math.floorMod(weekday, 7), fixedYearday,
        summer, zone, offset);
  }

  private static void check(boolean good, String field) {
    if (!good) {
      throw Errors.valueError("%s out of range", field);
    }
  }

  String ascii() {
    return String.format(
        "%s %s%3d %02d:%02d:%02d %d", shortDay(weekday), shortMonth(month), day, hour, minute, second, year);
  }
}
