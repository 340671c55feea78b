package org.krait.stdlib.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Finalizers;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.Warnings;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.libc.Waiting;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.Doors;
import org.krait.stdlib.os.OsErrors;
import org.krait.stdlib.selecting.Timeouts;

/** {@code _socket.socket}. */
@BuiltinType(
    name = "socket",
    module = "_socket",
    heapType = true,
    basicSize = 56,
    parts = {SocketTransfers.class, SocketMessages.class, SocketOptions.class})
public class PySocket extends PyInstance implements Finalizers.Watched {
  public static final PyType TYPE = PyType.builtin(new PySocketTable());

  static {
    TYPE.seeToEnd();
  }

  static final int CLOSE_ON_EXEC = 02000000;
  static final int NON_BLOCKING = 04000;
  private static final int EINPROGRESS = 115;
  private static final int EISCONN = 106;
  private static final int EINTR = 4;
  private static final int GET_FLAGS = 3;
  private static final int SET_FLAGS = 4;
  private static final int SOL_SOCKET = 1;
  private static final int SO_ERROR = 4;
  private static final int SO_TYPE = 3;
  private static final int SO_PROTOCOL = 38;
  private static final int SO_DOMAIN = 39;

  private static final CFunction SOCKET = new CFunction("socket");
  private static final CFunction BIND = new CFunction("bind");
  private static final CFunction LISTEN = new CFunction("listen");
  private static final CFunction ACCEPT = new CFunction("accept4");
  private static final CFunction CONNECT = new CFunction("connect");
  private static final CFunction SHUTDOWN = new CFunction("shutdown");
  private static final CFunction GETSOCKNAME = new CFunction("getsockname");
  private static final CFunction GETPEERNAME = new CFunction("getpeername");
  private static final CFunction GETSOCKOPT = new CFunction("getsockopt");
  private static final CFunction FCNTL = new CFunction("fcntl");

  /** Python's number, -1 when closed. */
  volatile int number = -1;

  int family = -1;
  int kind = -1;
  int protocol = -1;

  /** Nanoseconds; 0 does not block, negative blocks for ever. */
  volatile long timeout = -1;

  private Object watch;
  private int place;

  PySocket(PyType type) {
    super(type);
    Finalizers.collectWhenIdle(ThreadState.current().interpreter);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PySocket(cls);
  }

  @Method("__init__(self, family=-1, type=-1, proto=-1, fileno=None)")
  void init(int givenFamily, int givenType, int givenProtocol, PyObject fileno) {
    Doors.audit(
        "socket.__new__", this, PyLong.of(givenFamily), PyLong.of(givenType),
        PyLong.of(givenProtocol));
    if (fileno != PyNone.NONE) {
      adopt(givenFamily, givenType, givenProtocol, fileno);
      return;
    }
    family = givenFamily == -1 ? SocketAddress.INET : givenFamily;
    kind = givenType == -1 ? 1 : givenType;
    protocol = givenProtocol == -1 ? 0 : givenProtocol;
    int kernel = (int) SOCKET.require(family, kind | CLOSE_ON_EXEC, protocol);
    number = Descriptors.current().addKernel(kernel);
    closeWhenDropped();
    settle();
  }

