package org.krait.stdlib.importing;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.krait.runtime.execution.PyCode;

/**
 * The library's code as Krait's build compiled it: a file among Krait's own classes, in its jar the first.
 * It is trusted as they are, and nothing in it is verified.
 *
 * <p>The first segment holds an index, the frozen modules and the texts that every start asks for; each
 * other module is a segment of its own, read when it is wanted. A segment is numbers and bytes; what the
 * numbers mean says {@link WriteArchive}. All numbers are of four bytes, the least significant first.
 */
final class CodeArchive {
  static final String FILE_NAME = "library.code";
  static final int MAGIC = 0x4b410002;

  // Kinds of entries.
  static final int FROZEN = 1;
  static final int TEXT = 2;
  static final int CACHE = 3;

  /** The file below a folder of classes. */
  static final String RESOURCE = "org/krait/stdlib/importing/" + FILE_NAME;

  private static final int ZIP_ENTRY = 0x04034b50;
  private static final int ZIP_HEAD = 30;

  private final String path;
  private final long base;
  private final CodeSegment first;

  private CodeArchive(String path, long base, CodeSegment first) {
    this.path = path;
    this.base = base;
    this.first = first;
  }

  /**
   * The archive of this process; null when the build has made none. Where Krait's classes are neither in
   * its jar nor in folders, the property {@code krait.code} says which file it is.
   */
  static CodeArchive open() {
    String given = System.getProperty("krait.code");
    if (given != null) {
      return open(given);
    }
    String path = System.getProperty("java.class.path");
    int end = path.indexOf(File.pathSeparatorChar);
    path = end < 0 ? path : path.substring(0, end);
    CodeArchive archive = path.endsWith(".jar") ? open(path) : null;
    if (archive == null) {
      URL file = CodeArchive.class.getResource(FILE_NAME);
      archive = file != null && file.getProtocol().equals("file") ? open(file.getPath()) : null;
    }
    return archive;
  }

  /** The archive in a file, which may be a jar; null when there is none. */
  static CodeArchive open(String path) {
    try (RandomAccessFile file = new RandomAccessFile(path, "r")) {
      long base = start(file);
      if (base < 0) {
        return null;
      }
      file.seek(base);
      ByteBuffer head = bytes(file, 3 * Integer.BYTES);
      return head.getInt() == MAGIC
          ? new CodeArchive(path, base, segment(file, head.getInt(), head.getInt()))
          : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Where the archive starts: at once, or as the first file of a jar; -1 when it is not there. */
  private static long start(RandomAccessFile file) throws IOException {
    ByteBuffer head = bytes(file, ZIP_HEAD);
    if (head.getInt(0) != ZIP_ENTRY) {
      return 0;
    }
    boolean isStored = head.getShort(8) == 0;
    int length = head.getShort(26);
    String name = new String(bytes(file, length).array(), StandardCharsets.ISO_8859_1);
    return isStored && name.equals(RESOURCE) ? ZIP_HEAD + length + head.getShort(28) : -1;
  }

  private static ByteBuffer bytes(RandomAccessFile file, int count) throws IOException {
    byte[] bytes = new byte[count];
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static CodeSegment segment(RandomAccessFile file, int numbers, int bytes)
      throws IOException {
    ByteBuffer all = bytes(file, numbers * Integer.BYTES + bytes);
    int[] ints = new int[numbers];
    all.asIntBuffer().get(ints);
    return new CodeSegment(ints, all.array(), numbers * Integer.BYTES);
  }

  /** The code of a frozen module, or null. */
  PyCode frozen(String name) {
    int entry = find(name, FROZEN);
    return entry < 0 ? null : new ArchivedModule(first, first.ints[entry + 3]).code();
  }

  /** A text, or null. */
  String text(String name) {
    int entry = find(name, TEXT);
    return entry < 0 ? null : first.text(first.ints[entry + 3], first.ints[entry + 4]);
  }

  /**
   * The code of a module of the library, if a cache holds the same; else null.
   *
   * <p>The sum only finds out caches that somebody else has made, or made anew. Whoever forges it gets
   * the archive's code to run and not his own.
   *
   * @param name of the cache, from the library's folder on
   * @param stream what the cache holds
   */
  PyCode cached(String name, byte[] stream) {
    int entry = find(name, CACHE);
    int[] ints = first.ints;
    if (entry < 0 || ints[entry + 7] != stream.length || ints[entry + 6] != sum(stream)) {
      return null;
    }
    try (RandomAccessFile file = new RandomAccessFile(path, "r")) {
      file.seek(base + ints[entry + 3]);
      CodeSegment segment = segment(file, ints[entry + 4], ints[entry + 5]);
      return new ArchivedModule(segment, 1).code();
    } catch (IOException e) {
      return null;
    }
  }

  static int sum(byte[] stream) {
    CRC32 sum = new CRC32();
    sum.update(stream, 0, stream.length);
    return (int) sum.getValue();
  }

  /** The entry of a name, if it is of a kind; else -1. */
  private int find(String name, int kind) {
    int[] ints = first.ints;
    int hash = name.hashCode();
    int mask = ints[1];
    for (int slot = hash & mask; ; slot = slot + 1 & mask) {
      int entry = ints[2 + 2 * slot + 1];
      if (entry == 0) {
        return -1;
      }
      if (ints[2 + 2 * slot] == hash
          && ints[entry + 2] == kind
          && first.text(ints[entry], ints[entry + 1]).equals(name)) {
        return entry;
      }
    }
  }
}
