package org.krait.stdlib.audio;

/** The logarithmic codes of G.711: eight segments, each twice as steep as the one before. */
final class Companding {
  private static final int SEGMENTS = 8;
  private static final int MU_MOST = 8159;
  private static final int MU_BIAS = 33;
  private static final int EVEN_BITS = 0x55;

  private Companding() {}

  /** The segment of a magnitude: how many bits it has above the first ones. */
  private static int segment(int magnitude, int firstBits) {
    return Math.max(0, 32 - Integer.numberOfLeadingZeros(magnitude) - firstBits);
  }

  /** A sample of 14 bits in mu-law. */
  static int toMu(int sample) {
    int mask = sample < 0 ? 0x7f : 0xff;
    int magnitude = Math.min(Math.abs(sample), MU_MOST) + MU_BIAS;
    int segment = segment(magnitude, 6);
    int code = segment >= SEGMENTS ? 0x7f : segment << 4 | magnitude >> segment + 1 & 0xf;
    return code ^ mask;
  }

  /** A code of mu-law as a sample of 16 bits. */
  static int ofMu(int code) {
    int bits = ~code;
    int magnitude = ((bits & 0xf) << 3) + 4 * MU_BIAS << (bits >> 4 & 7);
    return (bits & 0x80) != 0 ? 4 * MU_BIAS - magnitude : magnitude - 4 * MU_BIAS;
  }

  /** A sample of 13 bits in A-law. */
  static int toA(int sample) {
    int mask = sample < 0 ? EVEN_BITS : EVEN_BITS | 0x80;
    int magnitude = sample < 0 ? -sample - 1 : sample;
    int segment = segment(magnitude, 5);
    int code =
        segment >= SEGMENTS
            ? 0x7f
            : segment << 4 | magnitude >> Math.max(segment, 1) & 0xf;
    return code ^ mask;
  }

  /** A code of A-law as a sample of 16 bits. */
  static int ofA(int code) {
    int bits = code ^ EVEN_BITS;
    int segment = bits >> 4 & 7;
    int magnitude = ((bits & 0xf) << 4) + (segment == 0 ? 8 : 0x108) << Math.max(segment - 1, 0);
    return (bits & 0x80) != 0 ? magnitude : -magnitude;
  }
}
