package org.krait.stdlib.binascii;

import org.krait.runtime.types.PyBytes;

/** A line of uuencoded data: its length, then four characters for three bytes. */
final class Uuencoding {
  private static final int MOST = 45;
  private static final int MASK = 0x3f;

  private Uuencoding() {}

  static PyBytes encode(byte[] data, boolean backtick) {
    if (data.length > MOST) {
      throw BinasciiModule.error("At most 45 bytes at once");
    }
    ByteSink out = new ByteSink(2 + (data.length + 2) / 3 * 4);
    out.add(character(data.length, backtick));
    for (int i = 0; i < data.length; i += 3) {
      int bits = at(data, i) << 16 | at(data, i + 1) << 8 | at(data, i + 2);
      for (int shift = 18; shift >= 0; shift -= 6) {
        out.add(character(bits >> shift & MASK, backtick));
      }
    }
    out.add('\n');
    return out.toBytes();
  }

  private static int at(byte[] data, int index) {
    return index < data.length ? data[index] & 0xff : 0;
  }

  private static int character(int value, boolean backtick) {
    return backtick && value == 0 ? '`' : ' ' + value;
  }

  static PyBytes decode(byte[] line) {
    // A missing length reads as the zero byte behind a C string.
    int left = (line.length == 0 ? 0 : line[0] & 0xff) - ' ' & MASK;
    ByteSink out = new ByteSink(left);
    int at = 1;
    int bits = 0;
    int held = 0;
    while (left > 0) {
      int value = at < line.length ? value(line[at]) : 0;
      at++;
      held = held << 6 | value;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        out.add(held >> bits);
        held &= (1 << bits) - 1;
        left--;
      }
    }
    for (; at < line.length; at++) {
      byte b = line[at];
      if (b != ' ' && b != '`' && b != '\n' && b != '\r') {
        throw BinasciiModule.error("Trailing garbage");
      }
    }
    return out.toBytes();
  }

  private static int value(byte b) {
    if (b == '\n' || b == '\r') {
      return 0;
    }
    int value = (b & 0xff) - ' ';
    if (value < 0 || value > 64) {
      throw BinasciiModule.error("Illegal char");
    }
    return value & MASK;
  }
}
