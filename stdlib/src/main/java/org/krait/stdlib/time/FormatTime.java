package org.krait.stdlib.time;

import java.util.Locale;
import org.krait.runtime.numbers.ZeroFilled;

/** {@code strftime} of the C locale, with the flags and widths of glibc. */
public final class FormatTime {
  private static final String FLAGS = "_-0^#";

  /** What the modifiers {@code E} and {@code O} may not stand before. */
  private static final String NOT_ALTERNATIVE = "aAbBdDeFgGhHIjklmMSUVwW";

  private static final String NOT_OTHER_DIGITS = "aAcDFxXY";

  private final String format;
  private final CalendarFields f;
  private final StringBuilder out = new StringBuilder();

  /** How what is narrower than wanted is filled: 0 for the usual way, else the flag. */
  private char pad;

  private boolean upper;
  private boolean swap;
  private int width;

  private FormatTime(String format, CalendarFields fields) {
    this.format = format;
    this.f = fields;
  }

  static String format(String format, CalendarFields fields) {
    FormatTime run = new FormatTime(format, fields);
    for (int i = 0; i < format.length(); ) {
      if (format.charAt(i) == '%') {
        i = run.directive(i);
      } else {
        run.out.append(format.charAt(i++));
      }
    }
    return run.out.toString();
  }

  private char at(int i) {
    return i < format.length() ? format.charAt(i) : 0;
  }

  /** Writes what the directive at a place stands for, and gives the place behind it. */
  private int directive(int start) {
    pad = 0;
    upper = false;
    swap = false;
    width = 0;
    int i = start + 1;
    for (; at(i) != 0 && FLAGS.indexOf(at(i)) >= 0; i++) {
      upper |= at(i) == '^';
      swap |= at(i) == '#';
      pad = at(i) == '^' || at(i) == '#' ? pad : at(i);
    }
    for (; at(i) >= '0' && at(i) <= '9'; i++) {
      width = (int) Math.min(10L * width + at(i) - '0', Short.MAX_VALUE);
    }
    char modifier = at(i) == 'E' || at(i) == 'O' ? at(i++) : 0;
    char what = at(i);
    String refused = modifier == 'E' ? NOT_ALTERNATIVE : modifier == 'O' ? NOT_OTHER_DIGITS : "";
    upper |= swap && "bBh".indexOf(what) >= 0;
    if (what == 0 || refused.indexOf(what) >= 0 || !number(what) && !text(what)) {
      text(format.substring(start, Math.min(i + 1, format.length())));
    }
    return Math.min(i + 1, format.length());
  }

  private void text(String text) {
    out.repeat(pad == '0' ? '0' : ' ', Math.max(width - text.length(), 0));
    out.append(upper ? text.toUpperCase(Locale.ROOT) : text);
  }

  /** A number of at least so many digits. */
  private void number(long value, int digits, char filler) {
    char fill = pad == 0 ? filler : pad == '0' ? '0' : ' ';
    String text = Long.toString(Math.abs(value));
    int sign = value < 0 ? 1 : 0;
    int missing = Math.max(pad == '-' ? 0 : digits, width - sign) - text.length();
    String padding = String.valueOf(fill).repeat(Math.max(missing, 0));
    String minus = sign == 0 ? "" : "-";
    out.append(fill == '0' ? minus + padding : padding + minus).append(text);
  }

