package org.krait.stdlib.users;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.NativeModule;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.Identity;

/** The module {@code grp}. */
@BuiltinModule("grp")
public final class GrpModule implements NativeModule {
  private static final StructSequenceType RECORD =
      StructSequenceType.of("grp.struct_group", 4, "gr_name", "gr_passwd", "gr_gid", "gr_mem");

  private static final int SIZE = 32;

  private static final CFunction GETGRGID = CFunction.wide("getgrgid");
  private static final CFunction GETGRNAM = CFunction.wide("getgrnam");
  private static final CFunction SETGRENT = new CFunction("setgrent");
  private static final CFunction GETGRENT = CFunction.wide("getgrent");
  private static final CFunction ENDGRENT = new CFunction("endgrent");

  @Override
  public void exec(PyModule module) {
    module.dict().put(PyStr.interned("struct_group"), RECORD.type());
  }

  private static PyObject record(long address) {
    MemorySegment m = Native.at(address, SIZE);
    PyList members = new PyList();
    long at = m.get(Native.LONG, 24);
    for (; at != 0 && Native.at(at, 8).get(Native.LONG, 0) != 0; at += 8) {
      members.append(PwdModule.text(Native.at(at, 8).get(Native.LONG, 0)));
    }
    return RECORD.make(
        PwdModule.text(m.get(Native.LONG, 0)), PwdModule.text(m.get(Native.LONG, 8)),
        PwdModule.id(m, 16), members);
  }

  @Function("getgrgid(id)")
  synchronized PyObject byNumber(PyObject id) {
    long found = GETGRGID.call(Identity.group(id));
    if (found == 0) {
      throw PwdModule.missing("getgrgid(): gid not found: %s", Objects.str(id));
    }
    return record(found);
  }

  @Function("getgrnam(name)")
  synchronized PyObject byName(PyStr name) {
    try (Arena arena = Arena.ofConfined()) {
      long found = GETGRNAM.call(Native.string(arena, PwdModule.encoded(name)).address());
      if (found == 0) {
        throw PwdModule.missing("getgrnam(): name not found: %s", Objects.repr(name));
      }
      return record(found);
    }
  }

  @Function("getgrall()")
  synchronized PyObject all() {
    PyList list = new PyList();
    SETGRENT.call();
    for (long one = GETGRENT.call(); one != 0; one = GETGRENT.call()) {
      list.append(record(one));
    }
    ENDGRENT.call();
    return list;
  }
}
