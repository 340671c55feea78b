package org.krait.stdlib.os;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.krait.runtime.PyObject;

/** {@code open(2)} through Java. */
public final class OpenFiles {
  public static final int READ_ONLY = 0;
  public static final int WRITE_ONLY = 1;
  public static final int READ_WRITE = 2;
  public static final int CREATE = 0100;
  public static final int EXCLUSIVE = 0200;
  public static final int TRUNCATE = 01000;
  public static final int APPEND = 02000;
  private static final int ACCESS = 3;
  private static final int DIRECTORY = 0200000;
  private static final int NOFOLLOW = 0400000;

  private OpenFiles() {}

  /**
   * Opens a file.
   *
   * @param flags {@code O_*} bits
   * @param mode permissions of a new file, the mask not yet applied
   * @param name for errors
   */
  public static OpenFile open(Path path, int flags, int mode, PyObject name) {
    int access = flags & ACCESS;
    if (Files.isDirectory(path)) {
      return openDirectory(path, access, flags, name);
    }
    if ((flags & DIRECTORY) != 0) {
      throw OsErrors.make(Files.exists(path) ? OsErrors.ENOTDIR : OsErrors.ENOENT, name);
    }
    Set<OpenOption> options = new HashSet<>();
    if (access != WRITE_ONLY) {
      options.add(StandardOpenOption.READ);
    }
    if (access != READ_ONLY) {
      options.add(StandardOpenOption.WRITE);
    }
    if ((flags & NOFOLLOW) != 0) {
      options.add(LinkOption.NOFOLLOW_LINKS);
    }
    boolean creates = (flags & CREATE) != 0;
    if (creates && access != READ_ONLY) {
      options.add(
          (flags & EXCLUSIVE) != 0 ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
    }
    if ((flags & TRUNCATE) != 0 && access != READ_ONLY) {
      options.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    try {
      if (creates && access == READ_ONLY && !Files.exists(path)) {
        Files.createFile(path, PosixModes.attribute(mode & ~PosixModes.umask()));
      }
      FileChannel channel =
          creates && access != READ_ONLY
              ? FileChannel.open(path, options, PosixModes.attribute(mode & ~PosixModes.umask()))
              : FileChannel.open(path, options);
      return new JavaFile(channel, path, (flags & APPEND) != 0);
    } catch (IOException e) {
      throw OsErrors.of(e, name);
    }
  }

  private static OpenFile openDirectory(Path path, int access, int flags, PyObject name) {
    if (access != READ_ONLY || (flags & CREATE) != 0) {
      throw OsErrors.make(
          (flags & (CREATE | EXCLUSIVE)) == (CREATE | EXCLUSIVE) ? OsErrors.EEXIST : OsErrors.EISDIR,
          name);
    }
    return new DirectoryFile(path);
  }
}
