package org.krait.stdlib.bz2;

import java.util.Arrays;

/**
 * Reads one stream, whose bytes come in pieces.
 *
 * <p>What stands before the symbols of a block is read again from its start when there was not enough
 * input for it; symbols are read one by one, and none is begun without input for the longest.
 */
final class Bz2Decoder {
  private static final int UNIT = 100_000;
  private static final int GROUP = 50;
  private static final int LONGEST = 20;
  private static final int MOST_SELECTORS = 18002;
  private static final long BLOCK = 0x314159265359L;
  private static final long END = 0x177245385090L;

  /** The stream is none. */
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Fault() {
      super(null, null, false, false);
    }
  }

  /** There is not enough input. */
  private static final class Shortage extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final Shortage INSTANCE = new Shortage();

    private Shortage() {
      super(null, null, false, false);
    }
  }

  private enum Stage {
    MAGIC,
    BLOCK,
    SYMBOLS,
    OUTPUT,
    END
  }

  private byte[] in = {};
  private int at;
  private int end;
  private long bits;
  private int bitCount;

  private Stage stage = Stage.MAGIC;
  private int capacity;
  private int[] cells;
  private int[] tails;
  private int size;
  private int origin;
  private int wantedCrc;
  private int combined;
  private int crc;

  private final byte[] recent = new byte[256];
  private int symbolEnd;
  private DecodeTable[] tables;
  private byte[] selectors;
  private int selectorCount;
  private int group;
  private int groupLeft;
  private int run;
  private int runWeight;

  private int cursor;
  private int left;
  private int previous;
  private int repeats;
  private int pendingRun;

  boolean isAtEnd() {
    return stage == Stage.END;
  }

  /** Gives input, in addition to what is left. */
  void give(byte[] data) {
    int rest = end - at;
    byte[] all = new byte[rest + data.length];
    System.arraycopy(in, at, all, 0, rest);
    System.arraycopy(data, 0, all, rest, data.length);
    in = all;
    at = 0;
    end = all.length;
  }

  /** The input that was not used; at the end what follows the stream. */
  byte[] rest() {
    return Arrays.copyOfRange(in, at - (isAtEnd() ? bitCount / 8 : 0), end);
  }

  /** Whether more output could be had without more input. */
  boolean hasOutput() {
    return stage == Stage.OUTPUT;
  }

  /** Decodes into a buffer that grows, at most up to a limit, as long as there is input. */
  byte[] run(int limit) {
    byte[] out = new byte[Math.min(limit, 8192)];
    int filled = 0;
    try {
      while (stage != Stage.END) {
        switch (stage) {
          case MAGIC -> magic();
          case BLOCK -> block();
          case SYMBOLS -> symbols();
          default -> {
            if (filled == limit && !(left == 0 && pendingRun == 0)) {
              return out;
            }
            if (filled == out.length && filled < limit) {
              out = Arrays.copyOf(out, (int) Math.min(limit, out.length * 2L));
            }
            filled = output(out, filled);
          }
        }
      }
    } catch (Shortage e) {
      // What was read of this part is read again.
    }
    return filled == out.length ? out : Arrays.copyOf(out, filled);
  }

  // ---- bits

  private int bits(int width) {
    while (bitCount < width) {
      if (at == end) {
        throw Shortage.INSTANCE;
      }
      bits = bits << 8 | in[at++] & 0xff;
      bitCount += 8;
    }
    bitCount -= width;
    return (int) (bits >>> bitCount & (1L << width) - 1);
  }

  private void magic() {
    int start = at;
    try {
      if (bits(8) != 'B' || bits(8) != 'Z' || bits(8) != 'h') {
        throw new Fault();
      }
      int level = bits(8) - '0';
      if (level < 1 || level > 9) {
        throw new Fault();
      }
      capacity = level * UNIT;
      stage = Stage.BLOCK;
    } catch (Shortage e) {
      at = start;
      bitCount = 0;
      throw e;
    }
  }

  private void block() {
    int start = at;
    long startBits = bits;
    int startCount = bitCount;
    try {
      long magic = (long) bits(24) << 24 | bits(24);
      int sum = bits(32);
      if (magic == END) {
        if (sum != combined) {
          throw new Fault();
        }
        bitCount -= bitCount % 8;
        stage = Stage.END;
        return;
      }
      if (magic != BLOCK) {
        throw new Fault();
      }
      wantedCrc = sum;
      beginBlock();
      stage = Stage.SYMBOLS;
    } catch (Shortage e) {
      at = start;
      bits = startBits;
      bitCount = startCount;
      throw e;
    }
  }

  private void beginBlock() {
    if (bits(1) != 0) {
      throw new Fault(); // randomised blocks have not been written since 1997
    }
    origin = bits(24);
    if (origin > 10 + capacity) {
      throw new Fault();
    }
    int used = map();
    if (used == 0) {
      throw new Fault();
    }
    symbolEnd = used + 1;
    int count = bits(3);
    selectorCount = bits(15);
    if (count < 2 || count > 6 || selectorCount < 1) {
      throw new Fault();
    }
    selectors(count);
    tables = new DecodeTable[count];
    for (int t = 0; t < count; t++) {
      tables[t] = new DecodeTable(lengths(used + 2));
    }
    if (cells == null) {
      cells = new int[Math.min(capacity, UNIT)];
    }
    size = 0;
    group = -1;
    groupLeft = 0;
    run = 0;
    runWeight = 1;
  }

  private int map() {
    int rows = bits(16);
    int used = 0;
    for (int row = 0; row < 16; row++) {
      if ((rows >> 15 - row & 1) != 0) {
        int columns = bits(16);
        for (int i = 0; i < 16; i++) {
          if ((columns >> 15 - i & 1) != 0) {
            recent[used++] = (byte) (row * 16 + i);
          }
        }
      }
    }
    return used;
  }

  private void selectors(int count) {
    byte[] order = {0, 1, 2, 3, 4, 5};
    selectors = new byte[Math.min(selectorCount, MOST_SELECTORS)];
    for (int i = 0; i < selectorCount; i++) {
      int place = 0;
      while (bits(1) != 0) {
        if (++place >= count) {
          throw new Fault();
        }
      }
      byte table = order[place];
      System.arraycopy(order, 0, order, 1, place);
      order[0] = table;
      if (i < selectors.length) {
        selectors[i] = table;
      }
    }
    selectorCount = selectors.length;
  }

  private byte[] lengths(int count) {
    byte[] lengths = new byte[count];
    int current = bits(5);
    for (int i = 0; i < count; i++) {
      while (true) {
        if (current < 1 || current > LONGEST) {
          throw new Fault();
        }
        if (bits(1) == 0) {
          break;
        }
        current += bits(1) == 0 ? 1 : -1;
      }
      lengths[i] = (byte) current;
    }
    return lengths;
  }

  // ---- symbols

  private void symbols() {
    while (true) {
      if (groupLeft == 0) {
        if (++group >= selectorCount) {
          throw new Fault();
        }
        groupLeft = GROUP;
      }
      int symbol = symbol(tables[selectors[group]]);
      groupLeft--;
      if (symbol <= 1) {
        if (runWeight >= 2 * 1024 * 1024) {
          throw new Fault();
        }
        run += runWeight << symbol;
        runWeight <<= 1;
        continue;
      }
      if (run > 0) {
        repeat(recent[0] & 0xff, run);
        run = 0;
        runWeight = 1;
      }
      if (symbol == symbolEnd) {
        endBlock();
        return;
      }
      int place = symbol - 1;
      byte value = recent[place];
      System.arraycopy(recent, 0, recent, 1, place);
      recent[0] = value;
      repeat(value & 0xff, 1);
    }
  }

  private void repeat(int value, int count) {
    if (size + count > capacity) {
      throw new Fault();
    }
    if (size + count > cells.length) {
      cells = Arrays.copyOf(cells, Math.min(capacity, Math.max(cells.length * 2, size + count)));
    }
    Arrays.fill(cells, size, size + count, value);
    size += count;
  }

  private int symbol(DecodeTable table) {
    while (bitCount < LONGEST && at < end) {
      bits = bits << 8 | in[at++] & 0xff;
      bitCount += 8;
    }
    int window =
        (int) (bitCount >= LONGEST ? bits >>> bitCount - LONGEST : bits << LONGEST - bitCount)
            & (1 << LONGEST) - 1;
    int found = table.find(window);
    int length = found & 31;
    if (found < 0) {
      if (bitCount < LONGEST) {
        throw Shortage.INSTANCE;
      }
      throw new Fault();
    }
    if (length > bitCount) {
      throw Shortage.INSTANCE;
    }
    bitCount -= length;
    return found >> 5;
  }

  // ---- output

  private void endBlock() {
    if (origin >= size) {
      throw new Fault();
    }
    int[] starts = new int[257];
    for (int i = 0; i < size; i++) {
      starts[(cells[i] & 0xff) + 1]++;
    }
    for (int i = 0; i < 256; i++) {
      starts[i + 1] += starts[i];
    }
    for (int i = 0; i < size; i++) {
      cells[starts[cells[i] & 0xff]++] |= i << 8;
    }
    cursor = cells[origin] >>> 8;
    left = size;
    previous = -1;
    repeats = 0;
    pendingRun = 0;
    crc = -1;
    stage = Stage.OUTPUT;
  }

  private int output(byte[] out, int from) {
    int filled = from;
    while (true) {
      while (pendingRun > 0) {
        if (filled == out.length) {
          return filled;
        }
        out[filled++] = (byte) previous;
        crc = BlockCrc.update(crc, previous);
        pendingRun--;
      }
      if (left == 0) {
        finishBlock();
        return filled;
      }
      if (filled == out.length) {
        return filled;
      }
      int cell = cells[cursor];
      cursor = cell >>> 8;
      int value = cell & 0xff;
      left--;
      if (repeats == 4) {
        pendingRun = value;
        repeats = 0; // the next byte begins a new run, even when it is the same
        continue;
      }
      repeats = value == previous ? repeats + 1 : 1;
      previous = value;
      out[filled++] = (byte) value;
      crc = BlockCrc.update(crc, value);
    }
  }

  private void finishBlock() {
    if (~crc != wantedCrc) {
      throw new Fault();
    }
    combined = Integer.rotateLeft(combined, 1) ^ wantedCrc;
    stage = Stage.BLOCK;
  }
}
