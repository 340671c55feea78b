package org.krait.stdlib.os;

import org.krait.annotations.BuiltinModule;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.*;

/**
 * The module {@code posix}, as CPython has it on Linux, but for {@code fork} and {@code forkpty}: a Java
 * machine cannot be split in two.
 */
@BuiltinModule(
    value = "posix",
    parts = {
      PosixFiles.class, PosixFolders.class, PosixAttributes.class, PosixDescriptors.class,
      PosixTransfers.class, PosixTerminals.class, PosixProcess.class, PosixScheduling.class,
      PosixWaiting.class, PosixSpawning.class, PosixMachine.class, Identity.class,
      Environment.class
    })
public final class PosixModule implements NativeModule {
  @Override
  public void exec(PyModule module) {
    PyDict dict = module.dict();
    PosixConstants.enter(dict, PosixConstants.MODULE);
    PyList have = new PyList();
    String names = PosixConstants.HAVE;
    for (int start = 0; start < names.length(); ) {
      int end = names.indexOf('\n', start);
      int space = names.indexOf(' ', start);
      end = space < 0 ? end : Math.min(end, space);
      have.append(PyStr.ofUnits(names.substring(start, end)));
      start = end + 1;
    }
    put(dict, "P_WAIT", PyLong.ZERO);
    put(dict, "P_NOWAIT", PyLong.of(PosixSpawning.NO_WAIT));
    put(dict, "P_NOWAITO", PyLong.of(PosixSpawning.NO_WAIT));
    put(dict, "_have_functions", have);
    put(dict, "environ", Environment.dict());
    put(dict, "error", PyExceptions.OSError);
    put(dict, "stat_result", PyStatResult.TYPE.type());
    put(dict, "statvfs_result", PosixAttributes.STATVFS.type());
    put(dict, "terminal_size", PosixTerminals.SIZE.type());
    put(dict, "uname_result", PosixMachine.UNAME.type());
    put(dict, "times_result", PosixProcess.TIMES.type());
    put(dict, "waitid_result", PosixWaiting.WAITID.type());
    put(dict, "sched_param", PosixScheduling.PARAM.type());
    put(dict, "DirEntry", PyDirEntry.TYPE);
    put(dict, "pathconf_names", PosixConstants.dict(PosixConstants.PATHCONF));
    put(dict, "sysconf_names", PosixConstants.dict(PosixConstants.SYSCONF));
    put(dict, "confstr_names", PosixConstants.dict(PosixConstants.CONFSTR));
  }

  private static void put(PyDict dict, String name, PyObject value) {
    dict.put(PyStr.interned(name), value);
  }
}
