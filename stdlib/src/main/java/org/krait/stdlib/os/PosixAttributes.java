package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;

/** The functions of {@code posix} that change what a file says of itself, and extended attributes. */
final class PosixAttributes {
  static final StructSequenceType STATVFS =
      StructSequenceType.of(
          "os.statvfs_result", 10, "f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail",
          "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax", "f_fsid");

  private static final int NO_FOLLOW = 0x100;
  private static final int ERANGE = 34;
  private static final int NOT_SUPPORTED = 95;
  private static final int STATVFS_SIZE = 112;

  private static final CFunction FCHMODAT = new CFunction("fchmodat");
  private static final CFunction FCHMOD = new CFunction("fchmod");
  private static final CFunction FCHOWNAT = new CFunction("fchownat");
  private static final CFunction FCHOWN = new CFunction("fchown");
  private static final CFunction UTIMENSAT = new CFunction("utimensat");
  private static final CFunction FUTIMENS = new CFunction("futimens");
  private static final CFunction TRUNCATE = new CFunction("truncate");
  private static final CFunction STATVFS_CALL = new CFunction("statvfs");
  private static final CFunction FSTATVFS = new CFunction("fstatvfs");
  private static final CFunction UMASK = new CFunction("umask");

  private PosixAttributes() {}

  private static void oneWay(PathArgument path, int at, boolean follow, String function) {
    if (!path.isDescriptor()) {
      return;
    }
    if (at != KernelCalls.HERE) {
      throw Errors.valueError("%s: can't specify dir_fd without matching path", function);
    }
    if (!follow) {
      throw Errors.valueError("%s: cannot use fd and follow_symlinks together", function);
    }
  }

  @Function("chmod(path, mode, *, dir_fd=None, follow_symlinks=True)")
  static void chmod(PyObject path, int mode, PyObject directory, boolean follow) {
    PathArgument file = PathArgument.orDescriptor(path, "chmod");
    int at = PathArgument.directory(directory);
    oneWay(file, at, follow, "chmod");
    Doors.audit("os.chmod", file.object(), PyLong.of(mode), Doors.directory(directory));
    if (file.isDescriptor()) {
      FCHMOD.requireFor(file.object(), file.kernel(), mode);
    } else {
      chmodByName(file, at, mode, follow);
    }
  }

  /** The kernel changes the mode of no link; the library then does without. */
  private static void chmodByName(PathArgument file, int at, int mode, boolean follow) {
    try {
      PosixFiles.onPath(FCHMODAT, at, file, mode, follow ? 0 : NO_FOLLOW);
    } catch (PyException e) {
      if (follow || OsErrors.numberOf(e) != NOT_SUPPORTED) {
        throw e;
      }
      if (at != KernelCalls.HERE) {
        throw Errors.valueError("chmod: cannot use dir_fd and follow_symlinks together");
      }
      throw Errors.notImplementedError("chmod: follow_symlinks unavailable on this platform");
    }
  }

  @Function("fchmod(fd, mode)")
  static void fchmod(int fd, int mode) {
    Doors.audit("os.chmod", PyLong.of(fd), PyLong.of(mode), PyLong.MINUS_ONE);
    FCHMOD.require(Descriptors.current().kernel(fd), mode);
  }

  @Function("chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)")
  static void chown(
      PyObject path, PyObject uid, PyObject gid, PyObject directory, boolean follow) {
    PathArgument file = PathArgument.orDescriptor(path, "chown");
    long user = Identity.user(uid);
    long group = Identity.group(gid);
    int at = PathArgument.directory(directory);
    oneWay(file, at, follow, "chown");
    Doors.audit(
        "os.chown", file.object(), unsigned(user), unsigned(group), Doors.directory(directory));
    if (file.isDescriptor()) {
      FCHOWN.requireFor(file.object(), file.kernel(), user, group);
    } else {
      PosixFiles.onPath(FCHOWNAT, at, file, user, group, follow ? 0 : NO_FOLLOW);
    }
  }

