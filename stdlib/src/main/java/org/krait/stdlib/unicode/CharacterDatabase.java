package org.krait.stdlib.unicode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.runtime.text.CodePointMap;
import org.krait.runtime.text.Unicode;
import org.krait.runtime.text.UnicodeTable;
import org.krait.stdlib.os.TableFile;

/**
 * The properties of characters in one version of Unicode: 15.0, or 3.2, which is kept as what differs
 * from it.
 */
final class CharacterDatabase {
  /** A property whose values are texts. */
  private static final class Property {
    private final CodePointMap numbers = new CodePointMap();
    private final List<String> values = new ArrayList<>(List.of(""));
    private final Map<String, Integer> known = new HashMap<>();

    Property(UnicodeTable table, String section) {
      table.forEach(
          section, (first, last, step, value) -> numbers.fill(first, last, number(value)));
    }

    private int number(String value) {
      return known.computeIfAbsent(
          value,
          text -> {
            values.add(text);
            return values.size() - 1;
          });
    }

    /** The value, or the empty text for none. */
    String get(int c) {
      return values.get(numbers.get(c));
    }
  }

  private static final UnicodeTable TABLE =
      new UnicodeTable(TableFile.open(CharacterDatabase.class, "unicode.txt"));
  static final CharacterDatabase CURRENT = new CharacterDatabase(null, "");
  static final CharacterDatabase OLD = new CharacterDatabase(CURRENT, "-3.2");

  /** What is not here is there; null for the newest version. */
  private final CharacterDatabase newer;

  private final Property category;
  private final Property bidirectional;
  private final Property combining;
  private final Property mirrored;
  private final Property width;
  private final Map<Integer, String> decomposition = new HashMap<>();
  private final Property decimal;
  private final Property digit;
  private final Property numeric;
  private final CodePointMap excluded = new CodePointMap();
  private final Map<Long, Integer> compositions = new HashMap<>();

  private CharacterDatabase(CharacterDatabase newer, String suffix) {
    this.newer = newer;
    boolean old = newer != null;
    category = old ? new Property(TABLE, "category" + suffix) : null;
    bidirectional = new Property(TABLE, "bidirectional" + suffix);
    combining = new Property(TABLE, "combining" + suffix);
    mirrored = new Property(TABLE, "mirrored" + suffix);
    width = new Property(TABLE, "width" + suffix);
    decimal = old ? new Property(TABLE, "decimal" + suffix) : null;
    digit = old ? new Property(TABLE, "digit" + suffix) : null;
    numeric = old ? new Property(TABLE, "numeric" + suffix) : null;
    TABLE.forEach(
        "decomposition" + suffix,
        (first, last, step, value) -> {
          for (int c = first; c <= last; c++) {
            decomposition.put(c, value.equals("-") ? "" : value);
          }
        });
    if (!old) {
      TABLE.forEach("excluded", (first, last, step, value) -> excluded.fill(first, last, 1));
      decomposition.forEach(this::addComposition);
    }
  }

  private void addComposition(int c, String parts) {
    if (!parts.startsWith("<") && parts.indexOf(' ') > 0 && excluded.get(c) == 0) {
      int space = parts.indexOf(' ');
      long first = Integer.parseInt(parts, 0, space, 16);
      int second = Integer.parseInt(parts, space + 1, parts.length(), 16);
      compositions.put(first << 32 | second, c);
    }
  }

  /** What normalization asks, quickly; of the newest version. */
  static NormalForms forms() {
    return Forms.ALL;
  }

  private static final class Forms {
    static final NormalForms ALL = new NormalForms(CURRENT);
  }

  /** Adds the characters that are put together with what stands before them. */
  void addSeconds(Set<Integer> all) {
    for (long pair : compositions.keySet()) {
      all.add((int) pair);
    }
  }

  boolean isOld() {
    return newer != null;
  }

  /** The value of an older version where it has one, {@code -} standing for none at all. */
  private static String older(Property property, int c) {
    String value = property == null ? "" : property.get(c);
    return value.equals("-") ? "" : value.isEmpty() ? null : value;
  }

  String category(int c) {
    String old = older(category, c);
    return old != null ? old : Unicode.CATEGORIES.get(Unicode.category(c));
  }

  String bidirectional(int c) {
    if (newer == null) {
      return bidirectional.get(c);
    }
    String old = older(bidirectional, c);
    return old != null ? old : newer.bidirectional(c);
  }

  int combining(int c) {
    String own = combining.get(c);
    return own.isEmpty() ? (newer == null ? 0 : newer.combining(c)) : Integer.parseInt(own);
  }

  boolean isMirrored(int c) {
    if (newer != null) {
      return !mirrored.get(c).equals("0") && (mirrored.get(c).equals("1") || newer.isMirrored(c));
    }
    return mirrored.numbers.get(c) != 0;
  }

  String width(int c) {
    String own = width.get(c);
    return !own.isEmpty() ? own : newer == null ? "N" : newer.width(c);
  }

  /** The parts as the database writes them, {@code <compat> 0020 0308}; empty for none. */
  String decomposition(int c) {
    String own = decomposition.get(c);
    return own != null ? own : newer == null ? "" : newer.decomposition(c);
  }

  /** Whether the character exists in this version. */
  boolean isAssigned(int c) {
    return !category(c).equals("Cn");
  }

  /** The value of a decimal digit as text, or null. */
  String decimal(int c) {
    String old = older(decimal, c);
    if (old != null) {
      return old.isEmpty() ? null : old;
    }
    int value = Unicode.decimal(c);
    return value < 0 ? null : Integer.toString(value);
  }

  String digit(int c) {
    String old = older(digit, c);
    if (old != null) {
      return old.isEmpty() ? null : old;
    }
    int value = Unicode.digit(c);
    return value < 0 ? null : Integer.toString(value);
  }

  /** The value of a numeric character, {@code 3/4} or a whole number, or null. */
  String numeric(int c) {
    String old = older(numeric, c);
    if (old != null) {
      return old.isEmpty() ? null : old;
    }
    return Unicode.numeric(c);
  }

  /** The character that two make together, or -1. */
  int compose(int first, int second) {
    CharacterDatabase all = newer == null ? this : newer;
    Integer composed = all.compositions.get((long) first << 32 | second);
    return composed == null ? -1 : composed;
  }
}
