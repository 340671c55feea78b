package org.krait.stdlib.zones;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.krait.runtime.Interpreter;
import org.krait.runtime.ThreadState;
import org.krait.stdlib.os.Environment;

/** The zone of local time, found as the C library finds it: by TZ, or by {@code /etc/localtime}. */
public final class LocalZone {
  private static final Path DATABASE = Path.of("/usr/share/zoneinfo");
  private static final Path MACHINE = Path.of("/etc/localtime");

  private final ZoneFile file;
  private final PosixRule rule;

  private LocalZone(ZoneFile file, PosixRule rule) {
    this.file = file;
    this.rule = rule;
  }

  /** The zone that the interpreter uses; {@link #renew} changes it. */
  private static final class Current {
    private volatile LocalZone zone;
  }

  private static Current current() {
    Interpreter interpreter = ThreadState.current().interpreter;
    return interpreter.service(Current.class, i -> new Current());
  }

  public static LocalZone get() {
    Current current = current();
    LocalZone zone = current.zone;
    if (zone == null) {
      zone = ofEnvironment();
      current.zone = zone;
    }
    return zone;
  }

  /** {@code tzset}: looks at the environment again. */
  public static void renew() {
    current().zone = ofEnvironment();
  }

  private static LocalZone ofEnvironment() {
    String value = Environment.get("TZ");
    if (value == null) {
      return orUtc(read(MACHINE));
    }
    String name = value.startsWith(":") ? value.substring(1) : value;
    if (name.isEmpty()) {
      return orUtc(null);
    }
    LocalZone zone = read(DATABASE.resolve(name));
    if (zone == null && !value.startsWith(":")) {
      PosixRule rule = PosixRule.parse(name);
      zone = new LocalZone(null, rule != null ? rule : PosixRule.ofNameOnly(name));
    }
    return orUtc(zone);
  }

  private static LocalZone orUtc(LocalZone zone) {
    return zone != null ? zone : new LocalZone(null, null);
  }

  private static LocalZone read(Path path) {
    try {
      ZoneFile file = ZoneFile.read(Files.readAllBytes(path));
      return new LocalZone(file, PosixRule.parse(file.footer));
    } catch (IOException | ZoneFile.Fault | java.nio.file.InvalidPathException e) {
      return null;
    }
  }

  /** What holds at a moment. */
  public Kind at(long seconds) {
    if (file == null) {
      return rule == null ? Kind.UTC : rule.at(seconds);
    }
    int last = file.moments.length - 1;
    if (rule != null && (last < 0 || seconds >= file.moments[last])) {
      return rule.at(seconds);
    }
    int place = Arrays.binarySearch(file.moments, seconds);
    int before = place >= 0 ? place : -place - 2;
    if (before < 0) {
      return firstKind();
    }
    return file.kinds[file.indexes[before]];
  }

  private Kind firstKind() {
    for (Kind kind : file.kinds) {
      if (!kind.summer()) {
        return kind;
      }
    }
    return file.kinds.length == 0 ? Kind.UTC : file.kinds[0];
  }

  /**
   * The moment at which clocks show a time, as {@code mktime} finds it.
   *
   * @param shown the time as if it were UTC
   * @param summer 1 or 0 when it is said whether clocks are put forward, -1 when not
   */
  public long moment(long shown, int summer) {
    long best = Long.MIN_VALUE;
    int[] offsets = {
      at(shown - 86_400).offset(), at(shown).offset(), at(shown + 86_400).offset()
    };
    for (int offset : offsets) {
      long candidate = shown - offset;
      Kind there = at(candidate);
      if (there.offset() == offset) {
        if (summer < 0 || there.summer() == (summer > 0)) {
          return candidate;
        }
        best = candidate;
      }
    }
    if (summer >= 0) {
      Long other = otherKind(shown, summer > 0);
      if (other != null) {
        return other;
      }
      if (best != Long.MIN_VALUE && summer > 0) {
        return best - 3600;
      }
    }
    if (best != Long.MIN_VALUE) {
      return best;
    }
    return shown - at(shown - 86_400).offset();
  }

  /** What clocks would show were they put forward, or not, though they are not, or are. */
  private Long otherKind(long shown, boolean summer) {
    for (long distance = 86_400; distance < 366L * 86_400; distance += 7 * 86_400) {
      for (long side : new long[] {shown - distance, shown + distance}) {
        Kind there = at(side);
        if (there.summer() == summer) {
          return shown - there.offset();
        }
      }
    }
    return null;
  }
}
