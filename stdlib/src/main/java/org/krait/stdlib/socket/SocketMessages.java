package org.krait.stdlib.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Sequences;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferFlags;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.libc.Waiting;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.Doors;

/** Messages with several buffers and ancillary data; descriptors in these are Python's numbers. */
final class SocketMessages {
  static final int HEADER = 16;
  private static final int MESSAGE = 56;
  private static final int CLOSE_ON_EXEC = 0x40000000;
  private static final int NO_SIGNAL = 0x4000;
  private static final int SOL_SOCKET = 1;
  private static final int SCM_RIGHTS = 1;

  private static final CFunction RECVMSG = CFunction.wide("recvmsg");
  private static final CFunction SENDMSG = CFunction.wide("sendmsg");

  private SocketMessages() {}

  static long aligned(long length) {
    return length + 7 & ~7L;
  }

  // ---- receiving

  @Method(value = "recvmsg(self, bufsize, ancbufsize=0, flags=0, /)", parseTuple = true)
  static PyObject recvmsg(PySocket self, long size, long extra, int flags) {
    if (size < 0) {
      throw Errors.valueError("negative buffer size in recvmsg()");
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(Math.max(size, 1), 8);
      MemorySegment vector = arena.allocate(16, 8);
      vector.set(Native.LONG, 0, room.address());
      vector.set(Native.LONG, 8, size);
      return receive(self, arena, vector, 1, extra, flags, "recvmsg", count -> PyBytes.of(Native.copy(room, 0, count)));
    }
  }

