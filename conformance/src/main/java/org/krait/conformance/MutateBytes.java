package org.krait.conformance;

import java.util.Arrays;
import java.util.Random;

/** Damages byte strings at random. */
final class MutateBytes {
  private static final int[] EXTREMES = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 256, 65536};

  private MutateBytes() {}

  /** A damaged copy; the same random numbers give the same damage. */
  static byte[] mutate(byte[] bytes, Random random) {
    byte[] mutant = bytes.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      mutant = mutant.length == 0 ? new byte[] {(byte) random.nextInt()} : once(mutant, random);
    }
    return mutant;
  }

  private static byte[] once(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int length = Math.min(1 + random.nextInt(8), bytes.length - at);
    switch (random.nextInt(8)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt();
      case 2 -> bytes[at] = bytes[random.nextInt(bytes.length)];
      case 3 -> {
        int extreme = EXTREMES[random.nextInt(EXTREMES.length)];
        for (int i = 0; i < 4 && at + i < bytes.length; i++) {
          bytes[at + i] = (byte) (extreme >> 8 * i);
        }
      }
      case 4 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 5 -> {
        return splice(bytes, at, length, new byte[0]);
      }
      case 6 -> {
        return splice(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      }
      default -> {
        int from = random.nextInt(bytes.length - length + 1);
        return splice(bytes, at, length, Arrays.copyOfRange(bytes, from, from + length));
      }
    }
    return bytes;
  }

  /** Puts other bytes in place of {@code count} from {@code at} on. */
  static byte[] splice(byte[] bytes, int at, int count, byte[] other) {
    byte[] result = Arrays.copyOf(bytes, bytes.length - count + other.length);
    System.arraycopy(other, 0, result, at, other.length);
    System.arraycopy(
        bytes, at + count, result, at + other.length, bytes.length - at - count);
    return result;
  }
}
