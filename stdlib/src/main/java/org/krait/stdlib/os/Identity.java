package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.Sequences;
import org.krait.runtime.Special;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;

/** The functions of {@code posix} about users and groups of the process. */
public final class Identity {
  private static final int MAX_GROUPS = 65536;

  private static final CFunction GETUID = new CFunction("getuid");
  private static final CFunction GETEUID = new CFunction("geteuid");
  private static final CFunction GETGID = new CFunction("getgid");
  private static final CFunction GETEGID = new CFunction("getegid");
  private static final CFunction SETUID = new CFunction("setuid");
  private static final CFunction SETEUID = new CFunction("seteuid");
  private static final CFunction SETGID = new CFunction("setgid");
  private static final CFunction SETEGID = new CFunction("setegid");
  private static final CFunction SETREUID = new CFunction("setreuid");
  private static final CFunction SETREGID = new CFunction("setregid");
  private static final CFunction SETRESUID = new CFunction("setresuid");
  private static final CFunction SETRESGID = new CFunction("setresgid");
  private static final CFunction GETRESUID = new CFunction("getresuid");
  private static final CFunction GETRESGID = new CFunction("getresgid");
  private static final CFunction GETGROUPS = new CFunction("getgroups");
  private static final CFunction SETGROUPS = new CFunction("setgroups");
  private static final CFunction INITGROUPS = new CFunction("initgroups");
  private static final CFunction GETGROUPLIST = new CFunction("getgrouplist");
  private static final CFunction GETLOGIN = new CFunction("getlogin_r");

  private Identity() {}

  /** An argument that is a user's number. */
  public static long user(PyObject value) {
    return number(value, "uid");
  }

  /** An argument that is a group's number. */
  public static long group(PyObject value) {
    return number(value, "gid");
  }

  private static long number(PyObject value, String what) {
    if (value.type().special(Special.INDEX) == null) {
      throw Errors.typeError("%s should be integer, not %s", what, value.type().fullName());
    }
    PyInt number = Arguments.index(value);
    if (!number.fitsLong() || number.longValue() < -1 || number.longValue() > 0xffffffffL) {
      boolean large = number.signum() > 0 && !number.fitsLong();
      throw Errors.overflowError(
          "%s is %s", what, large ? "greater than maximum" : "less than minimum");
    }
    return number.longValue();
  }

  private static PyObject unsigned(int id) {
    return PyLong.of(id & 0xffffffffL);
  }

  /** From {@code /proc} while no native call was needed: they are the same until one changes them. */
  private static PyObject id(CFunction call, String attribute) {
    if (!Libc.isReady()) {
      try {
        return PyLong.of(((Number) Files.getAttribute(Path.of("/proc/self"), attribute)).longValue());
      } catch (java.io.IOException e) {
        return unsigned(call.callInt());
      }
    }
    return unsigned(call.callInt());
  }

  @Function("getuid()")
  public static PyObject getuid() {
    return id(GETUID, "unix:uid");
  }

  @Function("geteuid()")
  static PyObject geteuid() {
    return id(GETEUID, "unix:uid");
  }

  @Function("getgid()")
  static PyObject getgid() {
    return id(GETGID, "unix:gid");
  }

  @Function("getegid()")
  static PyObject getegid() {
    return id(GETEGID, "unix:gid");
  }

  @Function("setuid(uid, /)")
  static void setuid(PyObject uid) {
    SETUID.require(user(uid));
  }

  @Function("seteuid(euid, /)")
  static void seteuid(PyObject uid) {
    SETEUID.require(user(uid));
  }

  @Function("setgid(gid, /)")
  static void setgid(PyObject gid) {
    SETGID.require(group(gid));
  }

  @Function("setegid(egid, /)")
  static void setegid(PyObject gid) {
    SETEGID.require(group(gid));
  }

  @Function("setreuid(ruid, euid, /)")
  static void setreuid(PyObject real, PyObject effective) {
    SETREUID.require(user(real), user(effective));
  }

