package org.krait.bytecode;

/** Writes {@code co_exceptiontable}, byte for byte as CPython's assembler does. */
public final class ExceptionTableWriter {
  private static final int FIRST_OF_ENTRY = 0x80;
  private static final int MORE = 0x40;

  private final ByteBuilder out = new ByteBuilder();

  /**
   * Adds a protected range; ranges come in the order of their starts and do not overlap.
   *
   * @param start first protected code unit
   * @param end code unit after the last
   * @param target first code unit of the handler
   * @param depth how many values stay on the stack
   * @param lasti whether the offset of the instruction that raised is pushed
   */
  public void add(int start, int end, int target, int depth, boolean lasti) {
    number(start, FIRST_OF_ENTRY);
    number(end - start, 0);
    number(target, 0);
    number(depth << 1 | (lasti ? 1 : 0), 0);
  }

  private void number(int value, int mark) {
    int shift = 0;
    while (shift < 24 && value >>> shift + 6 != 0) {
      shift += 6;
    }
    int bits = mark;
    for (; shift > 0; shift -= 6) {
      out.write(bits | MORE | value >> shift & 63);
      bits = 0;
    }
    out.write(bits | value & 63);
  }

  /** The table of all that was added. */
  public byte[] toByteArray() {
    return out.toByteArray();
  }
}
