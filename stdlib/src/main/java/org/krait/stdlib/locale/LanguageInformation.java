package org.krait.stdlib.locale;

import org.krait.runtime.Errors;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** What {@code nl_langinfo} answers in the C locale, by the numbers of Linux. */
final class LanguageInformation {
  private record Item(String name, int key, String text) {}

  private static final Item[] ITEMS = {
    new Item("DAY_1", 131079, "Sunday"),
    new Item("DAY_2", 131080, "Monday"),
    new Item("DAY_3", 131081, "Tuesday"),
    new Item("DAY_4", 131082, "Wednesday"),
    new Item("DAY_5", 131083, "Thursday"),
    new Item("DAY_6", 131084, "Friday"),
    new Item("DAY_7", 131085, "Saturday"),
    new Item("ABDAY_1", 131072, "Sun"),
    new Item("ABDAY_2", 131073, "Mon"),
    new Item("ABDAY_3", 131074, "Tue"),
    new Item("ABDAY_4", 131075, "Wed"),
    new Item("ABDAY_5", 131076, "Thu"),
    new Item("ABDAY_6", 131077, "Fri"),
    new Item("ABDAY_7", 131078, "Sat"),
    new Item("MON_1", 131098, "January"),
    new Item("MON_2", 131099, "February"),
    new Item("MON_3", 131100, "March"),
    new Item("MON_4", 131101, "April"),
    new Item("MON_5", 131102, "May"),
    new Item("MON_6", 131103, "June"),
    new Item("MON_7", 131104, "July"),
    new Item("MON_8", 131105, "August"),
    new Item("MON_9", 131106, "September"),
    new Item("MON_10", 131107, "October"),
    new Item("MON_11", 131108, "November"),
    new Item("MON_12", 131109, "December"),
    new Item("ABMON_1", 131086, "Jan"),
    new Item("ABMON_2", 131087, "Feb"),
    new Item("ABMON_3", 131088, "Mar"),
    new Item("ABMON_4", 131089, "Apr"),
    new Item("ABMON_5", 131090, "May"),
    new Item("ABMON_6", 131091, "Jun"),
    new Item("ABMON_7", 131092, "Jul"),
    new Item("ABMON_8", 131093, "Aug"),
    new Item("ABMON_9", 131094, "Sep"),
    new Item("ABMON_10", 131095, "Oct"),
    new Item("ABMON_11", 131096, "Nov"),
    new Item("ABMON_12", 131097, "Dec"),
    new Item("RADIXCHAR", 65536, "."),
    new Item("THOUSEP", 65537, ""),
    new Item("CRNCYSTR", 262159, "-"),
    new Item("D_T_FMT", 131112, "%a %b %e %H:%M:%S %Y"),
    new Item("D_FMT", 131113, "%m/%d/%y"),
    new Item("T_FMT", 131114, "%H:%M:%S"),
    new Item("AM_STR", 131110, "AM"),
    new Item("PM_STR", 131111, "PM"),
    new Item("CODESET", 14, "UTF-8"),
    new Item("T_FMT_AMPM", 131115, "%I:%M:%S %p"),
    new Item("ERA", 131116, ""),
    new Item("ERA_D_FMT", 131118, ""),
    new Item("ERA_D_T_FMT", 131120, ""),
    new Item("ERA_T_FMT", 131121, ""),
    new Item("ALT_DIGITS", 131119, ""),
    new Item("YESEXPR", 327680, "^[yY]"),
    new Item("NOEXPR", 327681, "^[nN]"),
    new Item("_DATE_FMT", 131180, "%a %b %e %H:%M:%S %Z %Y")
  };

  private LanguageInformation() {}

  static void enter(PyDict dict) {
    for (Item item : ITEMS) {
      dict.put(PyStr.interned(item.name), PyLong.of(item.key));
    }
  }

  static String text(int key) {
    for (Item item : ITEMS) {
      if (item.key == key) {
        return item.text;
      }
    }
    throw Errors.valueError("unsupported langinfo constant");
  }
}
