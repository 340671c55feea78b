package org.krait.stdlib.os;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.*;

/** The functions of {@code posix} about files by name. */
final class PosixFiles {
  private static final long NANOS = 1_000_000_000L;

  private PosixFiles() {}

  private static void noDescriptor(PyObject descriptor, String function) {
    if (descriptor != PyNone.NONE) {
      throw Errors.notImplementedError("%s: dir_fd unavailable on this platform", function);
    }
  }

  @Function("stat(path, *, dir_fd=None, follow_symlinks=True)")
  static PyObject stat(PyObject path, PyObject directory, boolean follow) {
    noDescriptor(directory, "stat");
    if (path instanceof PyInt number) {
      return PyStatResult.of(Descriptors.current().get(Arguments.toInt(number)).status());
    }
    return PyStatResult.of(status(path, "stat", follow));
  }

  @Function("lstat(path, *, dir_fd=None)")
  static PyObject lstat(PyObject path, PyObject directory) {
    noDescriptor(directory, "lstat");
    return PyStatResult.of(status(path, "lstat", false));
  }

  static FileStatus status(PyObject path, String function, boolean follow) {
    String text = Paths.text(path, function);
    if (text.isEmpty()) {
      throw OsErrors.make(OsErrors.ENOENT, path);
    }
    try {
      FileStatus status = JavaStat.of(Paths.resolve(text), follow || text.endsWith("/"));
      if (text.endsWith("/") && !status.isDirectory()) {
        throw OsErrors.make(OsErrors.ENOTDIR, path);
      }
      return status;
    } catch (IOException e) {
      throw OsErrors.of(e, path);
    }
  }

  @Function("access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)")
  static boolean access(
      PyObject path, int mode, PyObject directory, boolean effective, boolean follow) {
    Path file = Paths.of(path, "access");
    return Files.exists(file)
        && ((mode & 4) == 0 || Files.isReadable(file))
        && ((mode & 2) == 0 || Files.isWritable(file))
        && ((mode & 1) == 0 || Files.isExecutable(file));
  }

