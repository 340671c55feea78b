package org.krait.stdlib.lzma;

import java.util.Arrays;

/** The input that has been given and not been used. */
final class Input {
  byte[] bytes = {};
  int at;

  void give(byte[] data) {
    int rest = bytes.length - at;
    if (rest == 0) {
      bytes = data;
    } else {
      byte[] all = Arrays.copyOfRange(bytes, at, bytes.length + data.length);
      System.arraycopy(data, 0, all, rest, data.length);
      bytes = all;
    }
    at = 0;
  }

  int available() {
    return bytes.length - at;
  }

  byte[] rest() {
    return Arrays.copyOfRange(bytes, at, bytes.length);
  }

  void need(int count) {
    if (available() < count) {
      throw Shortage.INSTANCE;
    }
  }

  int next() {
    need(1);
    return bytes[at++] & 0xff;
  }

  /** A number of so many bytes, the low one first. */
  long number(int count) {
    need(count);
    long value = 0;
    for (int i = 0; i < count; i++) {
      value |= (bytes[at++] & 0xffL) << 8 * i;
    }
    return value;
  }

  /** A number of seven bits a byte. */
  long variable() {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int b = next();
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        if (b == 0 && shift > 0) {
          throw LzmaFault.corrupt();
        }
        return value;
      }
    }
    throw LzmaFault.corrupt();
  }
}
