package org.krait.stdlib.sqlite;

import java.lang.foreign.Arena;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyLong;
import org.krait.stdlib.libc.Native;

/** Methods of connections that ask for limits and switches, and set them. */
final class ConnectionSettings {
  private static final Sqlite LIMIT = new Sqlite("limit");
  private static final Sqlite CONFIG = new Sqlite("db_config");
  private static final int FIRST_SWITCH = 1002;
  private static final int LAST_SWITCH = 1017;

  private ConnectionSettings() {}

  @Method("setlimit(self, category, limit, /)")
  static PyObject setLimit(PyConnection self, int category, int limit) {
    self.check();
    int before = LIMIT.callInt(self.database(), category, limit);
    if (before < 0) {
      throw SqliteErrors.programming("'category' is out of bounds");
    }
    return PyLong.of(before);
  }

  @Method("getlimit(self, category, /)")
  static PyObject getLimit(PyConnection self, int category) {
    return setLimit(self, category, -1);
  }

  private static boolean config(PyConnection self, int operation, int value) {
    if (operation < FIRST_SWITCH || operation > LAST_SWITCH) {
      throw Errors.valueError("unknown config 'op': %d", operation);
    }
    try (Arena arena = Arena.ofConfined()) {
      long place = arena.allocate(8, 8).address();
      if (CONFIG.callInt(self.database(), operation, value, place) != Sqlite.OK) {
        throw self.failed();
      }
      return Native.at(place, 8).get(Native.INT, 0) != 0;
    }
  }

  @Method("setconfig(self, op, enable=True, /)")
  static void setConfig(PyConnection self, int operation, boolean enable) {
    self.check();
    if (config(self, operation, enable ? 1 : 0) != enable) {
      throw Errors.make(SqliteErrors.OPERATIONAL_ERROR, "Unable to set config");
    }
  }

  @Method("getconfig(self, op, /)")
  static boolean getConfig(PyConnection self, int operation) {
    self.check();
    return config(self, operation, -1);
  }
}
