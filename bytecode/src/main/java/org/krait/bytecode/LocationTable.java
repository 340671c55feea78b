package org.krait.bytecode;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code co_linetable}: which place in the source each code unit comes from (PEP 626, PEP
 * 657; {@code Objects/locations.md} of CPython).
 *
 * <p>A cursor over the entries in order. A damaged table ends early and {@link #isDamaged} says so.
 */
public final class LocationTable {
  static final int SHORT_FORMS = 10;
  static final int ONE_LINE = 10;
  static final int NO_COLUMNS = 13;
  static final int LONG = 14;
  static final int NONE = 15;

  /** A place in source that is not there. */
  public static final int ABSENT = -1;

  private final byte[] table;
  private int at;
  private int running;
  private boolean damaged;

  private int start;
  private int end;
  private int line;
  private int endLine;
  private int column;
  private int endColumn;

  public LocationTable(byte[] table, int firstLine) {
    this.table = table;
    this.running = firstLine;
    this.line = ABSENT;
  }

  public LocationTable(CodeObject code) {
    this(code.lineTable(), code.firstLineNumber());
  }

  /** Moves to the next entry; false at the end of the table. */
  public boolean next() {
    if (at >= table.length || damaged) {
      return false;
    }
    int head = table[at++] & 0xff;
    start = end;
    end = start + (head & 7) + 1;
    int form = head >> 3 & 15;
    if ((head & 0x80) == 0) {
      return fail();
    }
    switch (form) {
      case NONE -> place(ABSENT, ABSENT, ABSENT, ABSENT);
      case LONG -> {
        running += signed();
        int lines = unsigned();
        int from = unsigned();
        int to = unsigned();
        place(running, running + lines, from - 1, to - 1);
      }
      case NO_COLUMNS -> {
        running += signed();
        place(running, running, ABSENT, ABSENT);
      }
      case ONE_LINE, ONE_LINE + 1, ONE_LINE + 2 -> {
        running += form - ONE_LINE;
        int from = octet();
        place(running, running, from, octet());
      }
      default -> {
        int second = octet();
        int from = form << 3 | second >> 4;
        place(running, running, from, from + (second & 15));
      }
    }
    return !damaged;
  }

  private void place(int line, int endLine, int column, int endColumn) {
    this.line = line;
    this.endLine = endLine;
    this.column = column;
    this.endColumn = endColumn;
  }

  private boolean fail() {
    damaged = true;
    return false;
  }

  private int octet() {
    if (at >= table.length) {
      damaged = true;
      return 0;
    }
    return table[at++] & 0xff;
  }

  /** Six bits a byte, the lowest first; bit 6 says that more follow. */
  private int unsigned() {
    int value = 0;
    for (int shift = 0; ; shift += 6) {
      int b = octet();
      if (shift > 30 || (b & 0x80) != 0) {
        damaged = true;
      }
      if (damaged) {
        return 0;
      }
      value |= (b & 63) << shift;
      if ((b & 64) == 0) {
        return value;
      }
    }
  }

  private int signed() {
    int value = unsigned();
    return (value & 1) != 0 ? -(value >>> 1) : value >>> 1;
  }

  /** True when the table was cut short or has an entry without the mark of a first byte. */
  public boolean isDamaged() {
    return damaged;
  }

  /** The first code unit of the entry. */
  public int start() {
    return start;
  }

  /** The code unit after the entry. */
  public int end() {
    return end;
  }

  /** The line, or {@link #ABSENT}. */
  public int line() {
    return line;
  }

  /** The last line, or {@link #ABSENT}. */
  public int endLine() {
    return endLine;
  }

  /** The column in bytes of UTF-8, or {@link #ABSENT}. */
  public int column() {
    return column;
  }

  /** The column after the last byte, or {@link #ABSENT}. */
  public int endColumn() {
    return endColumn;
  }

  /**
   * A stretch of code of one line, as {@code co_lines()} gives it.
   *
   * @param start first byte
   * @param end byte after the last
   * @param line line, or {@link #ABSENT}
   */
  public record LineRange(int start, int end, int line) {}

  /** What {@code code.co_lines()} yields: neighbouring entries of one line are one range. */
  public static List<LineRange> lines(CodeObject code) {
    List<LineRange> ranges = new ArrayList<>();
    LocationTable entry = new LocationTable(code);
    int start = 0;
    int line = 0;
    boolean open = false;
    while (entry.next()) {
      if (open && entry.line != line) {
        ranges.add(new LineRange(2 * start, 2 * entry.start, line));
        open = false;
      }
      if (!open) {
        open = true;
        start = entry.start;
        line = entry.line;
      }
    }
    if (open) {
      ranges.add(new LineRange(2 * start, 2 * entry.end, line));
    }
    return ranges;
  }

  /** The line of the code unit, or {@link #ABSENT}. */
  public static int lineAt(CodeObject code, int unit) {
    LocationTable entry = new LocationTable(code);
    while (entry.next()) {
      if (unit < entry.end) {
        return entry.line;
      }
    }
    return ABSENT;
  }
}
