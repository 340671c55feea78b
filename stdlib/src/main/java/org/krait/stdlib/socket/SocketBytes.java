package org.krait.stdlib.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.libc.Waiting;
import org.krait.stdlib.os.OsErrors;

/** The bytes of a socket for a protocol on top of it, which waits by itself. */
public final class SocketBytes {
  private static final int DONT_WAIT_NO_SIGNAL = 0x4040;
  private static final int EINTR = 4;
  private static final CFunction RECV = CFunction.wide("recv");
  private static final CFunction SEND = CFunction.wide("send");
  private static final CFunction SETSOCKOPT = new CFunction("setsockopt");
  private static final int TCP = 6;
  private static final int QUICKACK = 12;

  private SocketBytes() {}

  /** Nanoseconds; 0 does not wait, negative waits for ever. */
  public static long timeout(PySocket socket) {
    return socket.timeout;
  }

  /** When an operation that begins now has to end. */
  public static long deadline(PySocket socket) {
    return Waiting.deadline(socket.timeout);
  }

  /** Whether the socket is open. */
  public static boolean isOpen(PySocket socket) {
    return socket.number >= 0;
  }

  /** Whether it is of a kind that TLS can use. */
  public static boolean isStream(PySocket socket) {
    return socket.kind == 1;
  }

  /** Reads what is there: 0 when there is nothing, -1 at the end. */
  public static int receive(PySocket socket, byte[] to, int offset, int length) {
    int kernel = socket.kernel();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(Math.max(length, 1), 8);
      while (true) {
        int count = (int) RECV.call(kernel, room.address(), length, DONT_WAIT_NO_SIGNAL);
        if (count > 0) {
          MemorySegment.copy(room, Native.BYTE, 0, to, offset, count);
          return count;
        }
        if (count == 0) {
          return -1;
        }
        int error = Libc.errno();
        if (error == OsErrors.EAGAIN) {
          return 0;
        }
        if (error != EINTR) {
          throw OsErrors.make(error);
        }
      }
    }
  }

  /** Writes as much as there is room for. */
  public static int send(PySocket socket, byte[] from, int offset, int length) {
    int kernel = socket.kernel();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = Native.bytes(arena, from, offset, length);
      while (true) {
        int count = (int) SEND.call(kernel, bytes.address(), length, DONT_WAIT_NO_SIGNAL);
        if (count >= 0) {
          return count;
        }
        int error = Libc.errno();
        if (error == OsErrors.EAGAIN) {
          return 0;
        }
        if (error != EINTR) {
          throw OsErrors.make(error);
        }
      }
    }
  }

  /** Has the kernel acknowledge at once what was read, which it may put off for 40 ms. */
  public static void acknowledge(PySocket socket) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment one = arena.allocate(4, 4);
      one.set(Native.INT, 0, 1);
      SETSOCKOPT.call(socket.kernel(), TCP, QUICKACK, one.address(), 4);
    }
  }

  /** Waits until there is something to read or room to write; false when the time was up. */
  public static boolean await(PySocket socket, boolean forReading, long deadline) {
    return Waiting.untilReady(
        socket.kernel(), forReading ? Waiting.IN : Waiting.OUT, deadline);
  }
}
