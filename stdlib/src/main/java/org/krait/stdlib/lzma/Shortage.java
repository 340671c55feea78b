package org.krait.stdlib.lzma;

/** There is not enough input for the part that is being read; it is read again when there is more. */
final class Shortage extends RuntimeException {
  private static final long serialVersionUID = 1L;
  static final Shortage INSTANCE = new Shortage();

  private Shortage() {
    super(null, null, false, false);
  }
}
