package org.krait.stdlib.os;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import org.krait.runtime.PyObject;

/** {@code open(2)}: through Java while that is enough, by the kernel otherwise. */
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
  private static final int PERMISSIONS = 0777;

  /** What Java can do. */
  private static final int KNOWN =
      ACCESS | CREATE | EXCLUSIVE | TRUNCATE | APPEND | DIRECTORY | NOFOLLOW | KernelCalls.CLOSE_ON_EXEC;

  private OpenFiles() {}

  /**
   * Opens a file.
   *
   * @param name its path, as the program gave it
   * @param flags {@code O_*} bits
   * @param mode permissions of a new file, the mask not yet applied
   */
  public static OpenFile open(PyObject name, int flags, int mode) {
    return open(PathArgument.of(name, "open"), flags, mode, KernelCalls.HERE);
  }

  static OpenFile open(PathArgument path, int flags, int mode, int directory) {
    if ((flags & ~KNOWN) == 0 && (mode & ~PERMISSIONS) == 0 && path.isForJava(directory)) {
      OpenFile file = openInJava(path, flags, mode);
      if (file != null) {
        return file;
      }
    }
    return new KernelFile(NativeFiles.open(directory, path.bytes(), flags, mode, path.name()));
  }

  /** Only regular files and folders on a real file system; null for all else. */
  private static OpenFile openInJava(PathArgument argument, int flags, int mode) {
    Path path = argument.java();
    if (path.startsWith("/proc") || path.startsWith("/sys") || path.startsWith("/dev")
        || argument.text().endsWith("/")) {
      return null;
    }
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return openDirectory(path, flags, argument.object());
      }
      if (!attributes.isRegularFile()) {
        return null;
      }
    } catch (NoSuchFileException e) {
      if ((flags & CREATE) == 0) {
        throw OsErrors.of(e, argument.object());
      }
    } catch (IOException e) {
      return null;
    }
    if ((flags & DIRECTORY) != 0) {
      return null;
    }
    try {
      return openFile(path, flags, mode);
    } catch (IOException e) {
      if (!Shortage.isMended(OsErrors.number(e))) {
        throw OsErrors.of(e, argument.object());
      }
    }
    try {
      return openFile(path, flags, mode);
    } catch (IOException e) {
      throw OsErrors.of(e, argument.object());
    }
  }

  private static OpenFile openDirectory(Path path, int flags, PyObject name) {
    if ((flags & ACCESS) != READ_ONLY || (flags & CREATE) != 0) {
      boolean exclusive = (flags & (CREATE | EXCLUSIVE)) == (CREATE | EXCLUSIVE);
      throw OsErrors.make(exclusive ? OsErrors.EEXIST : OsErrors.EISDIR, name);
    }
    return Files.isReadable(path) ? new DirectoryFile(path) : null;
  }

  private static OpenFile openFile(Path path, int flags, int mode) throws IOException {
    int access = flags & ACCESS;
    boolean creates = (flags & CREATE) != 0;
    if (access == READ_ONLY && (flags & (CREATE | TRUNCATE)) != 0) {
      return null;
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
    if (creates) {
      options.add(
          (flags & EXCLUSIVE) != 0 ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
    }
    if ((flags & TRUNCATE) != 0) {
      options.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    FileChannel channel =
        creates
            ? FileChannel.open(path, options, PosixModes.attribute(mode))
            : FileChannel.open(path, options);
    return new JavaFile(channel, path, (flags & APPEND) != 0);
  }

  /** The entries of a folder. */
  static DirectoryStream<Path> entries(Path folder) throws IOException {
    try {
      return Files.newDirectoryStream(folder);
    } catch (IOException e) {
      if (Shortage.isMended(OsErrors.number(e))) {
        return Files.newDirectoryStream(folder);
      }
      throw e;
    }
  }

  /** The path as Java names it, to know a file again; null when Java cannot. */
  public static Path known(PyObject name) {
    PathArgument path = PathArgument.of(name, "open");
    try {
      return path.bytes().length == 0 ? null : path.java();
    } catch (org.krait.runtime.PyException e) {
      return null;
    }
  }

  /** Whether a path leads to a character device, such as the null device or a terminal. */
  public static boolean isCharacterDevice(Path path) {
    try {
      return StatKinds.isCharacterDevice((Integer) Files.getAttribute(path, "unix:mode"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }
}
