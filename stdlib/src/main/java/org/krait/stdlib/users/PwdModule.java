package org.krait.stdlib.users;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;

/** The module {@code pwd}. */
@BuiltinModule("pwd")
public final class PwdModule implements NativeModule {
  private static final StructSequenceType RECORD =
      StructSequenceType.of(
          "pwd.struct_passwd", 7, "pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir",
          "pw_shell");

  private static final int SIZE = 48;

  private static final CFunction GETPWUID = CFunction.wide("getpwuid");
  private static final CFunction GETPWNAM = CFunction.wide("getpwnam");
  private static final CFunction SETPWENT = new CFunction("setpwent");
  private static final CFunction GETPWENT = CFunction.wide("getpwent");
  private static final CFunction ENDPWENT = new CFunction("endpwent");

  @Override
  public void exec(PyModule module) {
    module.dict().put(PyStr.interned("struct_passwd"), RECORD.type());
  }

  static PyObject text(long address) {
    byte[] bytes = Native.stringAt(address);
    return bytes == null ? PyNone.NONE : Utf8.decode(bytes, "surrogateescape");
  }

  static PyObject id(MemorySegment memory, long at) {
    int value = memory.get(Native.INT, at);
    return PyLong.of(value == -1 ? -1 : value & 0xffffffffL);
  }

  private static PyObject record(long address) {
    MemorySegment m = Native.at(address, SIZE);
    return RECORD.make(
        text(m.get(Native.LONG, 0)), text(m.get(Native.LONG, 8)), id(m, 16), id(m, 20),
        text(m.get(Native.LONG, 24)), text(m.get(Native.LONG, 32)), text(m.get(Native.LONG, 40)));
  }

  /** The number that C takes; null when it is none that can be. */
  static Long number(PyObject value, String what) {
    if (value.type().special(org.krait.runtime.Special.INDEX) == null) {
      throw Errors.typeError("%s should be integer, not %s", what, value.type().fullName());
    }
    PyInt number = Arguments.index(value);
    boolean fits = number.fitsLong() && number.longValue() >= -1 && number.longValue() <= 0xffffffffL;
    return fits ? number.longValue() : null;
  }

  static PyException missing(String format, Object shown) {
    return Errors.of(PyExceptions.KeyError, PyStr.of(String.format(format, shown)));
  }

  @Function("getpwuid(uidobj, /)")
  synchronized PyObject byNumber(PyObject uid) {
    Long number = number(uid, "uid");
    long found = number == null ? 0 : GETPWUID.call(number);
    if (found == 0) {
      throw missing("getpwuid(): uid not found: %s", Objects.str(uid));
    }
    return record(found);
  }

  @Function("getpwnam(name, /)")
  synchronized PyObject byName(PyStr name) {
    try (Arena arena = Arena.ofConfined()) {
      long found = GETPWNAM.call(Native.string(arena, encoded(name)).address());
      if (found == 0) {
        throw missing("getpwnam(): name not found: %s", Objects.repr(name));
      }
      return record(found);
    }
  }

  static byte[] encoded(PyStr name) {
    byte[] bytes = Utf8.encode(name, "surrogateescape");
    for (byte b : bytes) {
      if (b == 0) {
        throw Errors.valueError("embedded null byte");
      }
    }
    return bytes;
  }

  @Function("getpwall()")
  synchronized PyObject all() {
    PyList list = new PyList();
    SETPWENT.call();
    for (long one = GETPWENT.call(); one != 0; one = GETPWENT.call()) {
      list.append(record(one));
    }
    ENDPWENT.call();
    return list;
  }
}
