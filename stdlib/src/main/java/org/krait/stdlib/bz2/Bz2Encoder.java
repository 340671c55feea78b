package org.krait.stdlib.bz2;

import java.util.Arrays;

/** Collects bytes into blocks, runs shortened, and writes full blocks. */
final class Bz2Encoder {
  private static final int UNIT = 100_000;
  private static final int SPARE = 19;
  private static final int LONGEST_RUN = 255;
  private static final int NONE = 256;

  private final int level;
  private final int capacity;
  private final BitWriter out = new BitWriter();
  private byte[] block;
  private int size;
  private final boolean[] inUse = new boolean[256];
  private int crc = -1;
  private int combined;
  private boolean begun;
  private int runByte = NONE;
  private int runLength;

  Bz2Encoder(int level) {
    this.level = level;
    this.capacity = level * UNIT - SPARE;
    this.block = new byte[4096];
  }

  /** What can be written after so much more input. */
  byte[] compress(byte[] data) {
    for (byte value : data) {
      if (size >= capacity) {
        writeBlock();
      }
      add(value & 0xff);
    }
    if (size >= capacity) {
      writeBlock();
    }
    return out.take();
  }

  byte[] finish() {
    flushRun();
    if (size > 0) {
      writeBlock();
    }
    begin();
    out.bits(24, 0x177245);
    out.bits(24, 0x385090);
    out.bits(32, combined);
    out.finish();
    return out.take();
  }

  private void add(int value) {
    if (value == runByte && runLength < LONGEST_RUN) {
      runLength++;
      return;
    }
    flushRun();
    runByte = value;
    runLength = 1;
  }

  private void flushRun() {
    if (runByte == NONE) {
      return;
    }
    room();
    for (int i = 0; i < runLength; i++) {
      crc = BlockCrc.update(crc, runByte);
    }
    inUse[runByte] = true;
    for (int i = Math.min(runLength, 4); i > 0; i--) {
      block[size++] = (byte) runByte;
    }
    if (runLength >= 4) {
      inUse[runLength - 4] = true;
      block[size++] = (byte) (runLength - 4);
    }
    runByte = NONE;
    runLength = 0;
  }

  private void room() {
    if (size + 16 > block.length) {
      block = Arrays.copyOf(block, Math.min(level * UNIT + 16, block.length * 2));
    }
  }

  private void begin() {
    if (!begun) {
      begun = true;
      out.bits(24, 'B' << 16 | 'Z' << 8 | 'h');
      out.bits(8, '0' + level);
    }
  }

  private void writeBlock() {
    begin();
    room();
    int sum = ~crc;
    combined = Integer.rotateLeft(combined, 1) ^ sum;
    out.bits(24, 0x314159);
    out.bits(24, 0x265359);
    out.bits(32, sum);
    WriteBlock.to(out, block, size, SortRotations.of(block, size), inUse);
    Arrays.fill(inUse, false);
    size = 0;
    crc = -1;
  }
}