  void adopt(int givenFamily, int givenType, int givenProtocol, PyObject fileno) {
    int fd = Arguments.toInt(fileno);
    if (fd < 0) {
      throw Errors.valueError("negative file descriptor");
    }
    int kernel = Descriptors.current().kernel(fd);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(SocketAddress.ROOM, 8);
      MemorySegment length = arena.allocate(8, 8);
      length.set(Native.INT, 0, SocketAddress.ROOM);
      if (GETSOCKNAME.call(kernel, room.address(), length.address()) < 0) {
        if (givenFamily == -1 || Libc.errno() == OsErrors.EBADF || Libc.errno() == 88) {
          throw OsErrors.make(Libc.errno());
        }
      }
    }
    family = givenFamily == -1 ? option(kernel, SO_DOMAIN) : givenFamily;
    kind = givenType == -1 ? option(kernel, SO_TYPE) : givenType;
    protocol = givenProtocol == -1 ? option(kernel, SO_PROTOCOL) : givenProtocol;
    number = fd;
    closeWhenDropped();
    settle();
  }

  static int option(int kernel, int name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocate(8, 8);
      MemorySegment length = arena.allocate(8, 8);
      length.set(Native.INT, 0, 4);
      GETSOCKOPT.require(kernel, SOL_SOCKET, name, value.address(), length.address());
      return value.get(Native.INT, 0);
    }
  }

  /** The timeout of a new socket. */
  private void settle() {
    long preset = SocketModule.defaultTimeout();
    if ((kind & NON_BLOCKING) != 0) {
      timeout = 0;
    } else {
      timeout = preset;
      if (preset >= 0) {
        setKernelBlocking(false);
      }
    }
    kind &= ~(NON_BLOCKING | CLOSE_ON_EXEC);
  }

  /** The kernel's descriptor; {@code EBADF} when closed. */
  final int kernel() {
    return Descriptors.current().kernel(number);
  }

  private void setKernelBlocking(boolean blocking) {
    int kernel = kernel();
    long flags = FCNTL.require(kernel, GET_FLAGS);
    long wanted = blocking ? flags & ~NON_BLOCKING : flags | NON_BLOCKING;
    if (wanted != flags) {
      FCNTL.require(kernel, SET_FLAGS, wanted);
    }
  }

  // ---- life

  @Method(value = "fileno(self, /)", textSignature = false)
  int fileno() {
    return number;
  }

  @Method(value = "detach(self, /)", textSignature = false)
  synchronized int detach() {
    int old = number;
    number = -1;
    Finalizers.forget(this);
    return old;
  }

  @Method(value = "close(self, /)", textSignature = false)
  void close() {
    int old = detach();
    if (old < 0) {
      return;
    }
    try {
      Descriptors.current().close(old);
    } catch (PyException e) {
      if (OsErrors.numberOf(e) != 104) {
        throw e;
      }
    }
  }

  @Method("__del__(self, /)")
  void dropped() {
    if (number >= 0) {
      try {
        Warnings.unclosed(this, "unclosed " + Objects.repr(this));
      } catch (PyException e) {
        Unraisable.report(e, null, this);
      }
      close();
    }
  }

  /**
   * One that is open is watched; one that is closed costs the collector nothing. It is watched at once: somebody at the
   * other end may wait for its end while this process does nothing. Instances of classes with a {@code __del__} of their
   * own are watched in the common way.
   */
  private void closeWhenDropped() {
    if (!type().finalizes()) {
      Finalizers.watchAtOnce(ThreadState.current(), this);
    }
  }

  @Override
  public final Object watch() {
    return watch;
  }

  @Override
  public final void setWatch(Object teller) {
    watch = teller;
  }

  @Override
  public final int place() {
    return place;
  }

  @Override
  public final void setPlace(int place) {
    this.place = place;
  }

  @Override
  public final boolean isDone() {
    return number < 0;
  }

  @Override
  public final void drop() {
    dropped();
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "<socket object, fd=%d, family=%d, type=%d, proto=%d>"
        .formatted(number, family, kind, protocol);
  }

  @Getter(value = "family", member = true)
  PyObject getFamily() {
    return PyLong.of(family);
  }

  @Getter(value = "type", member = true)
  PyObject getKind() {
    return PyLong.of(kind);
  }

  @Getter(value = "proto", member = true)
  PyObject getProtocol() {
    return PyLong.of(protocol);
  }

  // ---- timeouts

  @Getter("timeout")
  PyObject getTimeoutValue() {
    return gettimeout();
  }

  @Method(value = "gettimeout(self, /)", textSignature = false)
  PyObject gettimeout() {
    return timeout < 0 ? PyNone.NONE : new PyFloat(timeout / 1e9);
  }

  /** Nanoseconds; -1 for None. */
  static long timeoutArgument(PyObject value) {
    if (value == PyNone.NONE) {
      return -1;
    }
    long nanos =
        Timeouts.nanos(
            value,
            "'%s' object cannot be interpreted as an integer".formatted(value.type().fullName()));
    if (nanos < 0) {
      throw Errors.valueError("Timeout value out of range");
    }
    return nanos;
  }

  @Method(value = "settimeout(self, timeout, /)", textSignature = false)
  void settimeout(PyObject value) {
    long nanos = timeoutArgument(value);
    timeout = nanos;
    setKernelBlocking(nanos < 0);
  }

  @Method(value = "setblocking(self, flag, /)", textSignature = false)
  void setblocking(boolean blocking) {
    timeout = blocking ? -1 : 0;
    setKernelBlocking(blocking);
  }

  @Method(value = "getblocking(self, /)", textSignature = false)
  boolean getblocking() {
    return timeout != 0;
  }

  // ---- addresses and connections

  @Method(value = "bind(self, address, /)", textSignature = false)
  void bind(PyObject address) {
    try (Arena arena = Arena.ofConfined()) {
      SocketAddress.Encoded place = SocketAddress.of(arena, address, family, "bind");
      Doors.audit("socket.bind", this, address);
      BIND.require(kernel(), place.address(), place.length());
    }
  }

  @Method(value = "listen(self, backlog=128, /)", textSignature = false)
  void listen(int backlog) {
    LISTEN.require(kernel(), Math.max(backlog, 0));
  }

  @Method(value = "_accept(self, /)", textSignature = false)
  PyObject accept() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(SocketAddress.ROOM, 8);
      MemorySegment length = arena.allocate(8, 8);
      int kernel =
          (int)
              SocketCall.run(
                  this,
                  Waiting.IN,
                  flags -> {
                    length.set(Native.INT, 0, SocketAddress.ROOM);
                    return ACCEPT.call(kernel(), room.address(), length.address(), CLOSE_ON_EXEC);
                  });
      int accepted = Descriptors.current().addKernel(kernel);
      return PyTuple.of(PyLong.of(accepted), SocketAddress.of(room, length.get(Native.INT, 0)));
    }
  }

  @Method(value = "connect(self, address, /)", textSignature = false)
  void connect(PyObject address) {
    int error = tryConnect(address, "connect");
    if (error != 0) {
      throw error == OsErrors.EAGAIN && timeout > 0 ? SocketCall.timedOut() : OsErrors.make(error);
    }
  }

  @Method(value = "connect_ex(self, address, /)", textSignature = false)
  int connectOrError(PyObject address) {
    return tryConnect(address, "connect_ex");
  }

  private int tryConnect(PyObject address, String function) {
    try (Arena arena = Arena.ofConfined()) {
      SocketAddress.Encoded place = SocketAddress.of(arena, address, family, function);
      Doors.audit("socket.connect", this, address);
      int kernel = kernel();
      boolean borrows = timeout < 0 && SocketCall.isMain();
      if (borrows) {
        setKernelBlocking(false);
      }
      try {
        return connect(kernel, place);
      } finally {
        if (borrows && number >= 0) {
          setKernelBlocking(true);
        }
      }
    } catch (PyException e) {
      if (e.is(PyExceptions.TimeoutError) && OsErrors.numberOf(e) == 0) {
        return OsErrors.EAGAIN;
      }
      throw e;
    }
  }

  /** The error number; the wait is for a call that goes on by itself. */
  private int connect(int kernel, SocketAddress.Encoded place) {
    if (CONNECT.call(kernel, place.address(), place.length()) == 0) {
      return 0;
    }
    int error = Libc.errno();
    boolean goesOn = error == EINTR || error == EINPROGRESS && timeout != 0;
    if (!goesOn) {
      return error;
    }
    if (!Waiting.untilReady(kernel, Waiting.OUT, Waiting.deadline(timeout))) {
      return OsErrors.EAGAIN;
    }
    int outcome = option(kernel, SO_ERROR);
    return outcome == EISCONN ? 0 : outcome;
  }

  @Method(value = "shutdown(self, how, /)", textSignature = false)
  void shutdown(int how) {
    SHUTDOWN.require(kernel(), how);
  }

  private PyObject name(CFunction call) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(SocketAddress.ROOM, 8);
      MemorySegment length = arena.allocate(8, 8);
      length.set(Native.INT, 0, SocketAddress.ROOM);
      call.require(kernel(), room.address(), length.address());
      return SocketAddress.of(room, length.get(Native.INT, 0));
    }
  }

  @Method(value = "getsockname(self, /)", textSignature = false)
  PyObject getsockname() {
    return name(GETSOCKNAME);
  }

  @Method(value = "getpeername(self, /)", textSignature = false)
  PyObject getpeername() {
    return name(GETPEERNAME);
  }

}
