package org.krait.runtime;

import java.nio.charset.StandardCharsets;

/**
 * The hash of {@code str} and {@code bytes}: SipHash-1-3 over the text as CPython stores it (1, 2 or 4
 * bytes a character, little-endian), keyed once per process from {@code PYTHONHASHSEED}.
 */
public final class StringHash {
  /** The hashes of single characters up to U+00FF, as far as they are known: programs take texts apart all day. */
  private static volatile long[] characters = new long[256];

  private static volatile long k0;
  private static volatile long k1;

  static {
    String seed = System.getenv("PYTHONHASHSEED");
    boolean random = seed == null || seed.isEmpty() || seed.equals("random");
    if (random) {
      takeRandom();
    } else {
      seed(parse(seed));
    }
  }

  private StringHash() {}

  private static long parse(String seed) {
    try {
      return Long.parseLong(seed) & 0xffffffffL;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Takes a random key whatever the environment says; only before the first text is hashed. */
  public static void ignoreEnvironment() {
    takeRandom();
  }

  private static void takeRandom() {
    byte[] key = SystemRandom.bytes(16);
    k0 = word(key, 0);
    k1 = word(key, 8);
    characters = new long[256];
  }

  /** Takes CPython's key for a seed; 0 switches the randomisation off. */
  private static void seed(long seed) {
    if (seed == 0) {
      k0 = 0;
      k1 = 0;
      characters = new long[256];
      return;
    }
    byte[] key = new byte[24];
    int x = (int) seed;
    for (int i = 0; i < key.length; i++) {
      x = x * 214013 + 2531011;
      key[i] = (byte) (x >> 16);
    }
    k0 = word(key, 0);
    k1 = word(key, 8);
    characters = new long[256];
  }

  private static long word(byte[] bytes, int at) {
    long word = 0;
    for (int i = 7; i >= 0; i--) {
      word = word << 8 | bytes[at + i] & 0xff;
    }
    return word;
  }

  /** The hash of bytes; of nothing it is 0, and -1 becomes -2. */
  public static long of(byte[] bytes, int from, int length) {
    if (length == 0) {
      return 0;
    }
    if (length < Long.BYTES) {
      long word = length;
      for (int i = from + 6; i >= from; i--) {
        word = word << 8 | (i < from + length ? bytes[i] & 0xff : 0);
      }
      return ofShort(word);
    }
    // SipHash13 written out: most texts are hashed once, before anything is compiled.
    long v0 = k0 ^ 0x736f6d6570736575L;
    long v1 = k1 ^ 0x646f72616e646f6dL;
    long v2 = k0 ^ 0x6c7967656e657261L;
    long v3 = k1 ^ 0x7465646279746573L;
    int at = from;
    for (int left = length; left >= 0; left -= 8) {
      long word;
      if (left >= 8) {
        word =
            bytes[at] & 0xffL
                | (bytes[at + 1] & 0xffL) << 8
                | (bytes[at + 2] & 0xffL) << 16
                | (bytes[at + 3] & 0xffL) << 24
                | (bytes[at + 4] & 0xffL) << 32
                | (bytes[at + 5] & 0xffL) << 40
                | (bytes[at + 6] & 0xffL) << 48
                | (long) bytes[at + 7] << 56;
        at += 8;
      } else {
        word = (long) length << 56;
        for (int i = left - 1; i >= 0; i--) {
          word |= (bytes[at + i] & 0xffL) << 8 * i;
        }
      }
      v3 ^= word;
      v0 += v1;
      v2 += v3;
      v1 = (v1 << 13 | v1 >>> 51) ^ v0;
      v3 = (v3 << 16 | v3 >>> 48) ^ v2;
      v0 = v0 << 32 | v0 >>> 32;
      v2 += v1;
      v0 += v3;
      v1 = (v1 << 17 | v1 >>> 47) ^ v2;
      v3 = (v3 << 21 | v3 >>> 43) ^ v0;
      v2 = v2 << 32 | v2 >>> 32;
      v0 ^= word;
    }
    return end(v0, v1, v2, v3);
  }

  /**
   * The hash of one to seven bytes, which lie in a word from the lowest up, with their number in the highest.
   * Written out like the longer one.
   */
  public static long ofShort(long word) {
    return word >>> 56 == 1 ? ofCharacter(word) : ofSeveral(word);
  }

  private static long ofCharacter(long word) {
    long[] known = characters;
    int character = (int) word & 0xff;
    long hash = known[character];
    if (hash == 0) {
      hash = ofSeveral(word);
      known[character] = hash;
    }
    return hash;
  }

  private static long ofSeveral(long word) {
    long v0 = k0 ^ 0x736f6d6570736575L;
    long v1 = k1 ^ 0x646f72616e646f6dL;
    long v2 = k0 ^ 0x6c7967656e657261L;
    long v3 = k1 ^ 0x7465646279746573L;
    return last(word, v0, v1, v2, v3);
  }

  /** The hash of eight to fifteen bytes: the first eight, and a word of the others as {@link #ofShort} has it. */
  public static long ofMedium(long first, long last) {
    long v0 = k0 ^ 0x736f6d6570736575L;
    long v1 = k1 ^ 0x646f72616e646f6dL;
    long v2 = k0 ^ 0x6c7967656e657261L;
    long v3 = k1 ^ 0x7465646279746573L ^ first;
    v0 += v1;
    v2 += v3;
    v1 = (v1 << 13 | v1 >>> 51) ^ v0;
    v3 = (v3 << 16 | v3 >>> 48) ^ v2;
    v0 = v0 << 32 | v0 >>> 32;
    v2 += v1;
    v0 += v3;
    v1 = (v1 << 17 | v1 >>> 47) ^ v2;
    v3 = (v3 << 21 | v3 >>> 43) ^ v0;
    v2 = v2 << 32 | v2 >>> 32;
    return last(last, v0 ^ first, v1, v2, v3);
  }

  /** The rounds of the last word and those behind it. */
  private static long last(long word, long a, long b, long c, long d) {
    long v0 = a;
    long v1 = b;
    long v2 = c;
    long v3 = d ^ word;
    v0 += v1;
    v2 += v3;
    v1 = (v1 << 13 | v1 >>> 51) ^ v0;
    v3 = (v3 << 16 | v3 >>> 48) ^ v2;
    v0 = v0 << 32 | v0 >>> 32;
    v2 += v1;
    v0 += v3;
    v1 = (v1 << 17 | v1 >>> 47) ^ v2;
    v3 = (v3 << 21 | v3 >>> 43) ^ v0;
    v2 = v2 << 32 | v2 >>> 32;
    return end(v0 ^ word, v1, v2, v3);
  }

  /** The rounds behind the last word. */
  private static long end(long a, long b, long c, long d) {
    long v0 = a;
    long v1 = b;
    long v2 = c ^ 0xff;
    long v3 = d;
    for (int round = 0; round < 3; round++) {
      v0 += v1;
      v2 += v3;
      v1 = (v1 << 13 | v1 >>> 51) ^ v0;
      v3 = (v3 << 16 | v3 >>> 48) ^ v2;
      v0 = v0 << 32 | v0 >>> 32;
      v2 += v1;
      v0 += v3;
      v1 = (v1 << 17 | v1 >>> 47) ^ v2;
      v3 = (v3 << 21 | v3 >>> 43) ^ v0;
      v2 = v2 << 32 | v2 >>> 32;
    }
    return finish(v0 ^ v1 ^ v2 ^ v3);
  }

  /** The hash of text without characters above U+00FF, U+FFFF: its width in bytes is 1 or 2. */
  public static long of(String text) {
    int length = text.length();
    if (length == 0) {
      return 0;
    }
    // Cheap even before it is compiled: most of the texts that a start hashes are hashed once.
    byte[] narrow = text.getBytes(StandardCharsets.ISO_8859_1);
    boolean fits = narrow.length == length;
    for (int i = 0; fits && i < length; i++) {
      fits = narrow[i] != '?' || text.charAt(i) == '?';
    }
    return fits ? of(narrow, 0, length) : ofUnits(text);
  }

  /** The hash of text without characters above U+00FF. */
  public static long ofNarrow(String text) {
    return of(text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length());
  }

  private static long ofUnits(String text) {
    int length = text.length();
    SipHash13 sip = new SipHash13(k0, k1);
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      long word = 0;
      for (int j = 3; j >= 0; j--) {
        word = word << 16 | text.charAt(i + j);
      }
      sip.word(word);
    }
    long last = 0;
    for (int j = length - 1; j >= i; j--) {
      last = last << 16 | text.charAt(j);
    }
    return finish(sip.finish(last, 2L * length));
  }

  /** The hash of code points of which at least one is above U+FFFF. */
  public static long of(int[] points) {
    SipHash13 sip = new SipHash13(k0, k1);
    int even = points.length & ~1;
    for (int i = 0; i < even; i += 2) {
      sip.word((long) points[i + 1] << 32 | points[i]);
    }
    return finish(sip.finish(points.length > even ? points[even] : 0, 4L * points.length));
  }

  private static long finish(long hash) {
    return hash == -1 ? -2 : hash;
  }
}
