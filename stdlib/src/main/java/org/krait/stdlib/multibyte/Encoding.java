package org.krait.stdlib.multibyte;

import org.krait.runtime.types.PyStr;

/** An encoding: how its bytes are read and its characters are written. */
abstract class Encoding {
  /** How many bytes of state an object keeps between two pieces. */
  static final int STATE_SIZE = 8;

  final String name;

  Encoding(String name) {
    this.name = name;
  }

  /** The encoding of a name; null when there is none. */
  static Encoding of(String name) {
    if (name.equals("hz")) {
      return HzEncoding.ONLY;
    }
    Encoding iso = Iso2022Encoding.named(name);
    return iso != null ? iso : CharTable.of(name);
  }

  /** The state at the beginning of a text that is encoded. */
  byte[] start() {
    return new byte[STATE_SIZE];
  }

  /** The state at the beginning of bytes that are decoded. */
  byte[] decodingStart() {
    return start();
  }

  /**
   * A run over bytes.
   *
   * @param last whether no more bytes follow
   * @param state what the run finds and leaves
   */
  abstract PieceDecoder decoder(byte[] in, String errors, boolean last, byte[] state);

  /**
   * A run over characters.
   *
   * @param last whether no more characters follow, so that the state goes back to that of the start
   * @param state what the run finds and leaves
   */
  abstract PieceEncoder encoder(PyStr in, String errors, boolean last, byte[] state);
}
