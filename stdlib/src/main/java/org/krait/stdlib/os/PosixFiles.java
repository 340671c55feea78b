package org.krait.stdlib.os;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.*;
import org.krait.stdlib.io.OpenStreams;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;

/** The functions of {@code posix} that ask for, make and remove files by name. */
final class PosixFiles {
  private static final int REMOVE_DIRECTORY = 0x200;
  private static final int EFFECTIVE_IDS = 0x200;
  private static final int NO_FOLLOW = 0x100;
  private static final int FOLLOW = 0x400;
  private static final int LONGEST = 4096;

  private static final CFunction ACCESS = new CFunction("faccessat");
  private static final CFunction MKDIR = new CFunction("mkdirat");
  private static final CFunction UNLINK = new CFunction("unlinkat");
  private static final CFunction RENAME = new CFunction("renameat");
  private static final CFunction LINK = new CFunction("linkat");
  private static final CFunction SYMLINK = new CFunction("symlinkat");
  private static final CFunction READLINK = CFunction.wide("readlinkat");
  private static final CFunction MKFIFO = new CFunction("mkfifoat");
  private static final CFunction MKNOD = new CFunction("mknodat");

  private PosixFiles() {}

  @Function("stat(path, *, dir_fd=None, follow_symlinks=True)")
  static PyObject stat(PyObject path, PyObject directory, boolean follow) {
    PathArgument file = PathArgument.orDescriptor(path, "stat");
    int at = PathArgument.directory(directory);
    if (file.isDescriptor()) {
      if (at != KernelCalls.HERE) {
        throw Errors.valueError("stat: can't specify dir_fd without matching path");
      }
      if (!follow) {
        throw Errors.valueError("stat: cannot use fd and follow_symlinks together");
      }
      if (file.number() < 0) {
        file.kernel();
      }
      try {
        Descriptors table = Descriptors.current();
        return PyStatResult.ofOpen(table.get(file.number()).status(), table, file.number());
      } catch (PyException e) {
        throw file.named(e);
      }
    }
    return status(file, at, follow);
  }

  @Function("lstat(path, *, dir_fd=None)")
  static PyObject lstat(PyObject path, PyObject directory) {
    PathArgument file = PathArgument.of(path, "lstat");
    return status(file, PathArgument.directory(directory), false);
  }

  private static PyObject status(PathArgument file, int at, boolean follow) {
    OpenStreams.settle(file.name());
    if (!file.isForJava(at)) {
      return PyStatResult.of(NativeStat.of(at, file.bytes(), follow, file.name()));
    }
    String text = file.text();
    try {
      Path path = file.java();
      FileStatus status = JavaStat.of(path, follow || text.endsWith("/"));
      if (text.endsWith("/") && !status.isDirectory()) {
        throw OsErrors.make(OsErrors.ENOTDIR, file.object());
      }
      return PyStatResult.of(status, path, follow);
    } catch (IOException e) {
      throw OsErrors.of(e, file.object());
    }
  }

  @Function("access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)")
  static boolean access(
      PyObject path, int mode, PyObject directory, boolean effective, boolean follow) {
    PathArgument file = PathArgument.of(path, "access");
    int at = PathArgument.directory(directory);
    if (file.isForJava(at) && !effective && follow && (mode & ~7) == 0) {
      Path name = file.java();
      return Files.exists(name)
          && ((mode & 4) == 0 || Files.isReadable(name))
          && ((mode & 2) == 0 || Files.isWritable(name))
          && ((mode & 1) == 0 || Files.isExecutable(name));
    }
    try (Arena arena = Arena.ofConfined()) {
      int flags = (effective ? EFFECTIVE_IDS : 0) | (follow ? 0 : NO_FOLLOW);
      return ACCESS.call(at, Native.string(arena, file.bytes()).address(), mode, flags) == 0;
    }
  }

  @Function("mkdir(path, mode=511, *, dir_fd=None)")
  static void mkdir(PyObject path, int mode, PyObject directory) {
    PathArgument folder = PathArgument.of(path, "mkdir");
    int at = PathArgument.directory(directory);
    Doors.audit("os.mkdir", folder.object(), PyLong.of(mode), Doors.directory(directory));
    if (!folder.isForJava(at) || (mode & ~0777) != 0) {
      onPath(MKDIR, at, folder, mode);
      return;
    }
    try {
      Files.createDirectory(folder.java(), PosixModes.attribute(mode));
    } catch (IOException e) {
      throw OsErrors.of(e, folder.object());
    }
  }

