package org.krait.stdlib.zlib;

/** What is wrong with a stream: a code of the C library, and its words or null. */
final class ZlibFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final int NEED_DICTIONARY = 2;
  static final int STREAM_ERROR = -2;
  static final int DATA_ERROR = -3;
  static final int BUFFER_ERROR = -5;

  final int code;

  ZlibFault(int code, String words) {
    super(words, null, false, false);
    this.code = code;
  }

  static ZlibFault data(String words) {
    return new ZlibFault(DATA_ERROR, words);
  }

  static ZlibFault state() {
    return new ZlibFault(STREAM_ERROR, "inconsistent stream state");
  }
}
