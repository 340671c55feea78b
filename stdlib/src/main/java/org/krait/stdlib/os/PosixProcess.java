package org.krait.stdlib.os;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.*;

/** The functions of {@code posix} about the process and the machine. */
final class PosixProcess {
  static final StructSequenceType UNAME =
      StructSequenceType.of(
          "posix.uname_result", 5, "sysname", "nodename", "release", "version", "machine");
  static final StructSequenceType TIMES =
      StructSequenceType.of(
          "posix.times_result", 5, "user", "system", "children_user", "children_system", "elapsed");

  private static final int SC_PAGESIZE = 30;
  private static final int SC_NPROCESSORS_CONF = 83;
  private static final int SC_NPROCESSORS_ONLN = 84;
  private static final int SC_OPEN_MAX = 4;

  private PosixProcess() {}

  static PyObject sysconfNames() {
    PyDict names = new PyDict();
    names.put(PyStr.interned("SC_PAGE_SIZE"), PyLong.of(SC_PAGESIZE));
    names.put(PyStr.interned("SC_PAGESIZE"), PyLong.of(SC_PAGESIZE));
    names.put(PyStr.interned("SC_NPROCESSORS_CONF"), PyLong.of(SC_NPROCESSORS_CONF));
    names.put(PyStr.interned("SC_NPROCESSORS_ONLN"), PyLong.of(SC_NPROCESSORS_ONLN));
    names.put(PyStr.interned("SC_OPEN_MAX"), PyLong.of(SC_OPEN_MAX));
    return names;
  }

  @Function("sysconf(name, /)")
  static long sysconf(PyObject name) {
    PyObject number = name instanceof PyStr ? ((PyDict) sysconfNames()).get(name) : name;
    if (!(number instanceof PyInt value)) {
      throw Errors.valueError("unrecognized configuration name");
    }
    return switch ((int) value.longValue()) {
      case SC_PAGESIZE -> 4096;
      case SC_NPROCESSORS_CONF, SC_NPROCESSORS_ONLN -> Runtime.getRuntime().availableProcessors();
      case SC_OPEN_MAX -> 1024;
      default -> throw OsErrors.make(OsErrors.EINVAL);
    };
  }

  @Function("getpid()")
  static long getpid() {
    return ProcessHandle.current().pid();
  }

  @Function("getppid()")
  static long getppid() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
  }

  private static long id(String attribute) {
    try {
      return ((Number)
              java.nio.file.Files.getAttribute(java.nio.file.Path.of("/proc/self"), attribute))
          .longValue();
    } catch (java.io.IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  @Function("getuid()")
  static long getuid() {
    return id("unix:uid");
  }

  @Function("geteuid()")
  static long geteuid() {
    return id("unix:uid");
  }

  @Function("getgid()")
  static long getgid() {
    return id("unix:gid");
  }

  @Function("getegid()")
  static long getegid() {
    return id("unix:gid");
  }

  @Function("urandom(size, /)")
  static PyObject urandom(int size) {
    if (size < 0) {
      throw Errors.valueError("negative argument not allowed");
    }
    byte[] bytes = new byte[size];
    new SecureRandom().nextBytes(bytes);
    return PyBytes.of(bytes);
  }

  @Function("cpu_count()")
  static int cpuCount() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Function("strerror(code, /)")
  static String strerror(int code) {
    return code == 0 ? "Success" : OsErrors.words(code);
  }

  @Function("uname()")
  static PyObject uname() {
    String node;
    try {
      node = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      node = "localhost";
    }
    return UNAME.make(
        PyStr.of("Linux"),
        PyStr.of(node),
        PyStr.of(System.getProperty("os.version")),
        PyStr.of("#1"),
        PyStr.of("x86_64"));
  }

  @Function("times()")
  static PyObject times() {
    double cpu =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean bean
            ? bean.getProcessCpuTime() / 1e9
            : 0;
    return TIMES.make(
        new PyFloat(cpu),
        new PyFloat(0),
        new PyFloat(0),
        new PyFloat(0),
        new PyFloat(System.nanoTime() / 1e9));
  }

  @Function("putenv(name, value, /)")
  static void putenv(PyObject name, PyObject value) {}

  @Function("unsetenv(name, /)")
  static void unsetenv(PyObject name) {}

  @Function("register_at_fork(*, before=None, after_in_child=None, after_in_parent=None)")
  static void registerAtFork(PyObject before, PyObject child, PyObject parent) {}

  @Function("_exit(status)")
  static void exit(int status) {
    Runtime.getRuntime().halt(status);
  }

  @Function("WIFEXITED(status)")
  static boolean ifExited(int status) {
    return (status & 0x7f) == 0;
  }

  @Function("WEXITSTATUS(status)")
  static int exitStatus(int status) {
    return status >> 8 & 0xff;
  }

  @Function("WIFSIGNALED(status)")
  static boolean ifSignaled(int status) {
    return (status & 0x7f) != 0 && (status & 0x7f) != 0x7f;
  }

  @Function("WTERMSIG(status)")
  static int termSignal(int status) {
    return status & 0x7f;
  }

  @Function("WIFSTOPPED(status)")
  static boolean ifStopped(int status) {
    return (status & 0xff) == 0x7f;
  }

  @Function("WSTOPSIG(status)")
  static int stopSignal(int status) {
    return status >> 8 & 0xff;
  }

  @Function("waitstatus_to_exitcode(status)")
  static int exitCode(int status) {
    if (ifExited(status)) {
      return exitStatus(status);
    }
    if (ifSignaled(status)) {
      return -termSignal(status);
    }
    throw Errors.valueError("invalid wait status: %d", status);
  }
}
