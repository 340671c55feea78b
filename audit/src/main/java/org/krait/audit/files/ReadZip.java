package org.krait.audit.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Makes the tree of a zip file: by its central directory, as Python reads it, and with a look at the
 * local headers, which other readers believe.
 */
final class ReadZip {
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END_LENGTH = 22;
  private static final int MAX_COMMENT = 0xffff;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int UNIX_LINK = 0xA000;
  private static final int UNIX_TYPE = 0xF000;

  /** A central directory is read as a whole. */
  private static final int MAX_DIRECTORY = 64 << 20;

  private final ByteSource source;
  private final FileTree tree;
  private final Limits limits;
  private long prefix;
  private long budget;

  ReadZip(ByteSource source, FileTree tree, Limits limits) {
    this.source = source;
    this.tree = tree;
    this.limits = limits;
    this.budget = limits.archive();
  }

  /** A row of the central directory. */
  private record Row(
      String name, int flags, int method, long packed, long size, long local, int mode, long mtime) {}

  void read() throws IOException {
    ByteBuffer directory = directory();
    int count = 0;
    while (directory.remaining() >= 46 && directory.getInt(directory.position()) == CENTRAL) {
      if (++count > limits.entries()) {
        tree.remark("", "more than " + limits.entries() + " entries: the rest was not examined");
        return;
      }
      row(directory);
    }
    if (directory.hasRemaining()) {
      tree.trick("", "the central directory is damaged after " + count + " entries");
    }
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Finds the end record and reads what it points to. */
  private ByteBuffer directory() throws IOException {
    long length = source.length();
    int tail = (int) Math.min(length, END_LENGTH + MAX_COMMENT);
    ByteBuffer end = little(source.read(length - tail, tail));
    int at = tail - END_LENGTH;
    while (at >= 0 && !isEnd(end, at, tail)) {
      at--;
    }
    if (at < 0) {
      throw new IOException("not a zip file");
    }
    long endAt = length - tail + at;
    long size = end.getInt(at + 12) & 0xffffffffL;
    long offset = end.getInt(at + 16) & 0xffffffffL;
    if (at >= 20 && end.getInt(at - 20) == LOCATOR_64) {
      long place = end.getLong(at - 20 + 8);
      ByteBuffer end64 = little(source.read(place, 56));
      if (end64.getInt(0) == END_64) {
        size = end64.getLong(40);
        offset = end64.getLong(48);
        endAt = place;
      }
    }
    // Bytes before the first entry, of a self-extracting archive, shift every offset.
    prefix = endAt - size - offset;
    if (size < 0 || size > MAX_DIRECTORY || prefix < 0) {
      throw new IOException("the end record of the zip file is damaged");
    }
    return little(source.read(endAt - size, (int) size));
  }

  private static boolean isEnd(ByteBuffer tail, int at, int length) {
    return tail.getInt(at) == END
        && at + END_LENGTH + (tail.getShort(at + 20) & 0xffff) <= length;
  }

  private void row(ByteBuffer in) throws IOException {
    int start = in.position();
    int nameLength = in.getShort(start + 28) & 0xffff;
    int extraLength = in.getShort(start + 30) & 0xffff;
    int commentLength = in.getShort(start + 32) & 0xffff;
    int next = start + 46 + nameLength + extraLength + commentLength;
    if (next > in.limit()) {
      throw new IOException("the central directory is damaged");
    }
    byte[] name = new byte[nameLength];
    in.get(start + 46, name);
    long size = in.getInt(start + 24) & 0xffffffffL;
    long packed = in.getInt(start + 20) & 0xffffffffL;
    long local = in.getInt(start + 42) & 0xffffffffL;
    ByteBuffer extra = in.slice(start + 46 + nameLength, extraLength).order(ByteOrder.LITTLE_ENDIAN);
    long[] wide = zip64(extra, new long[] {size, packed, local});
    boolean unix = (in.getShort(start + 4) & 0xff00) == 0x0300;
    int mode = unix ? in.getInt(start + 38) >>> 16 : -1;
    Row row =
        new Row(
            text(name), in.getShort(start + 8), in.getShort(start + 10) & 0xffff, wide[1], wide[0],
            wide[2], mode, time(in.getShort(start + 12), in.getShort(start + 14)));
    in.position(next);
    entry(row);
  }

  /** Sizes and offset, those that are all ones replaced from the extra field. */
  private static long[] zip64(ByteBuffer extra, long[] values) {
    while (extra.remaining() >= 4) {
      int id = extra.getShort() & 0xffff;
      int length = extra.getShort() & 0xffff;
      if (length > extra.remaining()) {
        break;
      }
      int next = extra.position() + length;
      for (int i = 0; id == 1 && i < values.length; i++) {
        if (values[i] == 0xffffffffL && next - extra.position() >= 8) {
          values[i] = extra.getLong();
        }
      }
      extra.position(next);
    }
    return values;
  }

  private static String text(byte[] name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return new String(name, StandardCharsets.ISO_8859_1);
    }
  }

