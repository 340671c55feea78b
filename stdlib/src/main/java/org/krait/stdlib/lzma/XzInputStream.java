package org.krait.stdlib.lzma;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** An xz or lzma file as a Java program reads it: its streams after one another. */
public final class XzInputStream extends InputStream {
  private static final int STEP = 1 << 16;

  private final InputStream packed;
  private final long memory;
  private final byte[] room = new byte[STEP];
  private StreamDecoder decoder;
  private byte[] chunk = {};
  private int at;

  /**
   * A stream.
   *
   * @param memory bytes that decoding may need at most
   */
  public XzInputStream(InputStream packed, long memory) {
    this.packed = packed;
    this.memory = memory;
    this.decoder = new StreamDecoder(StreamDecoder.AUTO, memory, null);
  }

  @Override
  public int read() throws IOException {
    return fill() ? chunk[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, into, offset, count);
    at += count;
    return count;
  }

  /** Sees to it that there is something to be read; false at the end. */
  private boolean fill() throws IOException {
    while (at == chunk.length) {
      byte[] more = {};
      if (decoder.isAtEnd()) {
        more = behindPadding();
        if (more.length == 0) {
          return false;
        }
        decoder = new StreamDecoder(StreamDecoder.AUTO, memory, null);
      } else if (!decoder.hasOutput()) {
        more = input();
        if (more.length == 0) {
          throw new EOFException("the compressed data ends too early");
        }
      }
      at = 0;
      try {
        decoder.give(more);
        chunk = decoder.run(STEP);
      } catch (LzmaFault e) {
        throw new IOException("xz data: " + e.getMessage());
      }
    }
    return true;
  }

  private byte[] input() throws IOException {
    int count = packed.read(room);
    return count <= 0 ? new byte[0] : Arrays.copyOf(room, count);
  }

  /** What follows a stream, without the zeros that may stand between streams. */
  private byte[] behindPadding() throws IOException {
    byte[] rest = decoder.rest();
    while (true) {
      int start = 0;
      while (start < rest.length && rest[start] == 0) {
        start++;
      }
      if (start < rest.length) {
        return Arrays.copyOfRange(rest, start, rest.length);
      }
      rest = input();
      if (rest.length == 0) {
        return rest;
      }
    }
  }
}
