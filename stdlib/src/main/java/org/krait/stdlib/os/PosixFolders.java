package org.krait.stdlib.os;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;

/** The functions of {@code posix} about folders, and the working directory. */
final class PosixFolders {
  private static final CFunction CHDIR = new CFunction("chdir");
  private static final CFunction FCHDIR = new CFunction("fchdir");
  private static final CFunction CHROOT = new CFunction("chroot");

  private PosixFolders() {}

  @Function("listdir(path=None)")
  static PyObject listdir(PyObject path) {
    PathArgument folder = PathArgument.orNone(path, "listdir");
    Doors.audit("os.listdir", folder.object());
    PyList names = new PyList();
    if (folder.isForJava(KernelCalls.HERE) && listInJava(folder, names)) {
      return names;
    }
    try (NativeFolder entries = NativeFolder.open(folder)) {
      while (entries.next()) {
        names.append(folder.like(entries.name()));
      }
    }
    return names;
  }

  /**
   * False when a name is not text for Java. The older way of Java takes a quarter of the time, which counts in
   * a start, and cannot say what is wrong: then the other way is asked.
   */
  private static boolean listInJava(PathArgument folder, PyList names) {
    String[] all = folder.java().toFile().list();
    if (all == null) {
      return listOrRaise(folder, names);
    }
    PyObject[] found = new PyObject[all.length];
    for (int i = 0; i < all.length; i++) {
      if (all[i].indexOf('\uFFFD') >= 0) {
        return false;
      }
      found[i] = folder.asBytes() ? Paths.like(folder.object(), all[i]) : PyStr.of(all[i]);
    }
    names.appendAll(found, found.length);
    return true;
  }

  private static boolean listOrRaise(PathArgument folder, PyList names) {
    try (DirectoryStream<Path> entries = OpenFiles.entries(folder.java())) {
      List<PyObject> found = new ArrayList<>();
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (name.indexOf('\uFFFD') >= 0) {
          return false;
        }
        found.add(folder.asBytes() ? Paths.like(folder.object(), name) : PyStr.of(name));
      }
      found.forEach(names::append);
      return true;
    } catch (IOException e) {
      throw OsErrors.of(e, folder.name());
    }
  }

  @Function("scandir(path=None)")
  static PyObject scandir(PyObject path) {
    PathArgument folder = PathArgument.orNone(path, "scandir");
    Doors.audit("os.scandir", folder.object());
    return PyScandirIterator.open(folder);
  }

  @Function("getcwd()")
  static PyObject getcwd() {
    return Utf8.decode(WorkingDirectory.name(), "surrogateescape");
  }

  @Function("getcwdb()")
  static PyObject getcwdb() {
    return PyBytes.of(WorkingDirectory.name());
  }

  @Function("chdir(path)")
  static void chdir(PyObject path) {
    PathArgument folder = PathArgument.orDescriptor(path, "chdir");
    Doors.audit("os.chdir", folder.object());
    if (folder.isDescriptor()) {
      FCHDIR.requireFor(folder.object(), folder.kernel());
    } else {
      try (Arena arena = Arena.ofConfined()) {
        CHDIR.requireFor(folder.object(), Native.string(arena, folder.bytes()).address());
      }
    }
    WorkingDirectory.changed();
  }

  @Function("fchdir(fd)")
  static void fchdir(PyObject fd) {
    int number = FileNumber.of(fd);
    Doors.audit("os.chdir", PyLong.of(number));
    FCHDIR.require(Descriptors.current().kernel(number));
    WorkingDirectory.changed();
  }

  @Function("chroot(path)")
  static void chroot(PyObject path) {
    PathArgument folder = PathArgument.of(path, "chroot");
    try (Arena arena = Arena.ofConfined()) {
      CHROOT.requireFor(folder.object(), Native.string(arena, folder.bytes()).address());
    }
  }
}
