package org.krait.stdlib.lzma;

/** What is wrong with a stream or with what is asked of a coder, in the words of the module. */
final class LzmaFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LzmaFault(String words) {
    super(words, null, false, false);
  }

  static LzmaFault corrupt() {
    return new LzmaFault("Corrupt input data");
  }

  static LzmaFault options() {
    return new LzmaFault("Invalid or unsupported options");
  }

  static LzmaFault format() {
    return new LzmaFault("Input format not supported by decoder");
  }
}
