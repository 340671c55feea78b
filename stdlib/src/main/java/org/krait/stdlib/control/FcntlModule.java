package org.krait.stdlib.control;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferFlags;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.ConstantTable;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.Doors;
import org.krait.stdlib.os.FileNumber;
import org.krait.stdlib.os.OsErrors;

/** The module {@code fcntl}. */
@BuiltinModule("fcntl")
public final class FcntlModule implements NativeModule {
  private static final int DUPLICATE = 0;
  private static final int GET_DESCRIPTOR_FLAGS = 1;
  private static final int SET_DESCRIPTOR_FLAGS = 2;
  private static final int DUPLICATE_CLOSING = 1030;
  private static final int CLOSE_ON_EXEC = 1;
  private static final int SET_LOCK = 6;
  private static final int SET_LOCK_WAITING = 7;
  private static final int LOCK_SIZE = 32;
  private static final int ROOM = 1024;

  private static final CFunction FCNTL = new CFunction("fcntl");
  private static final CFunction IOCTL = new CFunction("ioctl");
  private static final CFunction FLOCK = new CFunction("flock");

  @Override
  public void exec(PyModule module) {
    ConstantTable.enter(module.dict(), "fcntl");
  }

  @Function("fcntl(fd, cmd, arg=NULL:0, /)")
  static PyObject fcntl(PyObject fd, int command, PyObject given) {
    int number = FileNumber.of(fd);
    Doors.audit("fcntl.fcntl", PyLong.of(number), PyLong.of(command), orNone(given));
    PyObject argument = given == null ? PyLong.ZERO : given;
    if (argument instanceof PyStr || Buffers.isBuffer(argument)) {
      byte[] bytes = bytes(argument);
      if (bytes.length > ROOM) {
        throw Errors.valueError("fcntl string arg too long");
      }
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment room = arena.allocate(ROOM, 8);
        MemorySegment.copy(bytes, 0, room, Native.BYTE, 0, bytes.length);
        FCNTL.require(Descriptors.current().kernel(number), command, room.address());
        return PyBytes.of(Native.copy(room, 0, bytes.length));
      }
    }
    return PyLong.of(withNumber(number, command, word(argument)));
  }

  private static PyObject orNone(PyObject argument) {
    return argument == null ? PyNone.NONE : argument;
  }

  private static byte[] bytes(PyObject argument) {
    return argument instanceof PyStr text
        ? org.krait.runtime.codecs.Utf8.encode(text, null)
        : Buffers.copy(argument);
  }

  /** Any integer that an unsigned int holds, or its negative. */
  private static long word(PyObject argument) {
    return Arguments.index(argument).bigValue().longValue() & 0xffffffffL;
  }

  /** What concerns numbers of descriptors is answered by our table, not by the kernel's. */
  private static long withNumber(int number, int command, long argument) {
    Descriptors table = Descriptors.current();
    switch (command) {
      case DUPLICATE, DUPLICATE_CLOSING -> {
        int copy = table.duplicate(number, (int) argument);
        table.setInheritable(copy, command == DUPLICATE);
        return copy;
      }
      case GET_DESCRIPTOR_FLAGS -> {
        return table.isInheritable(number) ? 0 : CLOSE_ON_EXEC;
      }
      case SET_DESCRIPTOR_FLAGS -> {
        table.setInheritable(number, (argument & CLOSE_ON_EXEC) == 0);
        return 0;
      }
      default -> {
        return FCNTL.require(table.kernel(number), command, argument);
      }
    }
  }

  @Function("ioctl(fd, request, arg=NULL:0, mutate_flag=True, /)")
  static PyObject ioctl(PyObject fd, PyObject request, PyObject given, boolean mutates) {
    long code = word(request);
    int number = FileNumber.of(fd);
    Doors.audit("fcntl.ioctl", PyLong.of(number), PyLong.of(code), orNone(given));
    PyObject argument = given == null ? PyLong.ZERO : given;
    int kernel = Descriptors.current().kernel(number);
    if (argument instanceof PyStr || Buffers.isBuffer(argument)) {
      return ioctlOnBytes(kernel, code, argument, mutates);
    }
    return PyLong.of(IOCTL.require(kernel, code, (int) word(argument)));
  }

  private static PyObject ioctlOnBytes(int kernel, long code, PyObject argument, boolean mutates) {
    boolean writable = !(argument instanceof PyStr || argument instanceof PyBytes) && isWritable(argument);
    byte[] bytes = bytes(argument);
    if (!(writable && mutates) && bytes.length > ROOM) {
      throw Errors.valueError("ioctl string arg too long");
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(Math.max(ROOM, bytes.length + 1), 8);
      MemorySegment.copy(bytes, 0, room, Native.BYTE, 0, bytes.length);
      long result = IOCTL.require(kernel, code, room.address());
      byte[] after = Native.copy(room, 0, bytes.length);
      if (writable && mutates) {
        try (Buffer buffer = Buffers.get(argument, BufferFlags.WRITABLE)) {
          buffer.memory().put(buffer.offset(), after);
        }
        return PyLong.of(result);
      }
      return PyBytes.of(after);
    }
  }

  private static boolean isWritable(PyObject argument) {
    try (Buffer buffer = Buffers.get(argument, BufferFlags.SIMPLE)) {
      return !buffer.isReadOnly();
    }
  }

  @Function("flock(fd, operation, /)")
  static void flock(PyObject fd, int operation) {
    int number = FileNumber.of(fd);
    Doors.audit("fcntl.flock", PyLong.of(number), PyLong.of(operation));
    FLOCK.require(Descriptors.current().kernel(number), operation);
  }

  @Function("lockf(fd, cmd, len=NULL:0, start=NULL:0, whence=0, /)")
  static PyObject lockf(
      PyObject fd, int command, PyObject givenLength, PyObject givenStart, int whence) {
    int number = FileNumber.of(fd);
    Doors.audit(
        "fcntl.lockf",
        PyLong.of(number),
        PyLong.of(command),
        orNone(givenLength),
        orNone(givenStart),
        PyLong.of(whence));
    PyObject length = givenLength == null ? PyLong.ZERO : givenLength;
    PyObject start = givenStart == null ? PyLong.ZERO : givenStart;
    int kind;
    if (command == 8) {
      kind = 2;
    } else if ((command & 1) != 0) {
      kind = 0;
    } else if ((command & 2) != 0) {
      kind = 1;
    } else {
      throw Errors.valueError("unrecognized lockf argument");
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment lock = arena.allocate(LOCK_SIZE, 8);
      lock.set(Native.SHORT, 0, (short) kind);
      lock.set(Native.SHORT, 2, (short) whence);
      lock.set(Native.LONG, 8, Arguments.toLong(start));
      lock.set(Native.LONG, 16, Arguments.toLong(length));
      int how = (command & 4) != 0 ? SET_LOCK : SET_LOCK_WAITING;
      if (FCNTL.callAgain(Descriptors.current().kernel(number), how, lock.address()) == -1) {
        throw OsErrors.make(org.krait.stdlib.libc.Libc.errno());
      }
      return PyNone.NONE;
    }
  }
}