  /** A function that takes a directory, a path and more. */
  static void onPath(CFunction function, int at, PathArgument path, long... rest) {
    try (Arena arena = Arena.ofConfined()) {
      long[] args = new long[rest.length + 2];
      args[0] = at;
      args[1] = Native.string(arena, path.bytes()).address();
      System.arraycopy(rest, 0, args, 2, rest.length);
      function.requireFor(path.name(), args);
    }
  }

  @Function("rmdir(path, *, dir_fd=None)")
  static void rmdir(PyObject path, PyObject directory) {
    PathArgument folder = PathArgument.of(path, "rmdir");
    int at = PathArgument.directory(directory);
    Doors.audit("os.rmdir", folder.object(), Doors.directory(directory));
    if (!folder.isForJava(at) || !isFolder(folder.java())) {
      onPath(UNLINK, at, folder, REMOVE_DIRECTORY);
      return;
    }
    delete(folder);
  }

  @Function("unlink(path, *, dir_fd=None)")
  static void unlink(PyObject path, PyObject directory) {
    unlink(path, directory, "unlink");
  }

  @Function("remove(path, *, dir_fd=None)")
  static void remove(PyObject path, PyObject directory) {
    unlink(path, directory, "remove");
  }

  private static void unlink(PyObject path, PyObject directory, String function) {
    PathArgument file = PathArgument.of(path, function);
    int at = PathArgument.directory(directory);
    Doors.audit("os.remove", file.object(), Doors.directory(directory));
    if (!file.isForJava(at) || isFolder(file.java()) || file.text().endsWith("/")) {
      onPath(UNLINK, at, file, 0);
      return;
    }
    delete(file);
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static void delete(PathArgument file) {
    try {
      Files.delete(file.java());
    } catch (IOException e) {
      throw OsErrors.of(e, file.object());
    }
  }

  @Function("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
  static void rename(PyObject from, PyObject to, PyObject fromDirectory, PyObject toDirectory) {
    move(from, to, fromDirectory, toDirectory, "rename");
  }

  @Function("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
  static void replace(PyObject from, PyObject to, PyObject fromDirectory, PyObject toDirectory) {
    move(from, to, fromDirectory, toDirectory, "replace");
  }

  private static void move(
      PyObject from, PyObject to, PyObject fromDirectory, PyObject toDirectory, String function) {
    PathArgument source = PathArgument.of(from, function, "src");
    PathArgument target = PathArgument.of(to, function, "dst");
    int sourceAt = PathArgument.directory(fromDirectory);
    int targetAt = PathArgument.directory(toDirectory);
    Doors.audit(
        "os.rename", source.object(), target.object(), Doors.directory(fromDirectory), Doors.directory(toDirectory));
    OpenStreams.settle(source.name());
    if (!source.isForJava(sourceAt) || !target.isForJava(targetAt) || !Files.isRegularFile(source.java())) {
      onPaths(RENAME, sourceAt, source, targetAt, target);
      return;
    }
    CopyOption[] options = {StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING};
    try {
      Files.move(source.java(), target.java(), options);
    } catch (IOException e) {
      throw OsErrors.make(OsErrors.number(e), source.object(), target.object());
    }
  }

  private static void onPaths(
      CFunction function, int at, PathArgument from, int toAt, PathArgument to, long... rest) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment source = Native.string(arena, from.bytes());
      MemorySegment target = Native.string(arena, to.bytes());
      long flags = rest.length == 0 ? 0 : rest[0];
      if (function.callAgain(at, source.address(), toAt, target.address(), flags) == -1) {
        throw OsErrors.make(Libc.errno(), from.object(), to.object());
      }
    }
  }

  @Function("link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)")
  static void link(
      PyObject from, PyObject to, PyObject fromDirectory, PyObject toDirectory, boolean follow) {
    PathArgument source = PathArgument.of(from, "link", "src");
    PathArgument target = PathArgument.of(to, "link", "dst");
    int sourceAt = PathArgument.directory(fromDirectory);
    int targetAt = PathArgument.directory(toDirectory);
    Doors.audit("os.link", source.object(), target.object(), Doors.directory(fromDirectory), Doors.directory(toDirectory));
    boolean plain =
        follow && sourceAt == KernelCalls.HERE && targetAt == KernelCalls.HERE;
    onPaths(LINK, sourceAt, source, targetAt, target, follow && !plain ? FOLLOW : 0);
  }

  @Function("symlink(src, dst, target_is_directory=False, *, dir_fd=None)")
  static void symlink(PyObject target, PyObject link, boolean isDirectory, PyObject directory) {
    PathArgument words = PathArgument.of(target, "symlink", "src");
    PathArgument place = PathArgument.of(link, "symlink", "dst");
    int at = PathArgument.directory(directory);
    Doors.audit("os.symlink", words.object(), place.object(), Doors.directory(directory));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = Native.string(arena, words.bytes());
      MemorySegment path = Native.string(arena, place.bytes());
      if (SYMLINK.callAgain(text.address(), at, path.address()) == -1) {
        throw OsErrors.make(Libc.errno(), words.object(), place.object());
      }
    }
  }

