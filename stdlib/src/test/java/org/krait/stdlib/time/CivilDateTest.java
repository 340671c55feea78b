package org.krait.stdlib.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The calendar agrees with the JDK's: day by day around the turns of centuries, and far away. */
class CivilDateTest {
  @Test
  void daysHaveTheirDates() {
    for (int year : new int[] {-401, -1, 0, 1, 1582, 1699, 1899, 1969, 1999, 2003, 2099, 2399}) {
      for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() < year + 3; day = day.plusDays(1)) {
        check(day);
      }
    }
    for (long epochDay = -300_000_000L; epochDay < 300_000_000L; epochDay += 1_000_003) {
      check(LocalDate.ofEpochDay(epochDay));
    }
  }

  private static void check(LocalDate day) {
    assertEquals(
        new CivilDate(
            day.getYear(), day.getMonthValue(), day.getDayOfMonth(), day.getDayOfWeek().getValue() - 1,
            day.getDayOfYear()),
        CivilDate.ofEpochDay(day.toEpochDay()));
    assertEquals(day.withDayOfMonth(1).toEpochDay(), CivilDate.epochDay(day.getYear(), day.getMonthValue()));
    assertEquals(day.lengthOfYear(), CivilDate.length(day.getYear()));
  }
}