  /** Writes a number; false when the directive is none. */
  private boolean number(char directive) {
    switch (directive) {
      case 'C' -> number(Math.floorDiv(f.year(), 100), 1, '0');
      case 'd' -> number(f.day(), 2, '0');
      case 'e' -> number(f.day(), 2, ' ');
      case 'g' -> number(Math.floorMod(week().year(), 100), 2, '0');
      case 'G' -> number(week().year(), 1, '0');
      case 'H' -> number(f.hour(), 2, '0');
      case 'I' -> number(twelve(), 2, '0');
      case 'j' -> number(f.yearday(), 3, '0');
      case 'k' -> number(f.hour(), 2, ' ');
      case 'l' -> number(twelve(), 2, ' ');
      case 'm' -> number(f.month(), 2, '0');
      case 'M' -> number(f.minute(), 2, '0');
      case 's' -> number(seconds(), 1, '0');
      case 'S' -> number(f.second(), 2, '0');
      case 'u' -> number(f.weekday() + 1, 1, '0');
      case 'U' -> number((f.yearday() + 6 - (f.weekday() + 1) % 7) / 7, 2, '0');
      case 'V' -> number(week().number(), 2, '0');
      case 'w' -> number((f.weekday() + 1) % 7, 1, '0');
      case 'W' -> number((f.yearday() + 6 - f.weekday()) / 7, 2, '0');
      case 'y' -> number(Math.floorMod(f.year(), 100), 2, '0');
      case 'Y' -> number(f.year(), 1, '0');
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Writes a text; false when the directive is none. */
  private boolean text(char directive) {
    boolean noon = f.hour() >= 12;
    switch (directive) {
      case 'a' -> name(CalendarFields.shortDay(f.weekday()));
      case 'A' -> name(CalendarFields.dayName(f.weekday()));
      case 'b', 'h' -> name(CalendarFields.shortMonth(f.month()));
      case 'B' -> name(CalendarFields.monthName(f.month()));
      case 'c' -> text(f.ascii());
      case 'D', 'x' ->
          text(two(f.month()) + "/" + two(f.day()) + "/" + two(Math.floorMod(f.year(), 100)));
      case 'F' -> text(f.year() + "-" + two(f.month()) + "-" + two(f.day()));
      case 'n' -> text("\n");
      case 'p' -> lower(noon ? "PM" : "AM", swap);
      case 'P' -> lower(noon ? "PM" : "AM", true);
      case 'r' -> text(two(twelve()) + ":" + time("MS") + (noon ? " PM" : " AM"));
      case 'R' -> text(time("HM"));
      case 't' -> text("\t");
      case 'T', 'X' -> text(time("HMS"));
      case 'z' -> offset();
      case 'Z' -> lower(f.zone(), swap);
      case '%' -> text("%");
      default -> {
        return false;
      }
    }
    return true;
  }

  private void name(String text) {
    upper |= swap;
    text(text);
  }

  private void lower(String text, boolean lower) {
    upper &= !lower;
    text(lower ? text.toLowerCase(Locale.ROOT) : text);
  }

  private int twelve() {
    return f.hour() % 12 == 0 ? 12 : f.hour() % 12;
  }

  private String time(String parts) {
    StringBuilder text = new StringBuilder();
    for (char part : parts.toCharArray()) {
      text.append(text.isEmpty() ? "" : ":");
      text.append(two(part == 'H' ? f.hour() : part == 'M' ? f.minute() : f.second()));
    }
    return text.toString();
  }

  private long seconds() {
    return (CivilDate.epochDay(f.year(), f.month()) + f.day() - 1) * 86400L
        + f.hour() * 3600L + f.minute() * 60L + f.second() - f.offset();
  }

  /** The sign and the digits are filled each for itself, as in glibc. */
  private void offset() {
    if (f.summer() < 0) {
      return;
    }
    int minutes = Math.abs(f.offset()) / 60;
    text(f.offset() < 0 ? "-" : "+");
    number(minutes / 60 * 100 + minutes % 60, 4, '0');
  }

  private static String two(int value) {
    return ZeroFilled.of(value, 2);
  }

  /** A week of ISO 8601. */
  private record Week(int year, int number) {}

  /** The week that the day of the year and of the week say; its Thursday says which year it is of. */
  private Week week() {
    int thursday = f.yearday() - 1 - f.weekday() + 3;
    int year = f.year();
    if (thursday < 0) {
      year--;
      thursday += CivilDate.length(year);
    } else if (thursday >= CivilDate.length(year)) {
      thursday -= CivilDate.length(year);
      year++;
    }
    return new Week(year, thursday / 7 + 1);
  }
}
