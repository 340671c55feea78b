package org.krait.stdlib.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;

/** Options of sockets. */
final class SocketOptions {
  private static final int MOST = 1024;

  private static final CFunction GETSOCKOPT = new CFunction("getsockopt");
  private static final CFunction SETSOCKOPT = new CFunction("setsockopt");

  private SocketOptions() {}

  @Method(value = "getsockopt(self, level, option, buflen=0, /)", parseTuple = true)
  static PyObject get(PySocket self, int level, int option, int length) {
    if (length < 0 || length > MOST) {
      throw Errors.of(PyExceptions.OSError, PyStr.of("getsockopt buflen out of range"));
    }
    boolean isLong = self.family == SocketAddress.VSOCK && length == 0;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocate(MOST, 8);
      MemorySegment size = arena.allocate(8, 8);
      size.set(Native.INT, 0, length != 0 ? length : isLong ? 8 : 4);
      GETSOCKOPT.require(self.kernel(), level, option, value.address(), size.address());
      if (isLong) {
        return PyLong.of(value.get(Native.LONG, 0));
      }
      return length == 0
          ? PyLong.of(value.get(Native.INT, 0))
          : PyBytes.of(Native.copy(value, 0, size.get(Native.INT, 0)));
    }
  }

  private static boolean isInt(PyObject value) {
    PyInt number = Arguments.index(value);
    return number.fitsLong() && number.longValue() == (int) number.longValue();
  }

  @Method(value = "setsockopt(self, level, option, value, optlen=NULL, /)", parseTuple = true)
  static void set(PySocket self, int level, int option, PyObject value, PyObject length) {
    if (length != null) {
      if (value != PyNone.NONE) {
        throw Errors.typeError("setsockopt() argument 3 must be None, not %s", value.type().fullName());
      }
      SETSOCKOPT.require(self.kernel(), level, option, 0, Arguments.toInt(length));
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      if (self.family == SocketAddress.VSOCK && value.type().special(Special.INDEX) != null) {
        MemorySegment number = arena.allocate(8, 8);
        number.set(Native.LONG, 0, Arguments.index(value).bigValue().longValue());
        SETSOCKOPT.require(self.kernel(), level, option, number.address(), 8);
        return;
      }
      if (value.type().special(Special.INDEX) != null && isInt(value)) {
        MemorySegment number = arena.allocate(8, 8);
        number.set(Native.INT, 0, Arguments.toInt(value));
        SETSOCKOPT.require(self.kernel(), level, option, number.address(), 4);
        return;
      }
      byte[] bytes = Buffers.bytes(value);
      MemorySegment memory = Native.bytes(arena, bytes, 0, bytes.length);
      SETSOCKOPT.require(self.kernel(), level, option, memory.address(), bytes.length);
    }
  }
}
