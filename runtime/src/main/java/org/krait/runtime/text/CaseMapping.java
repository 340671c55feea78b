package org.krait.runtime.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** One of the four conversions of case of Unicode 15.0, for single characters. */
public final class CaseMapping {
  public static final CaseMapping LOWER = new CaseMapping("lower");
  public static final CaseMapping UPPER = new CaseMapping("upper");
  public static final CaseMapping TITLE = new CaseMapping("title");
  public static final CaseMapping FOLD = new CaseMapping("fold");

  private final String name;
  private final CodePointMap deltas = new CodePointMap();
  private final Map<Integer, int[]> full = new HashMap<>();

  /** The keys of {@link #full}, of which there are few: most characters need not be looked for there. */
  private final BitSet inFull = new BitSet();

  private CaseMapping(String name) {
    this.name = name;
  }

  /** Fills all four from the table; done once, by {@link Unicode}. */
  static void read(UnicodeTable table) {
    LOWER.fill(table);
    UPPER.fill(table);
    TITLE.fill(table);
    FOLD.fill(table);
  }

  private void fill(UnicodeTable table) {
    table.forEach(name, new Section(this, false));
    table.forEach(name + "-full", new Section(this, true));
  }

  /** What is read into one: of single characters, or of several. */
  private record Section(CaseMapping target, boolean several) implements UnicodeTable.Line {
    @Override
    public void range(int first, int last, int step, String value) {
      if (several) {
        target.full.put(first, points(value));
        target.inFull.set(first);
      } else {
        target.deltas.fill(first, last, step, Integer.parseInt(value));
      }
    }
  }

  private static int[] points(String hex) {
    String[] parts = hex.split(" ");
    int[] points = new int[parts.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = Integer.parseInt(parts[i], 16);
    }
    return points;
  }

  /** The one character that stands for this one. */
  public int simple(int c) {
    if (c < 0x80) {
      boolean up = this == UPPER || this == TITLE;
      return up ? (c >= 'a' && c <= 'z' ? c - 32 : c) : (c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    Unicode.load();
    return c + deltas.get(c);
  }

  /** The several characters that stand for this one, or null when {@link #simple} does. */
  public int[] full(int c) {
    if (c < 0xdf) {
      return null;
    }
    Unicode.load();
    return inFull.get(c) ? full.get(c) : null;
  }

  /** A text of characters up to U+FFFF, mapped whatever stands around each; null when one becomes more than that. */
  public String map(String text) {
    Unicode.load();
    char[] units = new char[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int mapped = c < 0x80 ? simple(c) : c + deltas.get(c);
      int[] several = c < 0xdf || !inFull.get(c) ? null : full.get((int) c);
      int count = several == null ? 1 : several.length;
      if (units.length - length < text.length() - i - 1 + count) {
        units = Arrays.copyOf(units, units.length + (units.length >> 3) + 16);
      }
      for (int part = 0; part < count; part++) {
        int one = several == null ? mapped : several[part];
        if (one >> Character.SIZE != 0) {
          return null;
        }
        units[length++] = (char) one;
      }
    }
    return new String(units, 0, length);
  }

  /** Appends what a character becomes. */
  public void append(int c, PyStrBuilder target) {
    int[] several = full(c);
    if (several == null) {
      target.append(simple(c));
      return;
    }
    for (int one : several) {
      target.append(one);
    }
  }
}
