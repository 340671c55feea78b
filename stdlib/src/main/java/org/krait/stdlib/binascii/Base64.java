package org.krait.stdlib.binascii;

import java.util.Arrays;
import org.krait.runtime.types.PyBytes;

/** Base64 (RFC 4648), decoded leniently or strictly. */
final class Base64 {
  private static final byte[] VALUES = new byte[256];
  private static final byte PAD = -2;
  private static final byte OTHER = -1;

  static {
    Arrays.fill(VALUES, OTHER);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      VALUES[alphabet.charAt(i)] = (byte) i;
    }
    VALUES['='] = PAD;
  }

  private Base64() {}

  static PyBytes encode(byte[] data, boolean newline) {
    byte[] text = java.util.Base64.getEncoder().encode(data);
    if (newline) {
      text = Arrays.copyOf(text, text.length + 1);
      text[text.length - 1] = '\n';
    }
    return PyBytes.of(text);
  }

  /** Decodes, skipping what is not of the alphabet, up to the padding that completes a group. */
  static PyBytes decode(byte[] text) {
    ByteSink out = new ByteSink(text.length / 4 * 3 + 3);
    int group = 0;
    int held = 0;
    int pads = 0;
    for (int i = 0; i < text.length; i++) {
      if (group == 0) {
        i = pushGroups(out, text, i);
        if (i == text.length) {
          break;
        }
      }
      byte value = VALUES[text[i] & 0xff];
      if (value == PAD) {
        if (group >= 2 && group + ++pads >= 4) {
          return out.toBytes();
        }
      } else if (value != OTHER) {
        pads = 0;
        held = push(out, group, held, value);
        group = group + 1 & 3;
      }
    }
    return finish(out, group);
  }

  /** Decodes groups of four as long as they hold nothing else; returns where they end. */
  private static int pushGroups(ByteSink out, byte[] text, int from) {
    int at = from;
    for (; at + 4 <= text.length; at += 4) {
      int bits =
          VALUES[text[at] & 0xff] << 18
              | VALUES[text[at + 1] & 0xff] << 12
              | VALUES[text[at + 2] & 0xff] << 6
              | VALUES[text[at + 3] & 0xff];
      if (bits < 0) {
        break;
      }
      out.addThree(bits);
    }
    return at;
  }

  /** Decodes what is exactly an encoding. */
  static PyBytes decodeStrictly(byte[] text) {
    if (text.length > 0 && text[0] == '=') {
      throw BinasciiModule.error("Leading padding not allowed");
    }
    ByteSink out = new ByteSink(text.length / 4 * 3 + 3);
    int group = 0;
    int held = 0;
    int pads = 0;
    boolean padded = false;
    for (int i = pushGroups(out, text, 0); i < text.length; i++) {
      byte value = VALUES[text[i] & 0xff];
      if (value == PAD) {
        padded = true;
        if (group >= 2 && group + ++pads >= 4) {
          if (i + 1 < text.length) {
            throw BinasciiModule.error("Excess data after padding");
          }
          return out.toBytes();
        }
        continue;
      }
      if (value == OTHER) {
        throw BinasciiModule.error("Only base64 data is allowed");
      }
      if (padded) {
        throw BinasciiModule.error("Discontinuous padding not allowed");
      }
      pads = 0;
      held = push(out, group, held, value);
      group = group + 1 & 3;
    }
    return finish(out, group);
  }

  /** Adds six bits; writes the byte that they complete and returns the bits that are left. */
  private static int push(ByteSink out, int group, int held, int value) {
    switch (group) {
      case 0 -> {
        return value;
      }
      case 1 -> {
        out.add(held << 2 | value >> 4);
        return value & 0xf;
      }
      case 2 -> {
        out.add(held << 4 | value >> 2);
        return value & 3;
      }
      default -> {
        out.add(held << 6 | value);
        return 0;
      }
    }
  }

  private static PyBytes finish(ByteSink out, int group) {
    if (group == 1) {
      throw BinasciiModule.error(
          "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than"
              + " a multiple of 4",
          out.length() / 3 * 4 + 1);
    }
    if (group != 0) {
      throw BinasciiModule.error("Incorrect padding");
    }
    return out.toBytes();
  }
}
