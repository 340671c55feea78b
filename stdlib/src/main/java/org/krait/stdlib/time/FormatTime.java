package org.krait.stdlib.time;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import org.krait.runtime.numbers.ZeroFilled;

/** {@code strftime} of the C locale. */
public final class FormatTime {
  private FormatTime() {}

  static String format(String format, CalendarFields f) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        out.append(c);
        continue;
      }
      char directive = format.charAt(++i);
      char pad = 0;
      if ((directive == '-' || directive == '_' || directive == '0' || directive == 'E' || directive == 'O')
          && i + 1 < format.length()) {
        pad = directive;
        directive = format.charAt(++i);
      }
      out.append(padded(field(directive, f), pad));
    }
    return out.toString();
  }

  /** glibc's {@code %-d}: without leading zeros. */
  private static String padded(String text, char pad) {
    if (pad == '-') {
      String bare = text.replaceFirst("^[0 ]+", "");
      return bare.isEmpty() ? "0" : bare;
    }
    return text;
  }

  private static String field(char directive, CalendarFields f) {
    return switch (directive) {
      case 'a' -> CalendarFields.dayName(f.weekday(), TextStyle.SHORT);
      case 'A' -> CalendarFields.dayName(f.weekday(), TextStyle.FULL);
      case 'b', 'h' -> month(f, TextStyle.SHORT);
      case 'B' -> month(f, TextStyle.FULL);
      case 'c' -> f.ascii();
      case 'C' -> String.valueOf(Math.floorDiv(f.year(), 100));
      case 'd' -> two(f.day());
      case 'D', 'x' -> two(f.month()) + "/" + two(f.day()) + "/" + two(Math.floorMod(f.year(), 100));
      case 'e' -> String.format("%2d", f.day());
      case 'F' -> f.year() + "-" + two(f.month()) + "-" + two(f.day());
      case 'g' -> two(weekYear(f) % 100);
      case 'G' -> String.valueOf(weekYear(f));
      case 'H' -> two(f.hour());
      case 'I' -> two(f.hour() % 12 == 0 ? 12 : f.hour() % 12);
      case 'j' -> ZeroFilled.of(f.yearday(), 3);
      case 'k' -> String.format("%2d", f.hour());
      case 'l' -> String.format("%2d", f.hour() % 12 == 0 ? 12 : f.hour() % 12);
      case 'm' -> two(f.month());
      case 'M' -> two(f.minute());
      case 'n' -> "\n";
      case 'p' -> f.hour() < 12 ? "AM" : "PM";
      case 'P' -> f.hour() < 12 ? "am" : "pm";
      case 'r' -> field('I', f) + ":" + two(f.minute()) + ":" + two(f.second()) + " " + field('p', f);
      case 'R' -> two(f.hour()) + ":" + two(f.minute());
      case 's' -> String.valueOf(date(f).toEpochDay() * 86400L + f.hour() * 3600L + f.minute() * 60L + f.second() - f.offset());
      case 'S' -> two(f.second());
      case 't' -> "\t";
      case 'T', 'X' -> two(f.hour()) + ":" + two(f.minute()) + ":" + two(f.second());
      case 'u' -> String.valueOf(f.weekday() + 1);
      case 'U' -> two((f.yearday() + 6 - (f.weekday() + 1) % 7) / 7);
      case 'V' -> two(date(f).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case 'w' -> String.valueOf((f.weekday() + 1) % 7);
      case 'W' -> two((f.yearday() + 6 - f.weekday()) / 7);
      case 'y' -> two(Math.floorMod(f.year(), 100));
      case 'Y' -> String.valueOf(f.year());
      case 'z' ->
          String.format(
              "%s%02d%02d",
              f.offset() < 0 ? "-" : "+", Math.abs(f.offset()) / 3600, Math.abs(f.offset()) / 60 % 60);
      case 'Z' -> f.zone();
      case '%' -> "%";
      default -> "%" + directive;
    };
  }

  private static String two(int value) {
    return ZeroFilled.of(value, 2);
  }

  private static String month(CalendarFields f, TextStyle style) {
    return CalendarFields.monthName(f.month(), style);
  }

  private static LocalDate date(CalendarFields f) {
    return LocalDate.of(f.year(), f.month(), 1).plusDays(f.day() - 1L);
  }

  private static int weekYear(CalendarFields f) {
    return date(f).get(IsoFields.WEEK_BASED_YEAR);
  }
}
