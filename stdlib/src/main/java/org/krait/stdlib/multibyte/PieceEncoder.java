package org.krait.stdlib.multibyte;

import org.krait.runtime.codecs.TextEncoder;
import org.krait.runtime.types.PyStr;

/** A run of an encoder over one piece of a text. */
abstract class PieceEncoder extends TextEncoder {
  /** What {@link #step} gives when the character may belong to the next one, which is not there. */
  protected static final int WAITS = 0;

  protected static final int UNKNOWN = -1;

  protected final boolean last;
  protected final byte[] state;

  PieceEncoder(Encoding encoding, PyStr in, String errors, boolean last, byte[] state) {
    super(encoding.name, in, errors, 2 * in.length());
    this.last = last;
    this.state = state;
  }

  /**
   * Encodes the character {@code c} and, when they stand for one sequence, {@code next} behind it.
   *
   * @param next the next character; -1 for none, -2 for none yet
   * @return how many characters were encoded, {@link #WAITS} or {@link #UNKNOWN}
   */
  protected abstract int step(int c, int next);

  /** Writes what leads back to the state of the start. */
  protected void finish() {}

  @Override
  protected final void run() {
    int none = last ? -1 : -2;
    while (at < end) {
      int taken = step(in.codePointAt(at), at + 1 < end ? in.codePointAt(at + 1) : none);
      if (taken == WAITS) {
        return;
      }
      if (taken == UNKNOWN) {
        error(at, at + 1, PieceDecoder.ILLEGAL);
      } else {
        at += taken;
      }
    }
    if (last) {
      finish();
    }
  }

  @Override
  protected final boolean put(int c) {
    return step(c, -1) != UNKNOWN;
  }

  /** Writes a sequence, its first byte highest. */
  protected final void write(int bytes) {
    for (int shift = 24; shift > 0; shift -= 8) {
      if (bytes >>> shift != 0) {
        out.append(bytes >>> shift);
      }
    }
    out.append(bytes);
  }

  /** How many characters were encoded. */
  final int consumed() {
    return at;
  }
}
