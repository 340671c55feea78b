package org.krait.stdlib.lzma;

/** Bytes as differences to those some way before. */
final class DeltaFilter implements ByteFilter {
  private final byte[] history = new byte[256];
  private final int distance;
  private final boolean encoding;
  private int position;

  DeltaFilter(int distance, boolean encoding) {
    this.distance = distance;
    this.encoding = encoding;
  }

  @Override
  public int filter(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte before = history[position - distance & 0xff];
      byte value = bytes[i];
      bytes[i] = (byte) (encoding ? value - before : value + before);
      history[position++ & 0xff] = encoding ? value : bytes[i];
    }
    return to - from;
  }
}