  @Function("setregid(rgid, egid, /)")
  static void setregid(PyObject real, PyObject effective) {
    SETREGID.require(group(real), group(effective));
  }

  @Function("setresuid(ruid, euid, suid, /)")
  static void setresuid(PyObject real, PyObject effective, PyObject saved) {
    SETRESUID.require(user(real), user(effective), user(saved));
  }

  @Function("setresgid(rgid, egid, sgid, /)")
  static void setresgid(PyObject real, PyObject effective, PyObject saved) {
    SETRESGID.require(group(real), group(effective), group(saved));
  }

  private static PyObject three(CFunction call) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment m = arena.allocate(12, 4);
      call.require(m.address(), m.address() + 4, m.address() + 8);
      return PyTuple.of(
          unsigned(m.get(Native.INT, 0)), unsigned(m.get(Native.INT, 4)),
          unsigned(m.get(Native.INT, 8)));
    }
  }

  @Function("getresuid()")
  static PyObject getresuid() {
    return three(GETRESUID);
  }

  @Function("getresgid()")
  static PyObject getresgid() {
    return three(GETRESGID);
  }

  @Function("getgroups()")
  static PyObject getgroups() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment m = arena.allocate(4L * MAX_GROUPS, 4);
      return list(m, (int) GETGROUPS.require(MAX_GROUPS, m.address()));
    }
  }

  private static PyObject list(MemorySegment numbers, int count) {
    PyList list = new PyList();
    for (int i = 0; i < count; i++) {
      list.append(unsigned(numbers.get(Native.INT, 4L * i)));
    }
    return list;
  }

  @Function("setgroups(groups, /)")
  static void setgroups(PyObject groups) {
    try (Arena arena = Arena.ofConfined()) {
      int[] numbers = groups(groups, "setgroups argument must be a sequence");
      SETGROUPS.require(numbers.length, array(arena, numbers).address());
    }
  }

  /** A sequence of group numbers. */
  static int[] groups(PyObject groups, String otherwise) {
    if (!Sequences.isSequence(groups)) {
      throw Errors.typeError("%s", otherwise);
    }
    PyObject[] items = Iteration.toArray(groups);
    if (items.length > MAX_GROUPS) {
      throw Errors.valueError("too many groups");
    }
    int[] numbers = new int[items.length];
    for (int i = 0; i < items.length; i++) {
      if (!(items[i] instanceof PyInt)) {
        throw Errors.typeError("groups must be integers");
      }
      numbers[i] = (int) group(items[i]);
    }
    return numbers;
  }

  static MemorySegment array(Arena arena, int[] numbers) {
    MemorySegment m = arena.allocate(Math.max(4L * numbers.length, 4), 4);
    for (int i = 0; i < numbers.length; i++) {
      m.set(Native.INT, 4L * i, numbers[i]);
    }
    return m;
  }

  @Function("initgroups(username, gid, /)")
  static void initgroups(PyObject name, PyObject gid) {
    try (Arena arena = Arena.ofConfined()) {
      long text = Native.string(arena, PathArgument.of(name, "initgroups").bytes()).address();
      INITGROUPS.require(text, group(gid));
    }
  }

  @Function("getgrouplist(user, group, /)")
  static PyObject getgrouplist(PyStr user, PyObject gid) {
    try (Arena arena = Arena.ofConfined()) {
      long text = Native.string(arena, PathArgument.of(user, "getgrouplist").bytes()).address();
      MemorySegment count = arena.allocate(4, 4);
      count.set(Native.INT, 0, MAX_GROUPS);
      MemorySegment m = arena.allocate(4L * MAX_GROUPS, 4);
      GETGROUPLIST.require(text, group(gid), m.address(), count.address());
      return list(m, count.get(Native.INT, 0));
    }
  }

  @Function("getlogin()")
  static PyObject getlogin() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(256);
      int error = GETLOGIN.callInt(room.address(), 256);
      if (error != 0) {
        throw OsErrors.make(error);
      }
      return org.krait.runtime.codecs.Utf8.decode(
          Native.stringAt(room.address()), "surrogateescape");
    }
  }
}
