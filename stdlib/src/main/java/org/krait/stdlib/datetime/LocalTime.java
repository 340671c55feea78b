package org.krait.stdlib.datetime;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.os.OsErrors;
import org.krait.stdlib.zones.Kind;
import org.krait.stdlib.zones.LocalZone;

/** The time zone of the machine. */
final class LocalTime {
  private static final int EOVERFLOW = 75;
  private static final long LONGEST_FOLD = 24 * 3600;

  private LocalTime() {}

  private static int offset(long seconds) {
    return LocalZone.get().at(seconds).offset();
  }

  /** The local time of a timestamp in seconds. */
  static LocalDateTime at(long seconds) {
    try {
      return LocalDateTime.ofEpochSecond(local(seconds), 0, ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw OsErrors.make(EOVERFLOW);
    }
  }

  /** The zone that holds at a timestamp, with its short name. */
  static PyObject zoneAt(long seconds) {
    Kind kind = LocalZone.get().at(seconds);
    return PyTimeZone.of(PyTimeDelta.of(0, kind.offset(), 0), PyStr.of(kind.name()));
  }

  /** Local time as if it were UTC, in seconds. */
  private static long local(long seconds) {
    return seconds + offset(seconds);
  }

  /**
   * The timestamp at which clocks show a time.
   *
   * @param shown the time as if it were UTC, in seconds
   * @param fold of two such moments the later one; in a gap what clocks would show after it
   */
  static long timestamp(long shown, boolean fold) {
    long first = local(shown) - shown;
    long candidate = shown - first;
    long there = local(candidate);
    long second;
    if (there == shown) {
      // One solution; another may lie on the other side of a change of the clocks.
      long beside = candidate + (fold ? LONGEST_FOLD : -LONGEST_FOLD);
      second = local(beside) - beside;
      if (second == first) {
        return candidate;
      }
    } else {
      second = there - candidate;
    }
    long other = shown - second;
    if (local(other) == shown) {
      return other;
    }
    if (there == shown) {
      return candidate;
    }
    return fold ? Math.min(candidate, other) : Math.max(candidate, other);
  }
}
