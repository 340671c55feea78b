package org.krait.stdlib.bz2;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A bzip2 file as a Java program reads it: its streams after one another. */
public final class Bz2InputStream extends InputStream {
  private static final int STEP = 1 << 16;

  private final InputStream packed;
  private final byte[] room = new byte[STEP];
  private Bz2Decoder decoder = new Bz2Decoder();
  private byte[] chunk = {};
  private int at;

  public Bz2InputStream(InputStream packed) {
    this.packed = packed;
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
        more = decoder.rest();
        more = more.length == 0 ? input() : more;
        if (more.length == 0) {
          return false;
        }
        decoder = new Bz2Decoder();
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
      } catch (Bz2Decoder.Fault e) {
        throw new IOException("damaged bzip2 data");
      }
    }
    return true;
  }

  private byte[] input() throws IOException {
    int count = packed.read(room);
    return count <= 0 ? new byte[0] : Arrays.copyOf(room, count);
  }
}
