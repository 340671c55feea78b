package org.krait.stdlib.zlib;

/** Input of which single bits can be taken, lowest first. */
final class BitInput {
  private static final int MOST = 56;

  /** Bits that were read from the bytes and not taken yet, the next one lowest. */
  long hold;

  int bits;

  byte[] data = {};
  int at;
  int end;
  private boolean starved;

  /** Puts more input behind; what was there before must have been used up. */
  void give(byte[] bytes) {
    data = bytes;
    at = 0;
    end = bytes.length;
    starved = false;
  }

  void copyFrom(BitInput other) {
    hold = other.hold;
    bits = other.bits;
    data = other.data;
    at = other.at;
    end = other.end;
    starved = other.starved;
  }

  /** Where the bytes begin that nobody has used. */
  int position() {
    return at;
  }

  int left() {
    return end - at;
  }

  /** Whether the input ended where more was needed. */
  boolean isStarved() {
    return starved;
  }

  void starve() {
    starved = true;
  }

  /** Reads as many bits as there is room for. */
  void fill() {
    while (bits <= MOST && at < end) {
      hold |= (data[at++] & 0xffL) << bits;
      bits += 8;
    }
  }

  /** Whether there are so many bits, at most 56; else the input is starved. */
  boolean has(int count) {
    if (bits < count) {
      fill();
      starved = bits < count;
    }
    return bits >= count;
  }

  int peek(int count) {
    return (int) (hold & (1L << count) - 1);
  }

  void drop(int count) {
    hold >>>= count;
    bits -= count;
  }

  int take(int count) {
    int value = peek(count);
    drop(count);
    return value;
  }

  /** How many bits there are to the next border of bytes when so many have been taken. */
  int bitsToByteAfter(int count) {
    return bits - count & 7;
  }

  /** Drops the rest of a byte. */
  void toByte() {
    drop(bits & 7);
  }

  /** Takes whole bytes, at most so many; starved when there are fewer. */
  int bytes(byte[] target, int to, int count) {
    int got = 0;
    while (got < count && bits >= 8) {
      target[to + got++] = (byte) take(8);
    }
    int direct = Math.min(count - got, end - at);
    System.arraycopy(data, at, target, to + got, direct);
    at += direct;
    got += direct;
    starved = got < count;
    return got;
  }

  /** Lets the whole bytes that were read ahead be input again. */
  void giveBack() {
    int whole = Math.min(bits >>> 3, at);
    at -= whole;
    bits -= whole << 3;
    hold &= (1L << bits) - 1;
  }
}