  /** The time as if it were of UTC: a zip file does not say of which zone it is. */
  private static long time(int time, int date) {
    try {
      return LocalDateTime.of(
              1980 + (date >> 9 & 127), date >> 5 & 15, date & 31,
              time >> 11 & 31, time >> 5 & 63, (time & 31) * 2)
          .toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return -1;
    }
  }

  private void entry(Row row) throws IOException {
    String trick = PathTricks.in(row.name);
    String path = PathTricks.plain(row.name);
    if (!trick.isEmpty()) {
      tree.trick(path, trick + ": " + row.name);
    }
    if (row.name.endsWith("/") || path.isEmpty()) {
      if (!path.isEmpty()) {
        tree.folders().put(path, row.mode < 0 ? -1 : row.mode & 0777);
      }
      return;
    }
    if (row.mode >= 0 && (row.mode & UNIX_TYPE) == UNIX_LINK) {
      link(row, path);
      return;
    }
    boolean isNews = !tree.files().containsKey(path);
    int mode = row.mode <= 0 ? -1 : row.mode & 0777;
    boolean examined =
        tree.add(new FileEntry(path, row.size, row.mtime, mode, () -> content(row)));
    if (examined && !isNews) {
      tree.trick(path, "two entries of one name; the last one was examined");
    }
    if (examined) {
      compareLocal(row, path);
    }
  }

  private void link(Row row, String path) {
    String target;
    try {
      target = text(content(row));
    } catch (IOException e) {
      target = "?";
    }
    if (PathTricks.escapes(path, target)) {
      tree.trick(path, "a link that leads out of the archive: " + target);
    } else if (FileKinds.isExamined(path)) {
      tree.remark(path, "a link, " + target);
    }
  }

  /** Other readers go by the local header: it must name the same file. */
  private void compareLocal(Row row, String path) {
    try {
      compareLocalHeader(row, path);
    } catch (IOException e) {
      tree.trick(path, "its local header lies outside the file");
    }
  }

  private void compareLocalHeader(Row row, String path) throws IOException {
    ByteBuffer header = little(source.read(row.local + prefix, 30));
    if (header.getInt(0) != LOCAL) {
      tree.trick(path, "no local header where the central directory has it");
      return;
    }
    int length = header.getShort(26) & 0xffff;
    String name = text(source.read(row.local + prefix + 30, length));
    if (!name.equals(row.name)) {
      tree.trick(path, "the local header calls it " + name);
    } else if ((header.getShort(8) & 0xffff) != row.method) {
      tree.trick(path, "the local header names another compression");
    }
  }

  private byte[] content(Row row) throws IOException {
    if ((row.flags & 1) != 0) {
      throw new IOException("encrypted");
    }
    if (row.size > limits.file() || row.packed > limits.file()) {
      throw new TooMuch("greater than " + limits.file() + " bytes");
    }
    synchronized (this) {
      budget -= row.size;
      if (budget < 0) {
        throw new TooMuch("the archive holds more than " + limits.archive() + " bytes to examine");
      }
    }
    ByteBuffer header = little(source.read(row.local + prefix, 30));
    if (header.getInt(0) != LOCAL) {
      throw new IOException("no local header");
    }
    long start =
        row.local + prefix + 30 + (header.getShort(26) & 0xffff) + (header.getShort(28) & 0xffff);
    byte[] packed = source.read(start, (int) row.packed);
    return switch (row.method) {
      case STORED -> packed;
      case DEFLATED -> inflate(packed, (int) row.size);
      default -> throw new IOException("compressed by a method that is not known here (" + row.method + ")");
    };
  }

  private static byte[] inflate(byte[] packed, int size) throws IOException {
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(packed);
      byte[] content = new byte[size];
      int at = 0;
      while (at < size && !inflater.finished()) {
        int count = inflater.inflate(content, at, size - at);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        at += count;
      }
      boolean more = !inflater.finished() && inflater.inflate(new byte[1]) > 0;
      if (at < size || more) {
        throw new TooMuch("it is " + (more ? "greater" : "smaller") + " than the directory says");
      }
      return content;
    } catch (DataFormatException e) {
      throw new IOException("damaged compressed data: " + e.getMessage(), e);
    }
  }
}
