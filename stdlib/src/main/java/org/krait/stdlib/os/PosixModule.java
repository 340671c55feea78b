package org.krait.stdlib.os;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.krait.annotations.BuiltinModule;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;

/** The module {@code posix}. */
@BuiltinModule(
    value = "posix",
    parts = {PosixFiles.class, PosixDescriptors.class, PosixProcess.class})
public final class PosixModule implements NativeModule {
  /** Constants of Linux on x86-64, name and value. */
  private static final Object[][] CONSTANTS = {
    {"F_OK", 0}, {"X_OK", 1}, {"W_OK", 2}, {"R_OK", 4},
    {"O_RDONLY", 0}, {"O_WRONLY", 1}, {"O_RDWR", 2}, {"O_ACCMODE", 3}, {"O_CREAT", 0100},
    {"O_EXCL", 0200}, {"O_NOCTTY", 0400}, {"O_TRUNC", 01000}, {"O_APPEND", 02000},
    {"O_NONBLOCK", 04000}, {"O_NDELAY", 04000}, {"O_DSYNC", 010000}, {"O_ASYNC", 020000},
    {"O_DIRECT", 040000}, {"O_DIRECTORY", 0200000}, {"O_NOFOLLOW", 0400000},
    {"O_NOATIME", 01000000}, {"O_CLOEXEC", 02000000}, {"O_SYNC", 04010000}, {"O_RSYNC", 04010000},
    {"O_PATH", 010000000}, {"O_TMPFILE", 020200000}, {"O_LARGEFILE", 0},
    {"EX_OK", 0}, {"EX_USAGE", 64}, {"EX_DATAERR", 65}, {"EX_NOINPUT", 66}, {"EX_NOUSER", 67},
    {"EX_NOHOST", 68}, {"EX_UNAVAILABLE", 69}, {"EX_SOFTWARE", 70}, {"EX_OSERR", 71},
    {"EX_OSFILE", 72}, {"EX_CANTCREAT", 73}, {"EX_IOERR", 74}, {"EX_TEMPFAIL", 75},
    {"EX_PROTOCOL", 76}, {"EX_NOPERM", 77}, {"EX_CONFIG", 78},
    {"WNOHANG", 1}, {"WUNTRACED", 2}, {"WCONTINUED", 8}, {"SEEK_DATA", 3}, {"SEEK_HOLE", 4},
    {"NGROUPS_MAX", 65536}, {"TMP_MAX", 238328}, {"P_PID", 1}, {"P_PGID", 2}, {"P_ALL", 0},
    {"PRIO_PROCESS", 0}, {"PRIO_PGRP", 1}, {"PRIO_USER", 2}, {"SCHED_OTHER", 0},
    {"RTLD_LAZY", 1}, {"RTLD_NOW", 2}, {"RTLD_GLOBAL", 256}, {"RTLD_LOCAL", 0},
    {"GRND_NONBLOCK", 1}, {"GRND_RANDOM", 2}, {"F_LOCK", 1}, {"F_TLOCK", 2}, {"F_ULOCK", 0},
    {"F_TEST", 3}, {"ST_RDONLY", 1}, {"ST_NOSUID", 2}
  };

  /** What {@code os} asks for, to know which functions take descriptors or do not follow links. */
  private static final String[] HAVE = {
    "HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FTRUNCATE", "HAVE_FUTIMENS", "HAVE_LSTAT", "HAVE_FSTATVFS"
  };

  @Override
  public void exec(PyModule module) {
    PyDict dict = module.dict();
    for (Object[] constant : CONSTANTS) {
      dict.put(PyStr.interned((String) constant[0]), PyLong.of((Integer) constant[1]));
    }
    PyList have = new PyList();
    for (String name : HAVE) {
      have.append(PyStr.of(name));
    }
    dict.put(PyStr.interned("_have_functions"), have);
    dict.put(PyStr.interned("environ"), environment());
    dict.put(PyStr.interned("error"), PyExceptions.OSError);
    dict.put(PyStr.interned("stat_result"), PyStatResult.TYPE.type());
    dict.put(PyStr.interned("terminal_size"), PosixDescriptors.TERMINAL_SIZE.type());
    dict.put(PyStr.interned("uname_result"), PosixProcess.UNAME.type());
    dict.put(PyStr.interned("times_result"), PosixProcess.TIMES.type());
    dict.put(PyStr.interned("DirEntry"), PyDirEntry.TYPE);
    dict.put(PyStr.interned("pathconf_names"), new PyDict());
    dict.put(PyStr.interned("sysconf_names"), PosixProcess.sysconfNames());
    dict.put(PyStr.interned("confstr_names"), new PyDict());
  }

  private static PyObject environment() {
    PyDict environment = new PyDict();
    for (Map.Entry<String, String> entry : ThreadState.current().interpreter.options.environment.entrySet()) {
      environment.put(bytes(entry.getKey()), bytes(entry.getValue()));
    }
    return environment;
  }

  private static PyObject bytes(String text) {
    return PyBytes.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
