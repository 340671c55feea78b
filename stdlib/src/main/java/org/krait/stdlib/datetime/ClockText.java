package org.krait.stdlib.datetime;

import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.numbers.ZeroFilled;

/** The time of day in ISO 8601, to a chosen precision. */
final class ClockText {
  private ClockText() {}

  /** {@code hh:mm:ss.ffffff} or less, as the {@code timespec} says; null is {@code auto}. */
  static String of(int hour, int minute, int second, int micro, PyObject timespec, String function) {
    String precision = timespec == null ? "auto" : Convert.toText(timespec, function).toString();
    return switch (precision) {
      case "auto" -> micro == 0 ? seconds(hour, minute, second) : full(hour, minute, second, micro);
      case "hours" -> ZeroFilled.of(hour, 2);
      case "minutes" -> seconds(hour, minute, 0).substring(0, 5);
      case "seconds" -> seconds(hour, minute, second);
      case "milliseconds" ->
          seconds(hour, minute, second) + "." + ZeroFilled.of(micro / 1000, 3);
      case "microseconds" -> full(hour, minute, second, micro);
      default -> throw Errors.valueError("Unknown timespec value");
    };
  }

  static String seconds(int hour, int minute, int second) {
    char[] text = {'0', '0', ':', '0', '0', ':', '0', '0'};
    two(text, 0, hour);
    two(text, 3, minute);
    two(text, 6, second);
    return new String(text);
  }

  private static void two(char[] text, int at, int value) {
    text[at] = (char) ('0' + value / 10);
    text[at + 1] = (char) ('0' + value % 10);
  }

  private static String full(int hour, int minute, int second, int micro) {
    return seconds(hour, minute, second) + "." + ZeroFilled.of(micro, 6);
  }
}
