package org.krait.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells zip archives, which are run by their {@code __main__.py}, from source files. */
final class ArchiveFile {
  private static final int END_RECORD = 22;
  private static final int LONGEST_COMMENT = 0xffff;

  private ArchiveFile() {}

  /** Whether a file ends as a zip archive does; another program may stand in front of it. */
  static boolean isArchive(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long length = in.length();
      if (length < END_RECORD) {
        return false;
      }
      if (isRecord(in, length - END_RECORD)) {
        return true;
      }
      byte[] tail = new byte[(int) Math.min(length, END_RECORD + LONGEST_COMMENT)];
      in.seek(length - tail.length);
      in.readFully(tail);
      return hasRecord(tail);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isRecord(RandomAccessFile in, long at) throws IOException {
    byte[] bytes = new byte[4];
    in.seek(at);
    in.readFully(bytes);
    return bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 5 && bytes[3] == 6;
  }

  private static boolean hasRecord(byte[] tail) {
    for (int i = tail.length - END_RECORD; i >= 0; i--) {
      if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
        return true;
      }
    }
    return false;
  }
}