  @Function("listdir(path=None)")
  static PyObject listdir(PyObject path) {
    PyObject folder = path == PyNone.NONE ? PyStr.of(".") : path;
    PyList names = new PyList();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(Paths.of(folder, "listdir"))) {
      for (Path entry : entries) {
        names.append(Paths.like(folder, entry.getFileName().toString()));
      }
    } catch (IOException e) {
      throw OsErrors.of(e, folder);
    }
    return names;
  }

  @Function("scandir(path=None)")
  static PyObject scandir(PyObject path) {
    PyObject folder = path == PyNone.NONE ? PyStr.of(".") : path;
    return PyScandirIterator.open(folder, Paths.of(folder, "scandir"));
  }

  @Function("mkdir(path, mode=511, *, dir_fd=None)")
  static void mkdir(PyObject path, int mode, PyObject directory) {
    noDescriptor(directory, "mkdir");
    try {
      Files.createDirectory(
          Paths.of(path, "mkdir"), PosixModes.attribute(mode & ~PosixModes.umask()));
    } catch (IOException e) {
      throw OsErrors.of(e, path);
    }
  }

  @Function("rmdir(path, *, dir_fd=None)")
  static void rmdir(PyObject path, PyObject directory) {
    noDescriptor(directory, "rmdir");
    Path folder = Paths.of(path, "rmdir");
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
        && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw OsErrors.make(OsErrors.ENOTDIR, path);
    }
    delete(folder, path);
  }

  @Function("unlink(path, *, dir_fd=None)")
  static void unlink(PyObject path, PyObject directory) {
    noDescriptor(directory, "unlink");
    Path file = Paths.of(path, "unlink");
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw OsErrors.make(OsErrors.EISDIR, path);
    }
    delete(file, path);
  }

  @Function("remove(path, *, dir_fd=None)")
  static void remove(PyObject path, PyObject directory) {
    unlink(path, directory);
  }

  private static void delete(Path file, PyObject path) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw OsErrors.of(e, path);
    }
  }

  @Function("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
  static void rename(PyObject from, PyObject to, PyObject fromDirectory, PyObject toDirectory) {
    move(from, to, "rename");
  }

  @Function("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
  static void replace(PyObject from, PyObject to, PyObject fromDirectory, PyObject toDirectory) {
    move(from, to, "replace");
  }

  private static void move(PyObject from, PyObject to, String function) {
    CopyOption[] options = {StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING};
    try {
      Files.move(Paths.of(from, function), Paths.of(to, function), options);
    } catch (IOException e) {
      throw OsErrors.make(OsErrors.number(e), from, to);
    }
  }

  @Function("readlink(path, *, dir_fd=None)")
  static PyObject readlink(PyObject path, PyObject directory) {
    noDescriptor(directory, "readlink");
    try {
      return Paths.like(path, Files.readSymbolicLink(Paths.of(path, "readlink")).toString());
    } catch (java.nio.file.NotLinkException e) {
      throw OsErrors.make(OsErrors.EINVAL, path);
    } catch (IOException e) {
      throw OsErrors.of(e, path);
    }
  }

  @Function("symlink(src, dst, target_is_directory=False, *, dir_fd=None)")
  static void symlink(PyObject target, PyObject link, boolean isDirectory, PyObject directory) {
    noDescriptor(directory, "symlink");
    try {
      Files.createSymbolicLink(Paths.of(link, "symlink"), Path.of(Paths.text(target, "symlink")));
    } catch (IOException e) {
      throw OsErrors.make(OsErrors.number(e), target, link);
    }
  }

  @Function("link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)")
  static void link(
      PyObject from, PyObject to, PyObject fromDirectory, PyObject toDirectory, boolean follow) {
    try {
      Files.createLink(Paths.of(to, "link"), Paths.of(from, "link"));
    } catch (IOException e) {
      throw OsErrors.make(OsErrors.number(e), from, to);
    }
  }

  @Function("chmod(path, mode, *, dir_fd=None, follow_symlinks=True)")
  static void chmod(PyObject path, int mode, PyObject directory, boolean follow) {
    noDescriptor(directory, "chmod");
    try {
      Files.setAttribute(Paths.of(path, "chmod"), "unix:mode", mode & 07777);
    } catch (IOException e) {
      throw OsErrors.of(e, path);
    }
  }

  @Function("chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)")
  static void chown(PyObject path, int uid, int gid, PyObject directory, boolean follow) {
    Path file = Paths.of(path, "chown");
    LinkOption[] options = follow ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    try {
      if (uid != -1) {
        Files.setAttribute(file, "unix:uid", uid, options);
      }
      if (gid != -1) {
        Files.setAttribute(file, "unix:gid", gid, options);
      }
    } catch (IOException e) {
      throw OsErrors.of(e, path);
    }
  }

  @Function("utime(path, times=None, *, ns=NULL, dir_fd=None, follow_symlinks=True)")
  static void utime(PyObject path, PyObject times, PyObject ns, PyObject directory, boolean follow) {
    if (times != PyNone.NONE && ns != null) {
      throw Errors.valueError(
          "utime: you may specify either 'times' or 'ns' but not both");
    }
    long accessed = System.currentTimeMillis() * 1_000_000L;
    long modified = accessed;
    if (times instanceof PyTuple pair && pair.size() == 2) {
      accessed = nanos(pair.get(0));
      modified = nanos(pair.get(1));
    } else if (ns instanceof PyTuple pair && pair.size() == 2) {
      accessed = Arguments.toLong(pair.get(0));
      modified = Arguments.toLong(pair.get(1));
    } else if (times != PyNone.NONE) {
      throw Errors.typeError("utime: 'times' must be either a tuple of two ints or None");
    } else if (ns != null) {
      throw Errors.typeError("utime: 'ns' must be a tuple of two ints");
    }
    try {
      Files.getFileAttributeView(Paths.of(path, "utime"), BasicFileAttributeView.class)
          .setTimes(
              FileTime.from(modified, TimeUnit.NANOSECONDS),
              FileTime.from(accessed, TimeUnit.NANOSECONDS),
              null);
    } catch (IOException e) {
      throw OsErrors.of(e, path);
    }
  }

  private static long nanos(PyObject seconds) {
    if (seconds instanceof PyInt whole) {
      return whole.longValue() * NANOS;
    }
    double value = Arguments.toDouble(seconds);
    double floor = Math.floor(value);
    return (long) floor * NANOS + (long) Math.floor((value - floor) * NANOS);
  }

  @Function("truncate(path, length)")
  static void truncate(PyObject path, long length) {
    if (path instanceof PyInt number) {
      Descriptors.current().get(Arguments.toInt(number)).truncate(length);
      return;
    }
    OpenFile file = OpenFiles.open(Paths.of(path, "truncate"), OpenFiles.WRITE_ONLY, 0, path);
    try {
      file.truncate(length);
    } finally {
      file.release();
    }
  }

  @Function("getcwd()")
  static PyObject getcwd() {
    return PyStr.ofUnits(WorkingDirectory.current().toString());
  }

  @Function("getcwdb()")
  static PyObject getcwdb() {
    return Paths.like(PyBytes.EMPTY, WorkingDirectory.current().toString());
  }

  @Function("chdir(path)")
  static void chdir(PyObject path) {
    Path folder = Paths.of(path, "chdir").normalize();
    if (!Files.exists(folder)) {
      throw OsErrors.make(OsErrors.ENOENT, path);
    }
    if (!Files.isDirectory(folder)) {
      throw OsErrors.make(OsErrors.ENOTDIR, path);
    }
    WorkingDirectory.change(folder);
  }

  @Function("umask(mask, /)")
  static int umask(int mask) {
    return PosixModes.setUmask(mask);
  }

  @Function("fspath(path)")
  static PyObject fspath(PyObject path) {
    return Objects.fsPath(path);
  }

  @Function("_path_splitroot(path)")
  static PyObject splitRoot(PyObject path) {
    String text = path.toString();
    int slashes = 0;
    while (slashes < text.length() && text.charAt(slashes) == '/') {
      slashes++;
    }
    return PyTuple.of(PyStr.of(text.substring(0, slashes)), PyStr.of(text.substring(slashes)));
  }

  @Function("_path_normpath(path)")
  static PyObject normpath(PyObject path) {
    if (!(path instanceof PyStr)) {
      throw Errors.typeError("expected str, not %s", path.type().fullName());
    }
    return PyStr.ofUnits(NormalPath.of(path.toString()));
  }
}
