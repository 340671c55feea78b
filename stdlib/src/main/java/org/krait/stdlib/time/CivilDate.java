package org.krait.stdlib.time;

/**
 * A day of the proleptic Gregorian calendar, of any year.
 *
 * <p>Not the JDK's, whose years bring some eighty classes of date formats with them: every program that logs a line
 * would wait for those.
 *
 * @param month from 1 on
 * @param day of the month, from 1 on
 * @param weekday Monday is 0
 * @param yearday from 1 on
 */
record CivilDate(long year, int month, int day, int weekday, int yearday) {
  private static final int ERA_YEARS = 400;
  private static final int ERA_DAYS = 146_097;
  private static final int CENTURY_DAYS = 36_524;
  private static final int FOUR_YEARS_DAYS = 1_461;
  private static final int YEAR_DAYS = 365;

  /** From the first of January of the year 0 to that of 1970. */
  private static final long EPOCH = 719_528;

  /** The first of January 1970 was a Thursday. */
  private static final int EPOCH_WEEKDAY = 3;

  private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

  static boolean isLeap(long year) {
    return (year & 3) == 0 && (year % 100 != 0 || year % ERA_YEARS == 0);
  }

  static int length(long year) {
    return isLeap(year) ? YEAR_DAYS + 1 : YEAR_DAYS;
  }

  private static int daysBefore(int month, boolean leap) {
    return DAYS_BEFORE[month - 1] + (leap && month > 2 ? 1 : 0);
  }

  /** The days from the first of January 1970 to the first of a month; the month is from 1 to 12. */
  static long epochDay(long year, int month) {
    long past = year - 1;
    long leaps = Math.floorDiv(past, 4L) - Math.floorDiv(past, 100L) + Math.floorDiv(past, 400L) + 1;
    return year * YEAR_DAYS + leaps + daysBefore(month, isLeap(year)) - EPOCH;
  }

  static CivilDate ofEpochDay(long epochDay) {
    // Counted from a first of January that begins four hundred years, of which the first is a leap year.
    long days = epochDay + EPOCH;
    int rest = (int) Math.floorMod(days, (long) ERA_DAYS);
    long year = Math.floorDiv(days, (long) ERA_DAYS) * ERA_YEARS;
    // The first century and, in the others, all fours but the first have a leap day at their start.
    if (rest > CENTURY_DAYS) {
      int century = (rest - 1) / CENTURY_DAYS;
      rest = (rest - 1) % CENTURY_DAYS;
      year += 100 * century;
      if (rest < 4 * YEAR_DAYS) {
        year += rest / YEAR_DAYS;
        return of(epochDay, year, rest % YEAR_DAYS);
      }
      rest++;
    }
    year += 4 * (rest / FOUR_YEARS_DAYS);
    rest %= FOUR_YEARS_DAYS;
    if (rest > YEAR_DAYS) {
      year += (rest - 1) / YEAR_DAYS;
      rest = (rest - 1) % YEAR_DAYS;
    }
    return of(epochDay, year, rest);
  }

  private static CivilDate of(long epochDay, long year, int dayOfYear) {
    boolean leap = isLeap(year);
    int month = dayOfYear / 32 + 1;
    if (dayOfYear >= daysBefore(month + 1, leap)) {
      month++;
    }
    int weekday = (int) Math.floorMod(epochDay + EPOCH_WEEKDAY, 7L);
    return new CivilDate(year, month, dayOfYear - daysBefore(month, leap) + 1, weekday, dayOfYear + 1);
  }
}
