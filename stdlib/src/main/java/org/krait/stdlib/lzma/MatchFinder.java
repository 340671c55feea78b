package org.krait.stdlib.lzma;

import java.util.Arrays;

/** The data to compress, and where the bytes at hand stood before: chains by a hash of four bytes. */
final class MatchFinder {
  private static final int BITS2 = 14;
  private static final int BITS3 = 16;
  private static final int MULTIPLIER = 0x9e3779b1;

  private final int dictionarySize;
  private final int depth;
  private final int nice;

  /** Bytes before the position that stay: also those of a chunk that may be written as it is. */
  private final int kept;

  private final int capacity;
  byte[] bytes;
  int position;
  int end;

  /** Latest places plus one, by hashes of two, three and four bytes. */
  private final int[] latest2 = new int[1 << BITS2];

  private final int[] latest3 = new int[1 << BITS3];
  private int[] latest4;
  private int bits4;
  private int[] chain;

  /** The result of {@link #find}. */
  int length;

  int distance;

  MatchFinder(FilterSpec filter) {
    dictionarySize = (int) filter.dictionarySize;
    nice = Math.min(filter.niceLength, LzmaModel.LONGEST);
    depth = filter.depth > 0 ? Math.min(filter.depth, 200) : 16 + nice / 2;
    kept = Math.max(dictionarySize, 1 << 17) + 16;
    capacity = kept + Math.max(dictionarySize / 2, 1 << 18);
    bytes = new byte[Math.min(capacity, 1 << 14)];
    chain = new int[bytes.length];
    bits4 = 14;
    latest4 = new int[1 << bits4];
  }

  int nice() {
    return nice;
  }

  int available() {
    return end - position;
  }

  /** Takes data as far as there is room; returns how much. */
  int give(byte[] data, int from, int count) {
    if (end + count > bytes.length) {
      if (bytes.length < capacity) {
        grow(end + count);
      }
      if (end + count > bytes.length && position > kept) {
        slide();
      }
    }
    int taken = Math.min(count, bytes.length - end);
    System.arraycopy(data, from, bytes, end, taken);
    end += taken;
    return taken;
  }

  private void grow(int wanted) {
    int size = (int) Math.min(capacity, Math.max(wanted, bytes.length * 2L));
    bytes = Arrays.copyOf(bytes, size);
    chain = Arrays.copyOf(chain, size);
    int bits = Math.min(20, 31 - Integer.numberOfLeadingZeros(size));
    if (bits > bits4) {
      bits4 = bits;
      latest4 = new int[1 << bits];
      for (int i = 0; i < position && i + 4 <= end; i++) {
        enter(i, hash4(i));
      }
    }
  }

  private void slide() {
    int shift = position - kept;
    System.arraycopy(bytes, shift, bytes, 0, end - shift);
    System.arraycopy(chain, shift, chain, 0, position - shift);
    end -= shift;
    position -= shift;
    lower(latest2, latest2.length, shift);
    lower(latest3, latest3.length, shift);
    lower(latest4, latest4.length, shift);
    lower(chain, position, shift);
  }

  private static void lower(int[] places, int count, int shift) {
    for (int i = 0; i < count; i++) {
      places[i] = Math.max(0, places[i] - shift);
    }
  }

  private int word(int at) {
    return bytes[at] & 0xff
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | bytes[at + 3] << 24;
  }

  private int hash4(int at) {
    return word(at) * MULTIPLIER >>> 32 - bits4;
  }

  private void enter(int at, int hash) {
    chain[at] = latest4[hash];
    latest4[hash] = at + 1;
  }

  /** How many bytes at a place are those at an earlier one, up to a limit. */
  int same(int at, int before, int limit) {
    int mismatch = Arrays.mismatch(bytes, at, at + limit, bytes, before, before + limit);
    return mismatch < 0 ? limit : mismatch;
  }

  /** Looks for the longest match at the position, enters the position and goes on to the next. */
  void find() {
    length = 0;
    distance = 0;
    int limit = Math.min(LzmaModel.LONGEST, end - position);
    if (limit < 4) {
      position++;
      return;
    }
    int at = position++;
    int word = word(at);
    int hash2 = (word & 0xffff) * MULTIPLIER >>> 32 - BITS2;
    int hash3 = (word & 0xffffff) * MULTIPLIER >>> 32 - BITS3;
    int hash = word * MULTIPLIER >>> 32 - bits4;
    consider(at, latest2[hash2] - 1, limit, 2);
    consider(at, latest3[hash3] - 1, limit, 3);
    int candidate = latest4[hash] - 1;
    for (int tries = depth; tries > 0 && candidate >= 0; tries--) {
      if (at - candidate > dictionarySize || length >= nice || length >= limit) {
        break;
      }
      if (length == 0 || bytes[candidate + length] == bytes[at + length]) {
        consider(at, candidate, limit, 4);
      }
      candidate = chain[candidate] - 1;
    }
    latest2[hash2] = at + 1;
    latest3[hash3] = at + 1;
    enter(at, hash);
  }

  private void consider(int at, int candidate, int limit, int least) {
    if (candidate < 0 || at - candidate > dictionarySize) {
      return;
    }
    int found = same(at, candidate, limit);
    if (found > length && found >= least) {
      length = found;
      distance = at - candidate - 1;
    }
  }

  /** Enters so many positions without looking for matches. */
  void skip(int count) {
    for (int i = 0; i < count; i++) {
      int at = position++;
      if (end - at < 4) {
        continue;
      }
      int word = word(at);
      latest2[(word & 0xffff) * MULTIPLIER >>> 32 - BITS2] = at + 1;
      latest3[(word & 0xffffff) * MULTIPLIER >>> 32 - BITS3] = at + 1;
      enter(at, word * MULTIPLIER >>> 32 - bits4);
    }
  }
}