  @Function("readlink(path, *, dir_fd=None)")
  static PyObject readlink(PyObject path, PyObject directory) {
    PathArgument link = PathArgument.of(path, "readlink");
    int at = PathArgument.directory(directory);
    byte[] target = readLinkInJava(link, at);
    if (target != null) {
      return link.like(target);
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(LONGEST);
      MemorySegment text = Native.string(arena, link.bytes());
      int length = (int) READLINK.requireFor(link.object(), at, text.address(), room.address(), LONGEST);
      return link.like(Native.copy(room, 0, length));
    }
  }

  /** Where a link leads: {@code realpath} asks in most starts, which need no native call else; null when Java cannot say. */
  private static byte[] readLinkInJava(PathArgument link, int directory) {
    if (!link.isForJava(directory) || link.text().endsWith("/")) {
      return null;
    }
    try {
      String target = Files.readSymbolicLink(link.java()).toString();
      boolean isText = target.indexOf('\ufffd') < 0;
      return isText ? target.getBytes(StandardCharsets.UTF_8) : null;
    } catch (IOException e) {
      return null;
    }
  }

  @Function("mkfifo(path, mode=438, *, dir_fd=None)")
  static void mkfifo(PyObject path, int mode, PyObject directory) {
    PathArgument pipe = PathArgument.of(path, "mkfifo");
    onPath(MKFIFO, PathArgument.directory(directory), pipe, mode);
  }

  @Function("mknod(path, mode=384, device=0, *, dir_fd=None)")
  static void mknod(PyObject path, int mode, long device, PyObject directory) {
    PathArgument node = PathArgument.of(path, "mknod");
    onPath(MKNOD, PathArgument.directory(directory), node, mode, device);
  }

  @Function("makedev(major, minor, /)")
  static long makedev(int major, int minor) {
    return NativeStat.device(major & 0xffffffffL, minor & 0xffffffffL);
  }

  @Function("major(device, /)")
  static long major(PyObject device) {
    return NativeStat.major(device(device));
  }

  /** A number of 64 bits without a sign. */
  private static long device(PyObject value) {
    PyInt number = Arguments.index(value);
    if (number.signum() < 0) {
      throw Errors.overflowError("can't convert negative int to unsigned");
    }
    if (number.bigValue().bitLength() > 64) {
      throw Errors.overflowError("int too big to convert");
    }
    return number.bigValue().longValue();
  }

  @Function("minor(device, /)")
  static long minor(PyObject device) {
    return NativeStat.minor(device(device));
  }

  @Function("fspath(path)")
  static PyObject fspath(PyObject path) {
    return Objects.fsPath(path);
  }

  @Function("_path_normpath(path)")
  static PyObject normpath(PyObject path) {
    if (!(path instanceof PyStr text)) {
      throw Errors.typeError(
          "expected 'str', not '%s'", path.type().fullName());
    }
    return text.units() != null
        ? PyStr.ofUnits(NormalPath.of(text.units()))
        : PyStr.of(NormalPath.of(text.toString()));
  }
}
