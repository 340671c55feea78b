package org.krait.stdlib.sqlite;

import java.lang.foreign.Arena;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.libc.Native;

/** Copies a database into another, some pages at a time. */
final class CopyDatabase {
  private static final Sqlite INIT = new Sqlite("backup_init");
  private static final Sqlite STEP = new Sqlite("backup_step");
  private static final Sqlite FINISH = new Sqlite("backup_finish");
  private static final Sqlite REMAINING = new Sqlite("backup_remaining");
  private static final Sqlite PAGE_COUNT = new Sqlite("backup_pagecount");
  private static final Sqlite SLEEP = new Sqlite("sleep");
  private static final int BUSY = 5;
  private static final int LOCKED = 6;

  private CopyDatabase() {}

  static void copy(
      PyConnection from,
      PyConnection to,
      int pages,
      PyObject progress,
      PyStr name,
      double sleep) {
    if (to == from) {
      throw Errors.valueError("target cannot be the same connection instance");
    }
    to.check();
    if (sleep < 0) {
      throw Errors.valueError("sleep must be greater-than or equal to zero");
    }
    if (progress != PyNone.NONE && !Objects.isCallable(progress)) {
      throw Errors.typeError("progress argument must be a callable");
    }
    int step = pages == 0 ? -1 : pages;
    long backup;
    try (Arena arena = Arena.ofConfined()) {
      backup =
          INIT.call(
              to.database(),
              Native.string(arena, "main").address(),
              from.database(),
              Values.name(arena, name));
    }
    if (backup == 0) {
      throw to.failed();
    }
    int code;
    do {
      code = STEP.callInt(backup, step);
      if (progress != PyNone.NONE) {
        tell(backup, code, progress);
      }
      if (code == BUSY || code == LOCKED) {
        SLEEP.call((int) (sleep * 1000));
      }
    } while (code == Sqlite.OK || code == BUSY || code == LOCKED);
    if (FINISH.callInt(backup) != Sqlite.OK) {
      throw to.failed();
    }
  }

  private static void tell(long backup, int code, PyObject progress) {
    try {
      progress.call(
          PyLong.of(code),
          PyLong.of(REMAINING.callInt(backup)),
          PyLong.of(PAGE_COUNT.callInt(backup)));
    } catch (PyException e) {
      FINISH.call(backup);
      throw e;
    }
  }
}
