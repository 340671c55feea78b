package org.krait.stdlib.zones;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a compiled file of the time zone database says (RFC 8536). */
public final class ZoneFile {
  private static final int HEADER = 44;
  private static final int MAGIC = 0x545a6966;

  /** The moments at which something changes, in order. */
  public final long[] moments;

  /** What holds from each moment on: indexes of {@link #kinds}. */
  public final int[] indexes;

  public final Kind[] kinds;

  /** The rule in words for what comes after the last moment; empty for none. */
  public final String footer;

  private ZoneFile(long[] moments, int[] indexes, Kind[] kinds, String footer) {
    this.moments = moments;
    this.indexes = indexes;
    this.kinds = kinds;
    this.footer = footer;
  }

  /** Thrown for bytes that are no such file. */
  public static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Fault(String words) {
      super(words, null, false, false);
    }
  }

  /** Reads a file. */
  public static ZoneFile read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      if (bytes.length < HEADER || in.getInt(0) != MAGIC) {
        throw new Fault("Invalid TZif file: magic not found");
      }
      int version = bytes[4] == 0 ? 1 : bytes[4] - '0';
      if (version < 2) {
        return block(in, 0, 4, 1);
      }
      return block(in, HEADER + size(in, 0, 4), 8, version);
    } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
      throw new Fault("Invalid TZif file");
    }
  }

  private static int size(ByteBuffer in, int start, int width) {
    return in.getInt(start + 32) * (width + 1)
        + in.getInt(start + 36) * 6
        + in.getInt(start + 40)
        + in.getInt(start + 28) * (width + 4)
        + in.getInt(start + 24)
        + in.getInt(start + 20);
  }

  private static ZoneFile block(ByteBuffer in, int start, int width, int version) {
    int momentCount = in.getInt(start + 32);
    int kindCount = in.getInt(start + 36);
    int nameBytes = in.getInt(start + 40);
    int at = start + HEADER;
    long[] moments = new long[momentCount];
    for (int i = 0; i < momentCount; i++) {
      moments[i] = width == 8 ? in.getLong(at) : in.getInt(at);
      at += width;
    }
    int[] indexes = new int[momentCount];
    for (int i = 0; i < momentCount; i++) {
      indexes[i] = in.get(at++) & 0xff;
    }
    int names = at + kindCount * 6;
    Kind[] kinds = new Kind[kindCount];
    for (int i = 0; i < kindCount; i++) {
      String name = name(in, names + (in.get(at + 5) & 0xff), names + nameBytes);
      kinds[i] = new Kind(in.getInt(at), in.get(at + 4) != 0, name);
      at += 6;
    }
    String footer = "";
    if (version >= 2) {
      int end = start + HEADER + size(in, start, width);
      byte[] rest = new byte[in.capacity() - end];
      in.get(end, rest);
      footer = new String(rest, StandardCharsets.ISO_8859_1).strip();
    }
    return new ZoneFile(moments, indexes, kinds, footer);
  }

  private static String name(ByteBuffer in, int from, int limit) {
    int end = from;
    while (end < limit && in.get(end) != 0) {
      end++;
    }
    byte[] bytes = new byte[end - from];
    in.get(from, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
