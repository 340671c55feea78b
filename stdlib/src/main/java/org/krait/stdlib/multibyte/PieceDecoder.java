package org.krait.stdlib.multibyte;

import org.krait.runtime.codecs.TextDecoder;

/** A run of a decoder over one piece of a text. */
abstract class PieceDecoder extends TextDecoder {
  static final String ILLEGAL = "illegal multibyte sequence";
  private static final String INCOMPLETE = "incomplete multibyte sequence";

  protected final byte[] state;

  /** Whether the end of the input is reached within a sequence. */
  private boolean isIncomplete;

  PieceDecoder(Encoding encoding, byte[] in, String errors, boolean last, byte[] state) {
    super(encoding.name, in, errors, last);
    this.state = state;
  }

  /** Decodes one sequence; false when it is not all there and more may come. */
  protected abstract boolean step();

  @Override
  protected final void run() {
    boolean more = true;
    while (more && at < end) {
      more = step();
    }
  }

  /** The bytes that are left begin a sequence: an error behind which nothing follows. */
  protected final boolean incomplete() {
    isIncomplete = true;
    if (last) {
      error(at, end, INCOMPLETE);
    }
    return last;
  }

  final boolean isIncomplete() {
    return isIncomplete;
  }

  protected final boolean illegal(int length) {
    error(at, at + length, ILLEGAL);
    return true;
  }

  /** Takes what a sequence of so many bytes stands for; below 0, it is an error. */
  protected final boolean take(int value, int length) {
    if (value < 0) {
      return illegal(value == CharTable.NOTHING ? 1 : length);
    }
    if (CharTable.isDouble(value)) {
      out.append(value >>> 16);
      out.append(value & 0xffff);
    } else {
      out.append(value);
    }
    at += length;
    return true;
  }
}