  @Function("fchown(fd, uid, gid)")
  static void fchown(int fd, PyObject uid, PyObject gid) {
    long user = Identity.user(uid);
    long group = Identity.group(gid);
    Doors.audit(
        "os.chown", PyLong.of(fd), unsigned(user), unsigned(group), PyLong.MINUS_ONE);
    FCHOWN.require(Descriptors.current().kernel(fd), user, group);
  }

  @Function("lchown(path, uid, gid)")
  static void lchown(PyObject path, PyObject uid, PyObject gid) {
    PathArgument file = PathArgument.of(path, "lchown");
    long user = Identity.user(uid);
    long group = Identity.group(gid);
    Doors.audit("os.chown", file.object(), unsigned(user), unsigned(group), PyLong.MINUS_ONE);
    PosixFiles.onPath(FCHOWNAT, KernelCalls.HERE, file, user, group, NO_FOLLOW);
  }

  /** A number of a user or group as events carry it: -1 is the greatest. */
  private static PyObject unsigned(long id) {
    return PyLong.of(id & 0xffffffffL);
  }

  @Function("utime(path, times=None, *, ns=NULL, dir_fd=None, follow_symlinks=True)")
  static void utime(PyObject path, PyObject times, PyObject ns, PyObject directory, boolean follow) {
    PathArgument file = PathArgument.orDescriptor(path, "utime");
    int at = PathArgument.directory(directory);
    if (times != PyNone.NONE && ns != null) {
      throw Errors.valueError("utime: you may specify either 'times' or 'ns' but not both");
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment both = FileTimes.read(arena, times, ns);
      long address = both == null ? 0 : both.address();
      oneWay(file, at, follow, "utime");
      Doors.audit(
          "os.utime", file.object(), times, ns == null ? PyNone.NONE : ns, Doors.directory(directory));
      if (file.isDescriptor()) {
        FUTIMENS.require(file.kernel(), address);
        return;
      }
      MemorySegment text = Native.string(arena, file.bytes());
      UTIMENSAT.require(at, text.address(), address, follow ? 0 : NO_FOLLOW);
    }
  }

  @Function("truncate(path, length)")
  static void truncate(PyObject path, long length) {
    PathArgument file = PathArgument.orDescriptor(path, "truncate");
    Doors.audit("os.truncate", file.object(), PyLong.of(length));
    if (file.isDescriptor()) {
      Descriptors.current().get(file.number()).truncate(length);
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      TRUNCATE.requireFor(file.object(), Native.string(arena, file.bytes()).address(), length);
    }
  }

  @Function("umask(mask, /)")
  static int umask(int mask) {
    return UMASK.callInt(mask);
  }

