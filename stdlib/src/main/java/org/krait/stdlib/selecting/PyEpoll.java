package org.krait.stdlib.selecting;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicReference;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.libc.Waiting;
import org.krait.stdlib.os.AwaitedFile;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.FileNumber;

/** {@code select.epoll}. */
@BuiltinType(
    name = "epoll",
    module = "select",
    subclassable = false,
    basicSize = 24,
    textSignature = "(sizehint=-1, flags=0)")
public final class PyEpoll extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyEpollTable());

  private static final int ADD = 1;
  private static final int DELETE = 2;
  private static final int MODIFY = 3;
  private static final int CLOSE_ON_EXEC = 02000000;
  private static final int MOST = 1023;

  /** The kernel packs the event on x86-64 only. */
  private static final int DATA = System.getProperty("os.arch").equals("amd64") ? 4 : 8;

  private static final int EVENT = DATA + 8;

  private static final CFunction CREATE = new CFunction("epoll_create1");
  private static final CFunction CONTROL = new CFunction("epoll_ctl");
  private static final CFunction WAIT = new CFunction("epoll_wait");

  private final AtomicReference<MemorySegment> spare = new AtomicReference<>();
  private int number;

  private PyEpoll(int number) {
    this.number = number;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, /, sizehint=-1, flags=0)")
  static PyObject make(PyType cls, int hint, int flags) {
    if (hint != -1 && hint <= 0) {
      throw Errors.valueError("negative sizehint");
    }
    if ((flags & ~CLOSE_ON_EXEC) != 0) {
      throw Errors.of(org.krait.runtime.types.PyExceptions.OSError, org.krait.runtime.types.PyStr.of("invalid flags"));
    }
    return new PyEpoll(Descriptors.current().add(new EpollFile()));
  }

  /** Made when something is registered: the library's {@code selectors} only looks whether there can be one. */
  private static final class EpollFile extends AwaitedFile {
    @Override
    protected int make() {
      return (int) CREATE.require(CLOSE_ON_EXEC);
    }
  }

  @Method("fromfd(cls, fd, /)")
  static PyObject fromDescriptor(PyType cls, int fd) {
    return new PyEpoll(fd);
  }

  private int open() {
    if (number < 0) {
      throw Errors.valueError("I/O operation on closed epoll object");
    }
    return number;
  }

  @Method("close(self, /)")
  synchronized void close() {
    int closing = number;
    number = -1;
    if (closing >= 0) {
      Descriptors.current().close(closing);
    }
  }

  @Getter("closed")
  PyObject isClosed() {
    return PyBool.of(number < 0);
  }

  @Method("fileno(self, /)")
  int fileno() {
    return open();
  }

  private void control(int operation, PyObject fd, long mask) {
    int epoll = open();
    int target = FileNumber.of(fd);
    Descriptors table = Descriptors.current();
    int kernel = table.kernel(target);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment event = arena.allocate(EVENT, 8);
      event.set(Native.INT, 0, (int) mask);
      event.set(Native.LONG, DATA, target);
      CONTROL.require(table.kernel(epoll), operation, kernel, event.address());
    }
  }

  private static long mask(PyObject value) {
    PyInt number = Arguments.index(value);
    return number.bigValue().longValue() & 0xffffffffL;
  }

  @Method("register(self, /, fd, eventmask=7)")
  void register(PyObject fd, PyObject events) {
    control(ADD, fd, mask(events));
  }

  @Method("modify(self, /, fd, eventmask)")
  void modify(PyObject fd, PyObject events) {
    control(MODIFY, fd, mask(events));
  }

  @Method("unregister(self, /, fd)")
  void unregister(PyObject fd) {
    control(DELETE, fd, 0);
  }

  @Method("poll(self, /, timeout=None, maxevents=-1)")
  PyObject poll(PyObject timeout, int most) {
    int epoll = open();
    long nanos =
        timeout == PyNone.NONE
            ? -1
            : Timeouts.nanos(timeout, "timeout must be an integer or None");
    if (nanos > Integer.MAX_VALUE * 1_000_000L) {
      throw Errors.overflowError("timeout is too large");
    }
    if (most != -1 && most <= 0) {
      throw Errors.valueError("maxevents must be greater than 0, got %d", most);
    }
    long deadline = Waiting.deadline(nanos);
    int room = most == -1 ? MOST : most;
    int kernel = Descriptors.current().kernel(epoll);
    MemorySegment events = room(room);
    while (true) {
      int count = (int) WAIT.require(kernel, events.address(), room, 0);
      if (nanos == 0) {
        CFunction.runHandlers();
      }
      if (count > 0 || nanos == 0 || !Waiting.untilReady(kernel, Waiting.IN, deadline)) {
        PyObject list = list(events, count);
        spare.set(events);
        return list;
      }
    }
  }

  /** Memory for so many events: what the last call used, unless another thread has it. */
  private MemorySegment room(int count) {
    MemorySegment last = spare.getAndSet(null);
    long size = (long) count * EVENT;
    return last != null && last.byteSize() >= size ? last : Arena.ofAuto().allocate(size, 8);
  }

  private static PyObject list(MemorySegment events, int count) {
    PyList list = new PyList();
    for (int i = 0; i < count; i++) {
      long at = (long) i * EVENT;
      list.append(
          PyTuple.of(
              PyLong.of(events.get(Native.INT, at + DATA)),
              PyLong.of(events.get(Native.INT, at) & 0xffffffffL)));
    }
    return list;
  }

  @Method("__enter__(self, /)")
  PyObject enter() {
    open();
    return this;
  }

  @Method("__exit__(self, exc_type=None, exc_value=None, exc_tb=None, /)")
  void exit(PyObject type, PyObject value, PyObject traceback) {
    close();
  }
}
