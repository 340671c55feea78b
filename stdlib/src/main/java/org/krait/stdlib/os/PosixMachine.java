package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.SystemRandom;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;

/** The functions of {@code posix} about the machine and its configuration, and its random numbers. */
final class PosixMachine {
  static final StructSequenceType UNAME =
      StructSequenceType.of(
          "posix.uname_result", 5, "sysname", "nodename", "release", "version", "machine");

  private static final CFunction SYSCONF = CFunction.wide("sysconf");
  private static final CFunction CONFSTR = CFunction.wide("confstr");
  private static final CFunction PATHCONF = CFunction.wide("pathconf");
  private static final CFunction FPATHCONF = CFunction.wide("fpathconf");
  private static final CFunction GETRANDOM = CFunction.wide("getrandom");
  private static final CFunction GETLOADAVG = new CFunction("getloadavg");

  private PosixMachine() {}

  /** A number, or its name in a table. */
  private static int configuration(PyObject name, String table) {
    if (name instanceof PyInt) {
      return Arguments.toInt(name);
    }
    if (!(name instanceof PyStr)) {
      throw Errors.typeError("configuration names must be strings or integers");
    }
    PyObject number = PosixConstants.dict(table.strip()).get(name);
    if (number == null) {
      throw Errors.valueError("unrecognized configuration name");
    }
    return Arguments.toInt(number);
  }

  private static final int SC_PAGESIZE = 30;
  private static final int PAGE = 4096;
  private static final int SC_IOV_MAX = 60;

  /** What the kernel of Linux takes in one call, and every C library says. */
  private static final int IOV_MAX = 1024;

  private static final int CS_GNU_LIBC_VERSION = 2;

  @Function("sysconf(name, /)")
  static long sysconf(PyObject name) {
    int number = configuration(name, PosixConstants.SYSCONF);
    if (!Libc.isReady()) {
      if (number == SC_PAGESIZE) {
        return PAGE;
      }
      if (number == SC_IOV_MAX) {
        return IOV_MAX;
      }
    }
    return known(SYSCONF, null, number);
  }

  /** -1 means that there is no limit, and only with an error number of its own that the call failed. */
  private static long known(CFunction call, PyObject file, long... args) {
    Libc.clearErrno();
    long result = call.call(args);
    if (result == -1 && Libc.errno() != 0) {
      throw OsErrors.make(Libc.errno(), file);
    }
    return result;
  }

  @Function("confstr(name, /)")
  static PyObject confstr(PyObject name) {
    int number = configuration(name, PosixConstants.CONFSTR);
    if (number == CS_GNU_LIBC_VERSION && !Libc.isReady()) {
      String version = GnuLibrary.version();
      if (version != null) {
        return PyStr.of("glibc " + version);
      }
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(4096);
      long length = CONFSTR.call(number, room.address(), 4096);
      if (length == 0) {
        return PyNone.NONE;
      }
      return Utf8.decode(Native.copy(room, 0, (int) length - 1), "surrogateescape");
    }
  }

  @Function("pathconf(path, name)")
  static long pathconf(PyObject path, PyObject name) {
    PathArgument file = PathArgument.orDescriptor(path, "pathconf");
    int number = configuration(name, PosixConstants.PATHCONF);
    if (file.isDescriptor()) {
      return known(FPATHCONF, path, file.kernel(), number);
    }
    try (Arena arena = Arena.ofConfined()) {
      return known(PATHCONF, path, Native.string(arena, file.bytes()).address(), number);
    }
  }

  @Function("fpathconf(fd, name, /)")
  static long fpathconf(PyObject fd, PyObject name) {
    return known(
        FPATHCONF, null, FileNumber.kernel(fd), configuration(name, PosixConstants.PATHCONF));
  }

  /** From {@code /proc}, which says what the call says. */
  @Function("uname()")
  static PyObject uname() {
    return UNAME.make(
        kernel("ostype"), kernel("hostname"), kernel("osrelease"), kernel("version"), machine());
  }

  private static PyObject kernel(String name) {
    try {
      return PyStr.ofUnits(Files.readString(Path.of("/proc/sys/kernel", name)).strip());
    } catch (java.io.IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  private static PyObject machine() {
    String name = System.getProperty("os.arch");
    return PyStr.of(name.equals("amd64") ? "x86_64" : name);
  }

  @Function("cpu_count()")
  static int cpuCount() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Function("getloadavg()")
  static PyObject loadAverage() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment three = arena.allocate(24, 8);
      if (GETLOADAVG.callInt(three.address(), 3) != 3) {
        throw Errors.of(PyExceptions.OSError, PyStr.of("Load averages are unobtainable"));
      }
      PyObject[] loads = new PyObject[3];
      for (int i = 0; i < 3; i++) {
        loads[i] = new PyFloat(Double.longBitsToDouble(three.get(Native.LONG, 8L * i)));
      }
      return PyTuple.of(loads);
    }
  }

  @Function("urandom(size, /)")
  static PyObject urandom(long size) {
    if (size < 0) {
      throw Errors.valueError("negative argument not allowed");
    }
    return PyBytes.of(SystemRandom.bytes((int) Math.min(size, Integer.MAX_VALUE - 8)));
  }

  @Function("getrandom(size, flags=0)")
  static PyObject getrandom(long size, int flags) {
    if (size < 0) {
      throw OsErrors.make(OsErrors.EINVAL);
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(Math.max(size, 1));
      int count = (int) GETRANDOM.require(room.address(), size, flags);
      return PyBytes.of(Native.copy(room, 0, count));
    }
  }

  @Function("strerror(code, /)")
  static String strerror(int code) {
    return code == 0 ? "Success" : OsErrors.words(code);
  }
}
