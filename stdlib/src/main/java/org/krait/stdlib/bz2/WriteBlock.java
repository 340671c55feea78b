package org.krait.stdlib.bz2;

import java.util.Arrays;

/** Writes a sorted block: places in a list of recent bytes, runs of the first place, prefix codes. */
final class WriteBlock {
  private static final int GROUP = 50;
  private static final int ROUNDS = 4;
  private static final int LONGEST = 17;
  private static final int RUN_A = 0;
  private static final int RUN_B = 1;
  private static final int UNLIKELY = 15;

  private final BitWriter out;
  private final boolean[] inUse;
  private final int[] symbols;
  private int count;
  private final int[] frequencies = new int[258];
  private int alphabet;
  private byte[][] lengths;
  private byte[] selectors;
  private int selectorCount;

  private WriteBlock(BitWriter out, boolean[] inUse, int size) {
    this.out = out;
    this.inUse = inUse;
    this.symbols = new int[size + 2];
  }

  /** Writes everything of a block behind its checksum. */
  static void to(BitWriter out, byte[] block, int size, int[] order, boolean[] inUse) {
    WriteBlock writer = new WriteBlock(out, inUse, size);
    out.bits(1, 0);
    int origin = 0;
    while (order[origin] != 0) {
      origin++;
    }
    out.bits(24, origin);
    writer.places(block, size, order);
    writer.chooseCodes();
    writer.writeMap();
    writer.writeSelectors();
    writer.writeLengths();
    writer.writeSymbols();
  }

  private void places(byte[] block, int size, int[] order) {
    byte[] recent = new byte[256];
    int used = 0;
    for (int i = 0; i < inUse.length; i++) {
      if (inUse[i]) {
        recent[used++] = (byte) i;
      }
    }
    alphabet = used + 2;
    int run = 0;
    for (int i = 0; i < size; i++) {
      byte value = block[order[i] == 0 ? size - 1 : order[i] - 1];
      if (recent[0] == value) {
        run++;
        continue;
      }
      run(run);
      run = 0;
      int place = 1;
      while (recent[place] != value) {
        place++;
      }
      System.arraycopy(recent, 0, recent, 1, place);
      recent[0] = value;
      add(place + 1);
    }
    run(run);
    add(used + 1);
  }

  private void run(int length) {
    if (length == 0) {
      return;
    }
    int rest = length - 1;
    while (true) {
      add((rest & 1) == 0 ? RUN_A : RUN_B);
      if (rest < 2) {
        return;
      }
      rest = (rest - 2) / 2;
    }
  }

  private void add(int symbol) {
    symbols[count++] = symbol;
    frequencies[symbol]++;
  }

  private int tables() {
    return count < 200 ? 2 : count < 600 ? 3 : count < 1200 ? 4 : count < 2400 ? 5 : 6;
  }

  private void chooseCodes() {
    int tables = tables();
    lengths = new byte[tables][alphabet];
    firstGuess(tables);
    selectors = new byte[count / GROUP + 1];
    int[][] counts = new int[tables][alphabet];
    for (int round = 0; round < ROUNDS; round++) {
      for (int[] each : counts) {
        Arrays.fill(each, 0);
      }
      selectorCount = 0;
      for (int from = 0; from < count; from += GROUP) {
        int to = Math.min(from + GROUP, count);
        int best = cheapest(from, to);
        selectors[selectorCount++] = (byte) best;
        for (int i = from; i < to; i++) {
          counts[best][symbols[i]]++;
        }
      }
      for (int t = 0; t < tables; t++) {
        CodeLengths.fill(lengths[t], counts[t], alphabet, LONGEST);
      }
    }
  }

  private void firstGuess(int tables) {
    int left = count;
    int from = 0;
    for (int part = tables; part > 0; part--) {
      int wanted = left / part;
      int to = from - 1;
      int sum = 0;
      while (sum < wanted && to < alphabet - 1) {
        sum += frequencies[++to];
      }
      if (to > from && part != tables && part != 1 && (tables - part) % 2 == 1) {
        sum -= frequencies[to--];
      }
      for (int v = 0; v < alphabet; v++) {
        lengths[part - 1][v] = (byte) (v >= from && v <= to ? 0 : UNLIKELY);
      }
      from = to + 1;
      left -= sum;
    }
  }

  private int cheapest(int from, int to) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int t = 0; t < lengths.length; t++) {
      byte[] table = lengths[t];
      int cost = 0;
      for (int i = from; i < to; i++) {
        cost += table[symbols[i]];
      }
      if (cost < least) {
        least = cost;
        best = t;
      }
    }
    return best;
  }

  private void writeMap() {
    for (int row = 0; row < 16; row++) {
      boolean any = false;
      for (int i = 0; i < 16; i++) {
        any |= inUse[row * 16 + i];
      }
      out.bits(1, any ? 1 : 0);
    }
    for (int row = 0; row < 16; row++) {
      int bits = 0;
      for (int i = 0; i < 16; i++) {
        bits = bits << 1 | (inUse[row * 16 + i] ? 1 : 0);
      }
      if (bits != 0) {
        out.bits(16, bits);
      }
    }
  }

  private void writeSelectors() {
    out.bits(3, lengths.length);
    out.bits(15, selectorCount);
    byte[] recent = {0, 1, 2, 3, 4, 5};
    for (int i = 0; i < selectorCount; i++) {
      int place = 0;
      while (recent[place] != selectors[i]) {
        place++;
      }
      System.arraycopy(recent, 0, recent, 1, place);
      recent[0] = selectors[i];
      out.bits(place + 1, (1 << place + 1) - 2);
    }
  }

  private void writeLengths() {
    for (byte[] table : lengths) {
      int current = table[0];
      out.bits(5, current);
      for (byte length : table) {
        for (; current < length; current++) {
          out.bits(2, 2);
        }
        for (; current > length; current--) {
          out.bits(2, 3);
        }
        out.bits(1, 0);
      }
    }
  }

  private int[] codes(byte[] table) {
    int[] codes = new int[alphabet];
    int code = 0;
    for (int length = 1; length <= LONGEST; length++) {
      for (int v = 0; v < alphabet; v++) {
        if (table[v] == length) {
          codes[v] = code++;
        }
      }
      code <<= 1;
    }
    return codes;
  }

  private void writeSymbols() {
    int[][] codes = new int[lengths.length][];
    for (int t = 0; t < codes.length; t++) {
      codes[t] = codes(lengths[t]);
    }
    for (int i = 0; i < count; i++) {
      int table = selectors[i / GROUP];
      out.bits(lengths[table][symbols[i]], codes[table][symbols[i]]);
    }
  }
}
