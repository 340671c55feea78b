package org.krait.syntax;

/** Decodes the bytes of a source file (PEP 263). */
final class SourceDecoder {
  private SourceDecoder() {}

  static SourceText decode(byte[] file, ParseOptions options) {
    boolean marked =
        file.length >= 3
            && file[0] == (byte) 0xEF
            && file[1] == (byte) 0xBB
            && file[2] == (byte) 0xBF;
    return SourceText.ofUtf8(file, marked ? 3 : 0, options.mode() == ParseOptions.Mode.EXEC);
  }
}
