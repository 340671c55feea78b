package org.krait.stdlib.zlib;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Data that is being compressed. */
final class DeflateStream {
  static final int NO_FLUSH = 0;
  static final int PARTIAL_FLUSH = 1;
  static final int SYNC_FLUSH = 2;
  static final int FULL_FLUSH = 3;
  static final int FINISH = 4;
  static final int BLOCK = 5;

  static final int HUFFMAN_ONLY = 2;
  static final int MOST_STRATEGY = 4;
  private static final int WINDOW = 1 << 15;
  private static final int SPOOL = 1 << 13;

  private final Container container;
  private final int windowBits;
  private final int level;
  private final int strategy;
  private final Deflater deflater;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** The last input, at most a window: with it a copy can go on. */
  private byte[] history = {};

  private byte[] dictionary;
  private byte[] spool;
  private boolean begun;
  private boolean ended;

  /** How much was put in since the compressor last forgot what was before. */
  private int sinceReset;

  private int check;
  private long total;

  /**
   * A stream.
   *
   * @param wbits window and container, both must be possible for compression
   */
  DeflateStream(int level, int wbits, int strategy) {
    this(Container.of(wbits), Math.max(9, Container.windowBits(wbits)), level, strategy);
    check = Checksum.start(container);
  }

  private DeflateStream(Container container, int windowBits, int level, int strategy) {
    this.container = container;
    this.windowBits = windowBits;
    this.level = level;
    this.strategy = strategy;
    deflater = new Deflater(level, true);
    if (strategy <= HUFFMAN_ONLY) {
      deflater.setStrategy(strategy);
    }
  }

  /** Whether such a stream can be made. */
  static boolean isPossible(int level, int wbits, int strategy) {
    Container container = Container.of(wbits);
    int bits = Container.windowBits(wbits);
    return level >= -1
        && level <= 9
        && container != null
        && container != Container.DETECT
        && bits >= (container == Container.ZLIB ? 8 : 9)
        && strategy >= 0
        && strategy <= MOST_STRATEGY;
  }

  /** What the decompressor will be given as well; false when the container cannot say so. */
  boolean setDictionary(byte[] bytes) {
    if (container == Container.GZIP) {
      return false;
    }
    dictionary = bytes;
    remember(bytes, 0, bytes.length);
    deflater.setDictionary(history);
    return true;
  }

  /** The same stream once more; both go on on their own. Null when the stream has ended. */
  DeflateStream copy() {
    if (ended) {
      return null;
    }
    if (begun) {
      drain(Deflater.SYNC_FLUSH);
    }
    DeflateStream copy = new DeflateStream(container, windowBits, level, strategy);
    copy.history = history;
    copy.dictionary = dictionary;
    copy.begun = begun;
    copy.sinceReset = sinceReset;
    copy.check = check;
    copy.total = total;
    copy.out.writeBytes(out.toByteArray());
    if (history.length > 0) {
      copy.deflater.setDictionary(history);
    }
    return copy;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Puts data in and takes out what is ready. */
  byte[] compress(byte[] data) {
    begin();
    check = Checksum.update(container, check, data, 0, data.length);
    total += data.length;
    int chunk = windowBits < Container.LARGEST_WINDOW ? 1 << windowBits : Integer.MAX_VALUE;
    for (int at = 0; at < data.length; ) {
      int count = Math.min(data.length - at, chunk - sinceReset);
      deflater.setInput(data, at, count);
      drain(Deflater.NO_FLUSH);
      at += count;
      sinceReset = chunk == Integer.MAX_VALUE ? 0 : sinceReset + count;
      if (sinceReset == chunk) {
        // A smaller window: what lies farther back must not be referred to.
        drain(Deflater.FULL_FLUSH);
        sinceReset = 0;
      }
    }
    remember(data, 0, data.length);
    return take();
  }

  /** Brings out what is inside; {@link #FINISH} ends the stream. */
  byte[] flush(int mode) {
    begin();
    switch (mode) {
      case FINISH -> finish();
      case FULL_FLUSH -> drain(Deflater.FULL_FLUSH);
      default -> drain(Deflater.SYNC_FLUSH);
    }
    return take();
  }

  private void finish() {
    deflater.finish();
    drain(Deflater.NO_FLUSH);
    if (!deflater.finished()) {
      // With another strategy than usual and no input, the first call only sets that.
      drain(Deflater.NO_FLUSH);
    }
    deflater.end();
    spool = null;
    ended = true;
    if (container == Container.ZLIB) {
      writeInt(Integer.reverseBytes(check));
    } else if (container == Container.GZIP) {
      writeInt(check);
      writeInt((int) total);
    }
  }

  private void drain(int mode) {
    if (spool == null) {
      spool = new byte[SPOOL];
    }
    int got;
    do {
      got = deflater.deflate(spool, 0, spool.length, mode);
      out.write(spool, 0, got);
    } while (got == spool.length || mode == Deflater.NO_FLUSH && got > 0);
  }

  private byte[] take() {
    byte[] result = out.toByteArray();
    out.reset();
    return result;
  }

  private void remember(byte[] data, int from, int to) {
    int count = to - from;
    if (count >= WINDOW) {
      history = Arrays.copyOfRange(data, to - WINDOW, to);
      return;
    }
    if (count > 0) {
      int keep = Math.min(history.length, WINDOW - count);
      byte[] joined = new byte[keep + count];
      System.arraycopy(history, history.length - keep, joined, 0, keep);
      System.arraycopy(data, from, joined, keep, count);
      history = joined;
    }
  }

  // ---- containers

  private void begin() {
    if (begun) {
      return;
    }
    begun = true;
    if (container == Container.ZLIB) {
      zlibHeader();
    } else if (container == Container.GZIP) {
      int speed = level == 9 ? 2 : isFast() ? 4 : 0;
      out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, (byte) speed, 3});
    }
  }

  private boolean isFast() {
    return strategy >= HUFFMAN_ONLY || level == 0 || level == 1;
  }

  private void zlibHeader() {
    int effort = isFast() ? 0 : level == -1 || level == 6 ? 2 : level < 6 ? 1 : 3;
    int head = windowBits - 8 << 12 | 8 << 8 | effort << 6 | (dictionary == null ? 0 : 0x20);
    head += 31 - head % 31;
    out.write(head >>> 8);
    out.write(head);
    if (dictionary != null) {
      writeInt(Integer.reverseBytes(Checksum.adler32(dictionary, 0, dictionary.length, 1)));
    }
  }

  private void writeInt(int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += 8) {
      out.write(value >>> shift);
    }
  }
}
