package org.krait.stdlib.users;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.Warnings;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.OsErrors;

/** The module {@code spwd}: the shadow passwords, for root. */
@BuiltinModule(
    value = "spwd",
    doc =
        "This module provides access to the Unix shadow password database.\n"
            + "It is available on various Unix versions.\n\n"
            + "Shadow password database entries are reported as 9-tuples of type struct_spwd,\n"
            + "containing the following items from the password database (see `<shadow.h>'):\n"
            + "sp_namp, sp_pwdp, sp_lstchg, sp_min, sp_max, sp_warn, sp_inact, sp_expire, sp_flag.\n"
            + "The sp_namp and sp_pwdp are strings, the rest are integers.\n"
            + "An exception is raised if the entry asked for cannot be found.\n"
            + "You have to be root to be able to use this module.")
public final class SpwdModule implements NativeModule {
  private static final StructSequenceType RECORD =
      StructSequenceType.of(
          "spwd.struct_spwd", 9, "sp_namp", "sp_pwdp", "sp_lstchg", "sp_min", "sp_max", "sp_warn",
          "sp_inact", "sp_expire", "sp_flag", "sp_nam", "sp_pwd");

  private static final int SIZE = 72;
  private static final int FIRST_NUMBER = 2;
  private static final int LAST_NUMBER = 8;

  /** Frames of the import system between the module and who imports it. */
  private static final int LEVEL = 6;

  private static final CFunction GETSPNAM = CFunction.wide("getspnam");
  private static final CFunction SETSPENT = new CFunction("setspent");
  private static final CFunction GETSPENT = CFunction.wide("getspent");
  private static final CFunction ENDSPENT = new CFunction("endspent");

  @Override
  public void exec(PyModule module) {
    Warnings.warn(
        PyExceptions.DeprecationWarning,
        "'spwd' is deprecated and slated for removal in Python 3.13",
        LEVEL);
    module.dict().put(PyStr.interned("struct_spwd"), RECORD.type());
  }

  private static PyObject record(long address) {
    MemorySegment m = Native.at(address, SIZE);
    PyObject[] values = new PyObject[LAST_NUMBER + 3];
    values[0] = PwdModule.text(m.get(Native.LONG, 0));
    values[1] = PwdModule.text(m.get(Native.LONG, 8));
    for (int i = FIRST_NUMBER; i <= LAST_NUMBER; i++) {
      values[i] = PyLong.of(m.get(Native.LONG, 8L * i));
    }
    values[LAST_NUMBER + 1] = values[0];
    values[LAST_NUMBER + 2] = values[1];
    return RECORD.make(values);
  }

  @Function(
      value = "getspnam(arg, /)",
      doc =
          "Return the shadow password database entry for the given user name.\n\n"
              + "See `help(spwd)` for more on shadow password database entries.")
  synchronized PyObject byName(PyStr name) {
    try (Arena arena = Arena.ofConfined()) {
      long text = Native.string(arena, PwdModule.encoded(name)).address();
      Libc.clearErrno();
      long found = GETSPNAM.call(text);
      if (found != 0) {
        return record(found);
      }
      int error = Libc.errno();
      if (error != 0 && error != OsErrors.ENOENT) {
        throw OsErrors.make(error);
      }
      throw Errors.of(PyExceptions.KeyError, PyStr.of("getspnam(): name not found"));
    }
  }

  @Function(
      value = "getspall()",
      doc =
          "Return a list of all available shadow password database entries, in arbitrary order.\n\n"
              + "See `help(spwd)` for more on shadow password database entries.")
  synchronized PyObject all() {
    PyList list = new PyList();
    SETSPENT.call();
    for (long one = GETSPENT.call(); one != 0; one = GETSPENT.call()) {
      list.append(record(one));
    }
    ENDSPENT.call();
    return list;
  }
}
