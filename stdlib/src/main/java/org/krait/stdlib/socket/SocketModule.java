package org.krait.stdlib.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.ConstantTable;
import org.krait.stdlib.os.Descriptors;

/** The module {@code _socket}. */
@BuiltinModule(
    value = "_socket",
    types = {PySocket.class},
    parts = {SocketNames.class, SocketNumbers.class})
public final class SocketModule implements NativeModule {
  static final PyType GAI_ERROR =
      PyType.builtin(new SimpleTypeTable("socket", "gaierror", PyExceptions.OSError));
  static final PyType HOST_ERROR =
      PyType.builtin(new SimpleTypeTable("socket", "herror", PyExceptions.OSError));

  private static final CFunction SOCKETPAIR = new CFunction("socketpair");

  /** The default timeout of an interpreter's sockets. */
  private static final class Preset {
    private volatile long timeout = -1;

    Preset(Interpreter interpreter) {}
  }

  private static Preset preset() {
    return ThreadState.current().interpreter.service(Preset.class, Preset::new);
  }

  static long defaultTimeout() {
    return preset().timeout;
  }

  @Override
  public void exec(PyModule module) {
    PyDict dict = module.dict();
    ConstantTable.enter(dict, "_socket");
    dict.put(PyStr.interned("error"), PyExceptions.OSError);
    dict.put(PyStr.interned("gaierror"), GAI_ERROR);
    dict.put(PyStr.interned("herror"), HOST_ERROR);
    dict.put(PyStr.interned("timeout"), PyExceptions.TimeoutError);
    dict.put(PyStr.interned("SocketType"), PySocket.TYPE);
    dict.put(PyStr.interned("has_ipv6"), PyBool.TRUE);
  }

  @Function(value = "getdefaulttimeout()", textSignature = false)
  static PyObject getDefault() {
    long timeout = preset().timeout;
    return timeout < 0 ? PyNone.NONE : new PyFloat(timeout / 1e9);
  }

  @Function(value = "setdefaulttimeout(timeout, /)", textSignature = false)
  static void setDefault(PyObject timeout) {
    preset().timeout = PySocket.timeoutArgument(timeout);
  }

  @Function(value = "socketpair(family=1, type=1, proto=0, /)", parseTuple = true)
  static PyObject socketpair(int family, int type, int protocol) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment pair = arena.allocate(8, 4);
      SOCKETPAIR.require(family, type | PySocket.CLOSE_ON_EXEC, protocol, pair.address());
      return PyTuple.of(
          made(family, type, protocol, pair.get(Native.INT, 0)),
          made(family, type, protocol, pair.get(Native.INT, 4)));
    }
  }

  private static PyObject made(int family, int type, int protocol, int kernel) {
    PySocket socket = new PySocket(PySocket.TYPE);
    int number = Descriptors.current().addKernel(kernel);
    socket.adopt(family, type, protocol, PyLong.of(number));
    return socket;
  }

  @Function(value = "close(fd, /)", textSignature = false)
  static void close(PyObject fd) {
    Descriptors.current().close(Arguments.toInt(fd));
  }

  @Function(value = "dup(fd, /)", textSignature = false)
  static int dup(PyObject fd) {
    return Descriptors.current().duplicate(Arguments.toInt(fd), 0);
  }

  @Function(value = "CMSG_LEN(length, /)", parseTuple = true)
  static long messageLength(PyObject length) {
    return checked(length, "CMSG_LEN", false);
  }

  @Function(value = "CMSG_SPACE(length, /)", parseTuple = true)
  static long messageSpace(PyObject length) {
    return checked(length, "CMSG_SPACE", true);
  }

  private static long checked(PyObject value, String function, boolean padded) {
    PyInt number = Arguments.index(value);
    long room = Integer.MAX_VALUE - SocketMessages.HEADER - (padded ? 8 : 0);
    boolean fits =
        number.fitsLong() && number.longValue() >= 0 && number.longValue() <= room;
    if (!fits) {
      throw Errors.overflowError("%s() argument out of range", function);
    }
    long length = number.longValue();
    return SocketMessages.HEADER + (padded ? SocketMessages.aligned(length) : length);
  }

  static PyObject fail(String words) {
    throw Errors.of(PyExceptions.OSError, PyStr.of(words));
  }

}
