package org.krait.bytecode;

/** Writes {@code co_linetable}, byte for byte as CPython's assembler does. */
public final class LocationTableWriter {
  /** An entry covers so many code units at most. */
  private static final int MAX_UNITS = 8;

  private final ByteBuilder out = new ByteBuilder();
  private int running;

  private int units;
  private int line = LocationTable.ABSENT;
  private int endLine = LocationTable.ABSENT;
  private int column = LocationTable.ABSENT;
  private int endColumn = LocationTable.ABSENT;

  public LocationTableWriter(int firstLine) {
    running = firstLine;
  }

  /**
   * Adds an instruction; neighbours of the same place share an entry.
   *
   * @param count the instruction's code units, its extended arguments and caches included
   * @param line lines from 1 and columns in bytes from 0; {@link LocationTable#ABSENT} for none
   */
  public void add(int count, int line, int endLine, int column, int endColumn) {
    if (line != this.line
        || endLine != this.endLine
        || column != this.column
        || endColumn != this.endColumn) {
      flush();
      this.line = line;
      this.endLine = endLine;
      this.column = column;
      this.endColumn = endColumn;
    }
    units += count;
  }

  /** Adds an entry of its own that knows a line only, or nothing. */
  public void addLine(int count, int line) {
    flush();
    this.line = line;
    endLine = line;
    column = LocationTable.ABSENT;
    endColumn = LocationTable.ABSENT;
    units = count;
    flush();
  }

  /** The table of all that was added. */
  public byte[] toByteArray() {
    flush();
    return out.toByteArray();
  }

  private void flush() {
    for (; units > MAX_UNITS; units -= MAX_UNITS) {
      entry(MAX_UNITS);
    }
    if (units > 0) {
      entry(units);
    }
    units = 0;
  }

  private void entry(int count) {
    if (line < 0) {
      head(LocationTable.NONE, count);
      return;
    }
    int delta = line - running;
    running = line;
    boolean oneLine = endLine == line;
    if (column < 0 || endColumn < 0) {
      if (oneLine || endLine < 0) {
        head(LocationTable.NO_COLUMNS, count);
        signed(delta);
        return;
      }
    } else if (oneLine) {
      int width = endColumn - column;
      if (delta == 0 && column < 8 * LocationTable.SHORT_FORMS && width >= 0 && width < 16) {
        head(column >> 3, count);
        out.write((column & 7) << 4 | width);
        return;
      }
      if (delta >= 0 && delta < 3 && column < 128 && endColumn < 128) {
        head(LocationTable.ONE_LINE + delta, count);
        out.write(column);
        out.write(endColumn);
        return;
      }
    }
    head(LocationTable.LONG, count);
    signed(delta);
    unsigned(endLine - line);
    unsigned(column + 1);
    unsigned(endColumn + 1);
  }

  private void head(int form, int count) {
    out.write(0x80 | form << 3 | count - 1);
  }

  private void unsigned(int value) {
    int rest = value;
    for (; (rest & ~63) != 0; rest >>>= 6) {
      out.write(64 | rest & 63);
    }
    out.write(rest);
  }

  private void signed(int value) {
    unsigned(value < 0 ? -value << 1 | 1 : value << 1);
  }
}
