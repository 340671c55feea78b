package org.krait.stdlib.multibyte;

import java.util.Arrays;
import org.krait.runtime.types.PyStr;

/** Decoding in pieces: bytes that begin a sequence wait for the rest of it. */
final class PendingBytes {
  private final CharTable table;
  byte[] pending = {};

  PendingBytes(CharTable table) {
    this.table = table;
  }

  PyStr decode(byte[] piece, String errors, boolean last) {
    byte[] all = piece;
    if (pending.length > 0) {
      all = Arrays.copyOf(pending, pending.length + piece.length);
      System.arraycopy(piece, 0, all, pending.length, piece.length);
    }
    Runs.Decoder decoder = new Runs.Decoder(table, all, errors, last);
    PyStr text = decoder.decode();
    int used = Math.min(decoder.consumed(), all.length);
    pending = Arrays.copyOfRange(all, used, all.length);
    return text;
  }
}
