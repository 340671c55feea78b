package org.krait.stdlib.multibyte;

import java.util.Arrays;
import org.krait.runtime.Errors;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyStr;

/** Encoding in pieces: a state, and a character that may belong to the next one. */
final class PendingText {
  private static final int MOST_CHARACTERS = 2;
  private static final int MOST_BYTES = 8;

  private final Encoding encoding;
  private byte[] state;
  private PyStr pending = PyStr.EMPTY;

  PendingText(Encoding encoding) {
    this.encoding = encoding;
    state = encoding.start();
  }

  byte[] encode(PyStr piece, String errors, boolean last) {
    PyStr all = pending.length() == 0 ? piece : pending.concat(piece);
    PieceEncoder encoder = encoding.encoder(all, errors, last, state);
    byte[] bytes = encoder.encode();
    int used = encoder.consumed();
    if (all.length() - used > MOST_CHARACTERS) {
      throw Errors.make(PyExceptions.UnicodeError, "pending buffer overflow");
    }
    pending = all.substring(used, all.length());
    return bytes;
  }

  boolean isWaiting() {
    return pending.length() > 0;
  }

  /** Forgets what was encoded, but for what an end of the text would leave of the state. */
  void reset() {
    pending = PyStr.EMPTY;
    encode(PyStr.EMPTY, "strict", true);
  }

  /** The state as a number: the length of what is pending, its UTF-8, the bytes of the state. */
  PyInt number() {
    byte[] waiting = Utf8.encode(pending, "strict");
    byte[] all = Arrays.copyOf(new byte[] {(byte) waiting.length}, 1 + waiting.length + state.length);
    System.arraycopy(waiting, 0, all, 1, waiting.length);
    System.arraycopy(state, 0, all, 1 + waiting.length, state.length);
    return StateNumber.of(all);
  }

  void set(PyInt number) {
    byte[] all = StateNumber.bytes(number, 1 + MOST_BYTES + Encoding.STATE_SIZE);
    int size = all[0] & 0xff;
    if (size > MOST_BYTES) {
      throw Errors.make(PyExceptions.UnicodeError, "pending buffer too large");
    }
    pending = Utf8.decode(Arrays.copyOfRange(all, 1, 1 + size), "strict");
    state = Arrays.copyOfRange(all, 1 + size, 1 + size + Encoding.STATE_SIZE);
  }
}
