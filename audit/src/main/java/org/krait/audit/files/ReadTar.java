package org.krait.audit.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Makes the tree of a tar file (ustar, pax and GNU names) from a stream; contents are kept. */
final class ReadTar {
  private static final int BLOCK = 512;
  private static final int MAX_NAME = 1 << 20;

  private final InputStream in;
  private final FileTree tree;
  private final Limits limits;
  private final Map<String, String> pax = new HashMap<>();
  private String longName;
  private String longLink;
  private long kept;

  /** Of a sparse file: its map goes on in the next block. */
  private boolean mapContinues;

  ReadTar(InputStream in, FileTree tree, Limits limits) {
    this.in = in;
    this.tree = tree;
    this.limits = limits;
  }

  void read() throws IOException {
    byte[] header = new byte[BLOCK];
    long total = 0;
    for (int count = 0; ; count++) {
      int got = in.readNBytes(header, 0, BLOCK);
      if (got == 0 || got == BLOCK && isZero(header)) {
        if (count == 0) {
          throw new IOException("not a tar file, or an empty one");
        }
        return;
      }
      if (got < BLOCK || !isChecksumRight(header)) {
        throw new IOException(
            count == 0 ? "not a tar file" : "the tar file is damaged after " + count + " entries");
      }
      // What is skipped costs time only, but of that a small file can ask for very much.
      total += size(header);
      if (count >= limits.entries() || total > 16 * limits.archive()) {
        tree.remark("", "too much in the archive: the rest was not examined");
        return;
      }
      entry(header);
    }
  }

  private static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isChecksumRight(byte[] header) {
    int sum = 8 * ' ';
    int signedSum = sum;
    for (int i = 0; i < BLOCK; i++) {
      if (i < 148 || i >= 156) {
        sum += header[i] & 0xff;
        signedSum += header[i];
      }
    }
    // Some old programs added signed bytes.
    long given = number(header, 148, 8);
    return given == sum || given == signedSum;
  }

  private static long number(byte[] header, int at, int length) {
    if ((header[at] & 0x80) != 0) {
      long value = 0;
      for (int i = at + Math.max(1, length - 8); i < at + length; i++) {
        value = value << 8 | header[i] & 0xff;
      }
      return value;
    }
    long value = 0;
    for (int i = at; i < at + length; i++) {
      int digit = header[i] - '0';
      if (digit >= 0 && digit < 8) {
        value = value << 3 | digit;
      } else if (header[i] != ' ' || value != 0) {
        break;
      }
    }
    return value;
  }

  private static String text(byte[] header, int at, int length) {
    int end = at;
    while (end < at + length && header[end] != 0) {
      end++;
    }
    return new String(header, at, end - at, StandardCharsets.UTF_8);
  }

  private long size(byte[] header) throws IOException {
    String given = pax.get("size");
    long size;
    try {
      size = given != null ? Long.parseLong(given) : number(header, 124, 12);
    } catch (NumberFormatException e) {
      size = -1;
    }
    if (size < 0) {
      throw new IOException("the tar file is damaged: an entry of no size");
    }
    return size;
  }

  private void entry(byte[] header) throws IOException {
    char type = (char) header[156];
    mapContinues = header[482] != 0;
    switch (type) {
      case 'x' -> {
        readPax(header);
        return;
      }
      case 'g' -> {
        skip(number(header, 124, 12));
        return;
      }
      case 'L' -> {
        longName = text(small(header));
        return;
      }
      case 'K' -> {
        longLink = text(small(header));
        return;
      }
      default -> {}
    }
    String name = name(header);
    String link = pax.getOrDefault("linkpath", longLink != null ? longLink : text(header, 157, 100));
    long size = size(header);
    long mtime = mtime(header);
    pax.clear();
    longName = null;
    longLink = null;
    place(type, name, link, size, mtime, (int) number(header, 100, 8) & 0777);
  }

  private String name(byte[] header) {
    if (pax.containsKey("path")) {
      return pax.get("path");
    }
    if (longName != null) {
      return longName;
    }
    String name = text(header, 0, 100);
    boolean isUstar = text(header, 257, 6).equals("ustar");
    String before = isUstar ? text(header, 345, 155) : "";
    return before.isEmpty() ? name : before + "/" + name;
  }

  private long mtime(byte[] header) {
    String given = pax.get("mtime");
    try {
      return given != null
          ? (long) Math.floor(Double.parseDouble(given))
          : number(header, 136, 12);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String text(byte[] bytes) {
    return text(bytes, 0, bytes.length);
  }

  private byte[] small(byte[] header) throws IOException {
    long size = number(header, 124, 12);
    if (size < 0 || size > MAX_NAME) {
      throw new TooMuch("a name of " + size + " bytes in the tar file");
    }
    return content(size);
  }

  private void readPax(byte[] header) throws IOException {
    String text = new String(small(header), StandardCharsets.UTF_8);
    for (String line : text.split("\n")) {
      int space = line.indexOf(' ');
      int equals = line.indexOf('=');
      if (space > 0 && equals > space) {
        pax.put(line.substring(space + 1, equals), line.substring(equals + 1));
      }
    }
  }

  private byte[] content(long size) throws IOException {
    byte[] content = in.readNBytes((int) size);
    if (content.length < size) {
      throw new EOFException("the archive ends too early");
    }
    skipPadding(size);
    return content;
  }

  private void skip(long size) throws IOException {
    in.skipNBytes(size);
    skipPadding(size);
  }

  private void skipPadding(long size) throws IOException {
    in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
  }

  private void place(char type, String name, String link, long size, long mtime, int mode)
      throws IOException {
    String trick = PathTricks.in(name);
    String path = PathTricks.plain(name);
    if (!trick.isEmpty()) {
      tree.trick(path, trick + ": " + name);
    }
    switch (type) {
      case '0', '\0', '7' -> file(path, size, mtime, mode);
      case '5' -> {
        if (!path.isEmpty()) {
          tree.folders().put(path, mode);
        }
        skip(size);
      }
      case '1', '2' -> {
        // A hard link names its target from the top of the archive.
        if (PathTricks.escapes(type == '1' ? "" : path, link)) {
          tree.trick(path, "a link that leads out of the archive: " + link);
        } else if (FileKinds.isExamined(path)) {
          tree.remark(path, "a link, " + link);
        }
        skip(size);
      }
      case 'S' -> {
        skipSparseMap();
        tree.remark(path, "a sparse file");
        skip(size);
      }
      default -> {
        tree.trick(path, "an entry of type '" + type + "', which no source archive needs");
        skip(size);
      }
    }
  }

  private void skipSparseMap() throws IOException {
    while (mapContinues) {
      byte[] block = in.readNBytes(BLOCK);
      if (block.length < BLOCK) {
        throw new EOFException("the archive ends too early");
      }
      mapContinues = block[504] != 0;
    }
  }

  private void file(String path, long size, long mtime, int mode) throws IOException {
    if (path.isEmpty() || !FileKinds.isExamined(path)) {
      skip(size);
      return;
    }
    if (tree.files().containsKey(path)) {
      tree.trick(path, "two entries of one name; the last one was examined");
    }
    if (size > limits.file() || kept + size > limits.archive()) {
      skip(size);
      tree.add(
          new FileEntry(
              path, size, mtime, mode,
              () -> {
                throw new TooMuch("too great: " + size + " bytes");
              }));
      return;
    }
    kept += size;
    byte[] content = content(size);
    tree.add(new FileEntry(path, size, mtime, mode, () -> content));
  }
}
