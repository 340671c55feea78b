package org.krait.stdlib.multibyte;

import java.util.Arrays;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyStr;

/** Decoding in pieces: a state, and bytes that begin a sequence and wait for the rest of it. */
final class PendingBytes {
  /** So many bytes are kept at most. */
  static final int MOST = 8;

  private final Encoding encoding;
  byte[] pending = {};
  byte[] state;

  PendingBytes(Encoding encoding) {
    this.encoding = encoding;
    state = encoding.decodingStart();
  }

  PyStr decode(byte[] piece, String errors, boolean last) {
    byte[] all = piece;
    if (pending.length > 0) {
      all = Arrays.copyOf(pending, pending.length + piece.length);
      System.arraycopy(piece, 0, all, pending.length, piece.length);
    }
    PieceDecoder decoder = encoding.decoder(all, errors, last, state);
    PyStr text;
    try {
      text = decoder.decode();
    } catch (PyException e) {
      if (!decoder.isIncomplete()) {
        pending = new byte[0];
      }
      throw e;
    }
    int used = Math.min(decoder.consumed(), all.length);
    pending = new byte[0];
    if (all.length - used > MOST) {
      throw Errors.make(PyExceptions.UnicodeError, "pending buffer overflow");
    }
    pending = Arrays.copyOfRange(all, used, all.length);
    return text;
  }

  /** Forgets all that was decoded. */
  void reset() {
    pending = new byte[0];
    state = encoding.decodingStart();
  }
}
