package org.krait.stdlib.os;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;

/**
 * The version of the GNU C library that this process runs on, read from the library's own file: {@code import
 * subprocess} asks for it, and making the link to C for that one answer takes longer than all else in the module.
 */
final class GnuLibrary {
  private static final String FILE = "/libc.so.6\n";
  private static final String EXECUTABLE = " r-xp ";
  private static final String CONSTANT = " r--p ";

  /** How the library introduces itself when it is run as a program. */
  private static final String NAME = "GNU C Library (";

  private static final String VERSION = " release version ";

  /** How far behind the name the version stands at most; a distribution's name is in between. */
  private static final int NEAR = 200;

  /** No library has more constants. */
  private static final long MOST = 16 << 20;

  private GnuLibrary() {}

  /** The version, such as 2.36; null where only the library itself can say. */
  static String version() {
    byte[] maps = ModuleFiles.read("/proc/self/maps");
    return maps == null ? null : version(latin(maps));
  }

  /** The same by the lines of the process's memory: the constants of a library follow its code. */
  static String version(String maps) {
    int line = lastLineOf(maps, maps.length());
    while (line >= 0 && !maps.startsWith(EXECUTABLE, maps.indexOf(' ', line))) {
      line = lastLineOf(maps, line);
    }
    if (line < 0) {
      return null;
    }
    int begin = maps.indexOf('\n', line) + 1;
    int end = maps.indexOf('\n', begin);
    int rights = maps.indexOf(' ', begin);
    if (end < 0
        || !maps.startsWith(CONSTANT, rights)
        || !maps.startsWith(FILE, end + 1 - FILE.length())) {
      return null;
    }
    int middle = maps.indexOf('-', begin);
    int offset = rights + CONSTANT.length();
    long size = number(maps, middle + 1, rights) - number(maps, begin, middle);
    String constants =
        read(maps.substring(maps.indexOf('/', offset), end), number(maps, offset, maps.indexOf(' ', offset)), size);
    return constants == null ? null : versionIn(constants);
  }

  /** Where the last line of the library begins that ends before a place, or -1. */
  private static int lastLineOf(String maps, int before) {
    int place = before - FILE.length() < 0 ? -1 : maps.lastIndexOf(FILE, before - FILE.length());
    return place < 0 ? -1 : maps.lastIndexOf('\n', place) + 1;
  }

  private static long number(String maps, int begin, int end) {
    return Long.parseUnsignedLong(maps, begin, end, 16);
  }

  private static String read(String path, long offset, long size) {
    if (size <= 0 || size > MOST) {
      return null;
    }
    byte[] bytes = new byte[(int) size];
    try (RandomAccessFile file = new RandomAccessFile(path, "r")) {
      file.seek(offset);
      int length = 0;
      for (int more; length < size && (more = file.read(bytes, length, (int) size - length)) > 0; ) {
        length += more;
      }
    } catch (IOException e) {
      return null;
    }
    return latin(bytes);
  }

  /** The version in what the library says of itself; null where it does not. */
  static String versionIn(String constants) {
    int name = constants.indexOf(NAME);
    int found = name < 0 ? -1 : constants.indexOf(VERSION, name);
    if (found < 0 || found > name + NEAR) {
      return null;
    }
    int begin = found + VERSION.length();
    int end = begin;
    while (end < constants.length() && isPart(constants.charAt(end))) {
      end++;
    }
    return end - 1 > begin && constants.startsWith(".\n", end - 1) ? constants.substring(begin, end - 1) : null;
  }

  private static boolean isPart(char c) {
    return c >= '0' && c <= '9' || c == '.';
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