  @Method(value = "recvmsg_into(self, buffers, ancbufsize=0, flags=0, /)", parseTuple = true)
  static PyObject recvmsgInto(PySocket self, PyObject buffers, long extra, int flags) {
    if (org.krait.runtime.Attributes.getOrNull(buffers, "__iter__") == null && !Sequences.isSequence(buffers)) {
      throw Errors.typeError("recvmsg_into() argument 1 must be an iterable");
    }
    PyObject[] items = Iteration.toArray(buffers);
    List<Buffer> lent = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment vector = arena.allocate(Math.max(16L * items.length, 16), 8);
      MemorySegment[] rooms = new MemorySegment[items.length];
      for (int i = 0; i < items.length; i++) {
        Buffer buffer = writable(items[i]);
        lent.add(buffer);
        rooms[i] = arena.allocate(Math.max(buffer.length(), 1), 8);
        vector.set(Native.LONG, 16L * i, rooms[i].address());
        vector.set(Native.LONG, 16L * i + 8, buffer.length());
      }
      return receive(self, arena, vector, items.length, extra, flags, "recvmsg_into", count -> spread(lent, rooms, count));
    } finally {
      lent.forEach(Buffer::close);
    }
  }

  private static Buffer writable(PyObject room) {
    try {
      return Buffers.get(room, BufferFlags.WRITABLE);
    } catch (PyException e) {
      if (e.is(PyExceptions.BufferError) || e.is(PyExceptions.TypeError)) {
        throw Errors.typeError(
            "recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers");
      }
      throw e;
    }
  }

  private static PyObject spread(List<Buffer> lent, MemorySegment[] rooms, int count) {
    int left = count;
    for (int i = 0; i < rooms.length && left > 0; i++) {
      int part = Math.min(left, lent.get(i).length());
      lent.get(i).memory().put(lent.get(i).offset(), Native.copy(rooms[i], 0, part));
      left -= part;
    }
    return PyLong.of(count);
  }

  private static PyObject receive(
      PySocket self, Arena arena, MemorySegment vector, int count, long extra, int flags,
      String function, java.util.function.IntFunction<PyObject> data) {
    if (extra < 0 || extra > Integer.MAX_VALUE) {
      throw Errors.valueError("invalid ancillary data buffer length");
    }
    MemorySegment address = arena.allocate(SocketAddress.ROOM, 8);
    MemorySegment control = arena.allocate(Math.max(extra, 8), 8);
    MemorySegment message = arena.allocate(MESSAGE, 8);
    long got =
        SocketCall.run(
            self,
            Waiting.IN,
            more -> {
              message.set(Native.LONG, 0, address.address());
              message.set(Native.INT, 8, SocketAddress.ROOM);
              message.set(Native.LONG, 16, vector.address());
              message.set(Native.LONG, 24, count);
              message.set(Native.LONG, 32, extra == 0 ? 0 : control.address());
              message.set(Native.LONG, 40, extra);
              return RECVMSG.call(self.kernel(), message.address(), flags | more | CLOSE_ON_EXEC);
            });
    PyList ancillary = ancillary(control, message.get(Native.LONG, 40));
    return PyTuple.of(
        data.apply((int) got),
        ancillary,
        PyLong.of(message.get(Native.INT, 48) & ~CLOSE_ON_EXEC),
        SocketAddress.of(address, message.get(Native.INT, 8)));
  }

  private static PyList ancillary(MemorySegment control, long size) {
    PyList list = new PyList();
    for (long at = 0; at + HEADER <= size; ) {
      long length = control.get(Native.LONG, at);
      if (length < HEADER) {
        break;
      }
      int level = control.get(Native.INT, at + 8);
      int type = control.get(Native.INT, at + 12);
      byte[] data = Native.copy(control, at + HEADER, (int) (Math.min(length, size - at) - HEADER));
      if (level == SOL_SOCKET && type == SCM_RIGHTS) {
        translate(data, kernel -> Descriptors.current().addKernel(kernel));
      }
      list.append(PyTuple.of(PyLong.of(level), PyLong.of(type), PyBytes.of(data)));
      at += aligned(length);
    }
    return list;
  }

  private static void translate(byte[] numbers, java.util.function.IntUnaryOperator how) {
    MemorySegment array = MemorySegment.ofArray(numbers);
    for (int at = 0; at + 4 <= numbers.length; at += 4) {
      array.set(Native.INT, at, how.applyAsInt(array.get(Native.INT, at)));
    }
  }

  // ---- sending

  @Method(value = "sendmsg(self, buffers, ancdata=NULL, flags=0, address=None, /)", parseTuple = true)
  static long sendmsg(
      PySocket self, PyObject buffers, PyObject ancillary, int flags, PyObject address) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment message = arena.allocate(MESSAGE, 8);
      putBuffers(arena, message, buffers);
      if (ancillary != null) {
        putAncillary(arena, message, ancillary);
      }
      if (address != PyNone.NONE) {
        SocketAddress.Encoded place = SocketAddress.of(arena, address, self.family, "sendmsg");
        message.set(Native.LONG, 0, place.address());
        message.set(Native.INT, 8, place.length());
      }
      Doors.audit("socket.sendmsg", self, address);
      return SocketCall.run(
          self,
          Waiting.OUT,
          more -> SENDMSG.call(self.kernel(), message.address(), flags | more | NO_SIGNAL));
    }
  }

  private static void putBuffers(Arena arena, MemorySegment message, PyObject buffers) {
    if (org.krait.runtime.Attributes.getOrNull(buffers, "__iter__") == null && !Sequences.isSequence(buffers)) {
      throw Errors.typeError("sendmsg() argument 1 must be an iterable");
    }
    PyObject[] items = Iteration.toArray(buffers);
    MemorySegment vector = arena.allocate(Math.max(16L * items.length, 16), 8);
    for (int i = 0; i < items.length; i++) {
      byte[] bytes = Buffers.bytes(items[i]);
      vector.set(Native.LONG, 16L * i, Native.bytes(arena, bytes, 0, bytes.length).address());
      vector.set(Native.LONG, 16L * i + 8, bytes.length);
    }
    message.set(Native.LONG, 16, vector.address());
    message.set(Native.LONG, 24, items.length);
  }

  private static void putAncillary(Arena arena, MemorySegment message, PyObject ancillary) {
    if (org.krait.runtime.Attributes.getOrNull(ancillary, "__iter__") == null && !Sequences.isSequence(ancillary)) {
      throw Errors.typeError("sendmsg() argument 2 must be an iterable");
    }
    List<Object[]> parts = new ArrayList<>();
    long size = 0;
    for (PyObject item : Iteration.toArray(ancillary)) {
      PyObject[] three = three(item);
      byte[] data = Buffers.copy(three[2]);
      int level = Arguments.toInt(three[0]);
      int type = Arguments.toInt(three[1]);
      if (level == SOL_SOCKET && type == SCM_RIGHTS) {
        translate(data, number -> Descriptors.current().kernelOrNone(number));
      }
      parts.add(new Object[] {level, type, data});
      size += HEADER + aligned(data.length);
    }
    if (parts.isEmpty()) {
      return;
    }
    MemorySegment control = arena.allocate(size, 8);
    long at = 0;
    for (Object[] part : parts) {
      byte[] data = (byte[]) part[2];
      control.set(Native.LONG, at, HEADER + data.length);
      control.set(Native.INT, at + 8, (Integer) part[0]);
      control.set(Native.INT, at + 12, (Integer) part[1]);
      MemorySegment.copy(data, 0, control, Native.BYTE, at + HEADER, data.length);
      at += HEADER + aligned(data.length);
    }
    message.set(Native.LONG, 32, control.address());
    message.set(Native.LONG, 40, size);
  }

  private static PyObject[] three(PyObject item) {
    if (!Sequences.isSequence(item)) {
      throw Errors.typeError(
          "[sendmsg() ancillary data items]() argument must be 3-item sequence, not %s",
          item.type().fullName());
    }
    PyObject[] three = Iteration.toArray(item);
    if (three.length != 3) {
      throw Errors.typeError(
          "[sendmsg() ancillary data items]() argument must be sequence of length 3, not %d",
          three.length);
    }
    return three;
  }

  @Method(value = "sendmsg_afalg(self, *args, **kwargs)", textSignature = false)
  static PyObject sendAlgorithm(PySocket self, PyObject[] args, PyStr[] names) {
    if (self.family != SocketAddress.ALGORITHM) {
      throw Errors.of(PyExceptions.OSError, PyStr.of("algset is only supported for AF_ALG"));
    }
    throw Errors.notImplementedError("sendmsg_afalg() is not there yet");
  }
}
