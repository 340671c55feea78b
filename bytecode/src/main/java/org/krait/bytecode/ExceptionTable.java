package org.krait.bytecode;

/**
 * Reads {@code co_exceptiontable}: which handler protects which code ({@code
 * Objects/exception_handling_notes.txt} of CPython).
 *
 * <p>A cursor over the entries in order. A damaged table ends early and {@link #isDamaged} says so.
 */
public final class ExceptionTable {
  private final byte[] table;
  private int at;
  private boolean damaged;

  private int start;
  private int end;
  private int target;
  private int depth;
  private boolean lasti;

  public ExceptionTable(byte[] table) {
    this.table = table;
  }

  /** Moves to the next entry; false at the end of the table. */
  public boolean next() {
    if (at >= table.length || damaged) {
      return false;
    }
    if ((table[at] & 0x80) == 0) {
      damaged = true;
      return false;
    }
    start = number();
    end = start + number();
    target = number();
    int depthAndLasti = number();
    depth = depthAndLasti >> 1;
    lasti = (depthAndLasti & 1) != 0;
    return !damaged;
  }

  /** Six bits a byte, the highest first; bit 6 says that more follow. */
  private int number() {
    int value = 0;
    for (int bytes = 1; ; bytes++) {
      if (at >= table.length || bytes > 5) {
        damaged = true;
        return 0;
      }
      int b = table[at++];
      value = value << 6 | b & 63;
      if ((b & 64) == 0) {
        return value;
      }
    }
  }

  /** True when the table was cut short or has an entry without the mark of a first byte. */
  public boolean isDamaged() {
    return damaged;
  }

  /** The first protected code unit. */
  public int start() {
    return start;
  }

  /** The code unit after the last protected one. */
  public int end() {
    return end;
  }

  /** The handler's first code unit. */
  public int target() {
    return target;
  }

  /** How many values stay on the stack; then come lasti, if wanted, and the exception. */
  public int depth() {
    return depth;
  }

  /** True when the offset of the instruction that raised is pushed below the exception. */
  public boolean pushesLasti() {
    return lasti;
  }

  /** Moves {@code table} to the entry that protects the code unit; false when there is none. */
  public static boolean find(ExceptionTable table, int unit) {
    while (table.next() && table.start <= unit) {
      if (unit < table.end) {
        return true;
      }
    }
    return false;
  }
}
