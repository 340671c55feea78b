package org.krait.stdlib.os;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code stat} through Java's {@code unix} attribute view, without a native call of our own. */
final class JavaStat {
  private static final LinkOption[] FOLLOW = {};
  private static final LinkOption[] NO_FOLLOW = {LinkOption.NOFOLLOW_LINKS};
  private static final long PAGE = 4096;

  /** Not all: for the names of owner and group Java would read the files of users and groups. */
  private static final String WANTED =
      "unix:mode,ino,dev,rdev,nlink,uid,gid,size,lastAccessTime,lastModifiedTime,ctime";

  private JavaStat() {}

  /** The status of a file. */
  static FileStatus of(Path path, boolean follow) throws IOException {
    Map<String, Object> all =
        Files.readAttributes(path, WANTED, follow ? FOLLOW : NO_FOLLOW);
    long size = number(all, "size");
    return new FileStatus(
        (int) number(all, "mode"),
        number(all, "ino"),
        number(all, "dev"),
        number(all, "nlink"),
        number(all, "uid"),
        number(all, "gid"),
        size,
        nanos(all, "lastAccessTime"),
        nanos(all, "lastModifiedTime"),
        nanos(all, "ctime"),
        number(all, "rdev"),
        FileStatus.UNKNOWN,
        PAGE);
  }

  private static long number(Map<String, Object> all, String name) {
    return all.get(name) instanceof Number n ? n.longValue() : 0;
  }

  private static long nanos(Map<String, Object> all, String name) {
    return all.get(name) instanceof FileTime time ? time.to(TimeUnit.NANOSECONDS) : 0;
  }

  /** The status of an open file by its path, or from the channel alone when the path is gone. */
  static FileStatus ofOpen(Path path, FileChannel channel) {
    try {
      return of(path, true);
    } catch (IOException gone) {
      try {
        return new FileStatus(
            FileStatus.REGULAR | 0600, 0, 0, 0, 0, 0, channel.size(), 0, 0, 0, 0, FileStatus.UNKNOWN, PAGE);
      } catch (IOException e) {
        throw OsErrors.of(e, null);
      }
    }
  }

  /** The status of a descriptor of the process. */
  static FileStatus ofDescriptor(int number) {
    try {
      return of(Path.of("/proc/self/fd/" + number), true);
    } catch (IOException e) {
      return new FileStatus(FileStatus.PIPE | 0600, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, PAGE);
    }
  }

  /** Whether a character device of the process is a terminal. */
  static boolean isTerminal(int number) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + number)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
    } catch (IOException e) {
      return false;
    }
  }
}
