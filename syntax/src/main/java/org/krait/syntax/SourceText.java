package org.krait.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A source as the lexer wants it: UTF-8, lines ended by line feeds, the last one too.
 *
 * @param bytes the text and a zero byte
 * @param length the length of the text
 * @param encoding what the source was in; null for bytes that declared no encoding: CPython then
 *     counts bytes where it otherwise counts characters, and the text may be broken
 */
public record SourceText(byte[] bytes, int length, String encoding) {

  /** A source of text; lone surrogates are the caller's to refuse. */
  public static SourceText of(String text, boolean endLine) {
    return ofUtf8(text.getBytes(StandardCharsets.UTF_8), 0, endLine, "utf-8");
  }

  /**
   * A source of UTF-8.
   *
   * @param start where the text begins, behind a byte order mark
   * @param endLine end the last line too
   */
  static SourceText ofUtf8(
      byte[] utf8, int start, boolean endLine, String encoding) {
    byte[] bytes = new byte[utf8.length - start + 2];
    int length = 0;
    for (int i = start; i < utf8.length; i++) {
      byte b = utf8[i];
      if (b == '\r') {
        b = '\n';
        if (i + 1 < utf8.length && utf8[i + 1] == '\n') {
          i++;
        }
      }
      bytes[length++] = b;
    }
    if (endLine && length > 0 && bytes[length - 1] != '\n') {
      bytes[length++] = '\n';
    }
    if (length + 1 < bytes.length) {
      bytes = Arrays.copyOf(bytes, length + 1);
    }
    return new SourceText(bytes, length, encoding);
  }
}