  @Function("statvfs(path)")
  static PyObject statvfs(PyObject path) {
    PathArgument file = PathArgument.orDescriptor(path, "statvfs");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment s = arena.allocate(STATVFS_SIZE, 8);
      if (file.isDescriptor()) {
        FSTATVFS.requireFor(file.object(), file.kernel(), s.address());
      } else {
        STATVFS_CALL.requireFor(file.object(), Native.string(arena, file.bytes()).address(), s.address());
      }
      return statvfs(s);
    }
  }

  @Function("fstatvfs(fd, /)")
  static PyObject fstatvfs(int fd) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment s = arena.allocate(STATVFS_SIZE, 8);
      FSTATVFS.require(Descriptors.current().kernel(fd), s.address());
      return statvfs(s);
    }
  }

  private static PyObject statvfs(MemorySegment s) {
    PyObject[] fields = new PyObject[11];
    for (int i = 0; i < 8; i++) {
      fields[i] = PyStatResult.unsigned(s.get(Native.LONG, i * 8L));
    }
    fields[10] = PyStatResult.unsigned(s.get(Native.LONG, 64));
    fields[8] = PyStatResult.unsigned(s.get(Native.LONG, 72));
    fields[9] = PyStatResult.unsigned(s.get(Native.LONG, 80));
    return STATVFS.make(fields);
  }

  // ---- extended attributes

  private static final CFunction[] GET = family("getxattr");
  private static final CFunction[] SET = family("setxattr");
  private static final CFunction[] LIST = family("listxattr");
  private static final CFunction[] REMOVE = family("removexattr");

  /** For a path, a link itself, a descriptor. */
  private static CFunction[] family(String name) {
    return new CFunction[] {
      CFunction.wide(name), CFunction.wide("l" + name), CFunction.wide("f" + name)
    };
  }

  private static CFunction choose(CFunction[] family, PathArgument file, boolean follow, String function) {
    oneWay(file, KernelCalls.HERE, follow, function);
    return family[file.isDescriptor() ? 2 : follow ? 0 : 1];
  }

  private static long target(Arena arena, PathArgument file) {
    return file.isDescriptor() ? file.kernel() : Native.string(arena, file.bytes()).address();
  }

  private static byte[] withRoom(Arena arena, java.util.function.LongBinaryOperator call, PyObject name) {
    for (int room : new int[] {128, 1 << 16}) {
      MemorySegment memory = arena.allocate(room);
      long length = call.applyAsLong(memory.address(), room);
      if (length >= 0) {
        return Native.copy(memory, 0, (int) length);
      }
      if (Libc.errno() != ERANGE) {
        break;
      }
    }
    throw OsErrors.make(Libc.errno(), name);
  }

  @Function("getxattr(path, attribute, *, follow_symlinks=True)")
  static PyObject getxattr(PyObject path, PyObject attribute, boolean follow) {
    PathArgument file = PathArgument.orDescriptor(path, "getxattr");
    PathArgument name = PathArgument.of(attribute, "getxattr", "attribute");
    CFunction call = choose(GET, file, follow, "getxattr");
    Doors.audit("os.getxattr", file.object(), name.object());
    try (Arena arena = Arena.ofConfined()) {
      long target = target(arena, file);
      long text = Native.string(arena, name.bytes()).address();
      return PyBytes.of(withRoom(arena, (memory, room) -> call.callAgain(target, text, memory, room), path));
    }
  }

  @Function("setxattr(path, attribute, value, flags=0, *, follow_symlinks=True)")
  static void setxattr(
      PyObject path, PyObject attribute, PyObject value, int flags, boolean follow) {
    PathArgument file = PathArgument.orDescriptor(path, "setxattr");
    PathArgument name = PathArgument.of(attribute, "setxattr", "attribute");
    byte[] bytes = Buffers.bytes(value);
    CFunction call = choose(SET, file, follow, "setxattr");
    Doors.audit("os.setxattr", file.object(), name.object(), value, PyLong.of(flags));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = Native.bytes(arena, bytes, 0, bytes.length);
      long text = Native.string(arena, name.bytes()).address();
      call.requireFor(file.object(), target(arena, file), text, memory.address(), bytes.length, flags);
    }
  }

  @Function("removexattr(path, attribute, *, follow_symlinks=True)")
  static void removexattr(PyObject path, PyObject attribute, boolean follow) {
    PathArgument file = PathArgument.orDescriptor(path, "removexattr");
    PathArgument name = PathArgument.of(attribute, "removexattr", "attribute");
    CFunction call = choose(REMOVE, file, follow, "removexattr");
    Doors.audit("os.removexattr", file.object(), name.object());
    try (Arena arena = Arena.ofConfined()) {
      long text = Native.string(arena, name.bytes()).address();
      call.requireFor(file.object(), target(arena, file), text);
    }
  }

  @Function("listxattr(path=None, *, follow_symlinks=True)")
  static PyObject listxattr(PyObject path, boolean follow) {
    PathArgument file = PathArgument.orNone(path, "listxattr");
    CFunction call = choose(LIST, file, follow, "listxattr");
    Doors.audit("os.listxattr", file.object());
    byte[] all;
    try (Arena arena = Arena.ofConfined()) {
      long target = target(arena, file);
      all = withRoom(arena, (memory, room) -> call.callAgain(target, memory, room), file.name());
    }
    PyList names = new PyList();
    for (int from = 0, at = 0; at < all.length; at++) {
      if (all[at] == 0) {
        names.append(nameOf(all, from, at));
        from = at + 1;
      }
    }
    return names;
  }

  private static PyObject nameOf(byte[] all, int from, int to) {
    return org.krait.runtime.codecs.Utf8.decode(Arrays.copyOfRange(all, from, to), "surrogateescape");
  }
}
