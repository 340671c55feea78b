package org.krait.stdlib.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferFlags;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.libc.Waiting;
import org.krait.stdlib.os.Doors;

/** Sending and receiving bytes. */
final class SocketTransfers {
  private static final int NO_SIGNAL = 0x4000;
  private static final int STREAM = 1;

  private static final CFunction RECV = CFunction.wide("recv");
  private static final CFunction RECVFROM = CFunction.wide("recvfrom");
  private static final CFunction SEND = CFunction.wide("send");
  private static final CFunction SENDTO = CFunction.wide("sendto");

  private SocketTransfers() {}

  private static int size(long wanted, String function) {
    if (wanted < 0) {
      throw Errors.valueError("negative buffersize in %s", function);
    }
    return (int) Math.min(wanted, Integer.MAX_VALUE - 8);
  }

  private static int receive(PySocket self, MemorySegment room, int length, int flags) {
    return (int)
        SocketCall.run(
            self, Waiting.IN, more -> RECV.call(self.kernel(), room.address(), length, flags | more));
  }

  private static int receiveFrom(
      PySocket self, MemorySegment room, int length, int flags, MemorySegment address,
      MemorySegment size) {
    return (int)
        SocketCall.run(
            self,
            Waiting.IN,
            more -> {
              size.set(Native.INT, 0, SocketAddress.ROOM);
              return RECVFROM.call(
                  self.kernel(), room.address(), length, flags | more, address.address(), size.address());
            });
  }

  @Method(value = "recv(self, bufsize, flags=0, /)", parseTuple = true)
  static PyObject recv(PySocket self, long wanted, int flags) {
    int length = size(wanted, "recv");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(Math.max(length, 1), 8);
      return PyBytes.of(Native.copy(room, 0, receive(self, room, length, flags)));
    }
  }

  @Method(value = "recvfrom(self, bufsize, flags=0, /)", parseTuple = true)
  static PyObject recvfrom(PySocket self, long wanted, int flags) {
    int length = size(wanted, "recvfrom");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(Math.max(length, 1), 8);
      MemorySegment address = arena.allocate(SocketAddress.ROOM, 8);
      MemorySegment size = arena.allocate(8, 8);
      int count = receiveFrom(self, room, length, flags, address, size);
      return PyTuple.of(
          PyBytes.of(Native.copy(room, 0, count)),
          SocketAddress.of(address, size.get(Native.INT, 0)));
    }
  }

  private static Buffer writable(PyObject room, String function) {
    if (!Buffers.isBuffer(room)) {
      throw Errors.typeError(
          "%s() argument 1 must be read-write bytes-like object, not %s",
          function, room.type().fullName());
    }
    try {
      return Buffers.get(room, BufferFlags.WRITABLE);
    } catch (org.krait.runtime.PyException e) {
      if (e.is(PyExceptions.BufferError)) {
        throw Errors.typeError(
            "%s() argument 1 must be read-write bytes-like object, not %s",
            function, room.type().fullName());
      }
      throw e;
    }
  }

  @Method(value = "recv_into(self, buffer, nbytes=0, flags=0)", textSignature = false)
  static int recvInto(PySocket self, PyObject room, long wanted, int flags) {
    try (Buffer buffer = writable(room, "recv_into")) {
      int length = size(wanted, "recv_into");
      if (length > buffer.length()) {
        throw Errors.valueError("buffer too small for requested bytes");
      }
      length = length == 0 ? buffer.length() : length;
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment memory = arena.allocate(Math.max(length, 1), 8);
        int count = receive(self, memory, length, flags);
        buffer.memory().put(buffer.offset(), Native.copy(memory, 0, count));
        return count;
      }
    }
  }

  @Method(value = "recvfrom_into(self, buffer, nbytes=0, flags=0)", textSignature = false)
  static PyObject recvfromInto(PySocket self, PyObject room, long wanted, int flags) {
    try (Buffer buffer = writable(room, "recvfrom_into")) {
      int length = size(wanted, "recvfrom_into");
      if (length > buffer.length()) {
        throw Errors.valueError("nbytes is greater than the length of the buffer");
      }
      length = length == 0 ? buffer.length() : length;
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment memory = arena.allocate(Math.max(length, 1), 8);
        MemorySegment address = arena.allocate(SocketAddress.ROOM, 8);
        MemorySegment size = arena.allocate(8, 8);
        int count = receiveFrom(self, memory, length, flags, address, size);
        buffer.memory().put(buffer.offset(), Native.copy(memory, 0, count));
        return PyTuple.of(
            PyLong.of(count), SocketAddress.of(address, size.get(Native.INT, 0)));
      }
    }
  }

  // ---- sending

  /**
   * Sends once, as the program sees it: a blocking call on a stream takes all bytes, also where they are
   * sent in parts so that signals can come between.
   */
  private static long sendOnce(
      PySocket self, long address, int length, int flags, long deadline) {
    int done = 0;
    boolean all = self.timeout < 0 && self.kind == STREAM && SocketCall.isMain();
    do {
      int from = done;
      done +=
          (int)
              SocketCall.run(
                  self,
                  Waiting.OUT,
                  deadline,
                  more ->
                      SEND.call(
                          self.kernel(), address + from, length - from, flags | more | NO_SIGNAL));
    } while (all && done < length);
    return done;
  }

  @Method(value = "send(self, data, flags=0, /)", parseTuple = true)
  static long send(PySocket self, PyObject data, int flags) {
    byte[] bytes = Buffers.bytes(data);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = Native.bytes(arena, bytes, 0, bytes.length);
      return sendOnce(
          self, memory.address(), bytes.length, flags, Waiting.deadline(self.timeout));
    }
  }

  @Method(value = "sendall(self, data, flags=0, /)", parseTuple = true)
  static void sendall(PySocket self, PyObject data, int flags) {
    byte[] bytes = Buffers.bytes(data);
    long deadline = Waiting.deadline(self.timeout);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = Native.bytes(arena, bytes, 0, bytes.length);
      int done = 0;
      while (done < bytes.length) {
        done += (int) sendOnce(self, memory.address() + done, bytes.length - done, flags, deadline);
      }
    }
  }

  @Method(value = "sendto(self, *args)", textSignature = false)
  static long sendto(PySocket self, PyObject[] args) {
    if (args.length < 2 || args.length > 3) {
      throw Errors.typeError("sendto() takes 2 or 3 arguments (%d given)", args.length);
    }
    byte[] bytes = Buffers.bytes(args[0]);
    int flags = args.length == 3 ? Arguments.toInt(args[1]) : 0;
    PyObject address = args[args.length - 1];
    try (Arena arena = Arena.ofConfined()) {
      SocketAddress.Encoded place = SocketAddress.of(arena, address, self.family, "sendto");
      Doors.audit("socket.sendto", self, address);
      MemorySegment memory = Native.bytes(arena, bytes, 0, bytes.length);
      return SocketCall.run(
          self,
          Waiting.OUT,
          more ->
              SENDTO.call(
                  self.kernel(), memory.address(), bytes.length, flags | more | NO_SIGNAL,
                  place.address(), place.length()));
    }
  }
}
