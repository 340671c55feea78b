package org.krait.stdlib.datetime;

import java.util.Arrays;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** What a file of the time zone database says: moments of change, and what holds after each. */
final class ZoneData {
  private static final int HOUR = 3600;

  private final long[] utc;

  /** The changes as the clocks show them, before and after they are turned back. */
  private final long[][] local;

  private final ZoneMoment[] after;

  /** What holds before the first change; null in a file without any. */
  private final ZoneMoment before;

  private final ZoneRule rule;

  /** Whether the offset never changes. */
  private final boolean isFixed;

  /** Six tuples, as the library's {@code _common.load_data} reads them. */
  private ZoneData(PyObject[] parts) {
    PyObject[] names = items(parts[4]);
    utc = numbers(parts[1]);
    long[] offsets = numbers(parts[2]);
    long[] isDst = numbers(parts[3]);
    int[] kinds = kinds(numbers(parts[0]), names.length);
    long[] dst = additions(kinds, offsets, isDst);
    local = local(kinds, offsets);
    ZoneMoment[] moments = new ZoneMoment[names.length];
    for (int i = 0; i < moments.length; i++) {
      moments[i] = ZoneMoment.of(offsets[i], dst[i], names[i]);
    }
    after = new ZoneMoment[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      after[i] = moments[kinds[i]];
    }
    before = first(moments, isDst);
    rule = rule(parts[5], moments);
    isFixed =
        moments.length <= 1
            && rule.summer == null
            && (moments.length == 0 || moments[0].isLike(rule.standard));
  }

  /** Reads a file object. */
  static ZoneData read(PyObject file) {
    PyObject common = ThreadState.current().interpreter.importModule("zoneinfo._common");
    PyObject data = Attributes.get(common, "load_data").call(file);
    if (!(data instanceof PyTuple)) {
      throw Errors.typeError("Invalid data result type: %s", Objects.repr(data));
    }
    return new ZoneData(items(data));
  }

  private static PyObject[] items(PyObject tuple) {
    return ((PyTuple) tuple).items();
  }

  private static long[] numbers(PyObject tuple) {
    PyObject[] items = items(tuple);
    long[] numbers = new long[items.length];
    for (int i = 0; i < items.length; i++) {
      numbers[i] = ((PyInt) items[i]).longValue();
    }
    return numbers;
  }

  private static int[] kinds(long[] numbers, int count) {
    int[] kinds = new int[numbers.length];
    for (int i = 0; i < kinds.length; i++) {
      if (numbers[i] < 0 || numbers[i] >= count) {
        throw Errors.valueError(
            "Invalid transition index found while reading TZif: %d", numbers[i]);
      }
      kinds[i] = (int) numbers[i];
    }
    return kinds;
  }

  /**
   * What summer time adds, which the file does not say: the difference to the kind before or after, or
   * an hour where neither is of any help.
   */
  private static long[] additions(int[] kinds, long[] offsets, long[] isDst) {
    long[] added = new long[offsets.length];
    long left = Arrays.stream(isDst).sum();
    for (int i = 1; i < kinds.length && left > 0; i++) {
      int kind = kinds[i];
      if (isDst[kind] == 0 || added[kind] != 0) {
        continue;
      }
      int neighbour = kinds[i - 1];
      long more = isDst[neighbour] == 0 ? offsets[kind] - offsets[neighbour] : 0;
      if (more == 0
          && kind < offsets.length - 1
          && i + 1 < kinds.length
          && isDst[kinds[i + 1]] == 0) {
        more = offsets[kind] - offsets[kinds[i + 1]];
      }
      if (more != 0) {
        added[kind] = more;
        left--;
      }
    }
    if (left > 0) {
      for (int kind = 0; kind < added.length; kind++) {
        if (added[kind] == 0 && isDst[kind] != 0) {
          added[kind] = HOUR;
        }
      }
    }
    return added;
  }

  private long[][] local(int[] kinds, long[] offsets) {
    long[][] walls = {utc.clone(), utc.clone()};
    for (int i = 0; i < kinds.length; i++) {
      long then = offsets[kinds[i]];
      long earlier = i > 0 ? offsets[kinds[i - 1]] : offsets[0];
      walls[0][i] += Math.max(earlier, then);
      walls[1][i] += Math.min(earlier, then);
    }
    return walls;
  }

  private ZoneMoment first(ZoneMoment[] moments, long[] isDst) {
    for (int i = 0; i < moments.length; i++) {
      if (isDst[i] == 0) {
        return moments[i];
      }
    }
    return after.length > 0 ? after[0] : null;
  }

  private ZoneRule rule(PyObject text, ZoneMoment[] moments) {
    if (text != PyNone.NONE && text instanceof PyBytes bytes && bytes.length() > 0) {
      return ZoneRule.parse(bytes);
    }
    if (moments.length == 0) {
      throw Errors.valueError("No time zone information found.");
    }
    return ZoneRule.always(after.length > 0 ? after[after.length - 1] : moments[moments.length - 1]);
  }

  /** What holds for times without a date. */
  ZoneMoment atAnyTime() {
    return isFixed ? rule.standard : ZoneMoment.UNKNOWN;
  }

  /** What holds at a local time. */
  ZoneMoment atLocal(long seconds, int year, int fold) {
    long[] changes = local[fold];
    int count = changes.length;
    if (count > 0 && seconds < changes[0]) {
      return before;
    }
    if (count == 0 || seconds > changes[count - 1]) {
      return rule.atLocal(seconds, year, fold);
    }
    return after[lastUpTo(changes, seconds)];
  }

  /**
   * What holds at a moment.
   *
   * @param isRepeated whether the clocks show the second time what they show then
   */
  record AtMoment(ZoneMoment zone, boolean isRepeated) {}

  /** What holds at a moment, of whose year a rule is asked. */
  AtMoment atUtc(long seconds, int year) {
    int count = utc.length;
    if (count > 0 && seconds < utc[0]) {
      return new AtMoment(before, false);
    }
    if (count == 0) {
      return new AtMoment(rule.atUtc(seconds, year), rule.isRepeated(seconds, year));
    }
    int last = lastUpTo(utc, seconds);
    boolean isLater = seconds > utc[count - 1];
    ZoneMoment earlier = last > 0 ? after[last - 1] : before;
    ZoneMoment now = isLater ? rule.atUtc(seconds, year) : after[last];
    boolean isRepeated = earlier.offset() - now.offset() > seconds - utc[last];
    return new AtMoment(now, isRepeated || isLater && rule.isRepeated(seconds, year));
  }

  /** The last change at or before a time; there is one. */
  private static int lastUpTo(long[] changes, long seconds) {
    int low = 0;
    int high = changes.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (changes[middle] <= seconds) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
