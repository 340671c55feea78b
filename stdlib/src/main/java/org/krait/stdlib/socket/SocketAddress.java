package org.krait.stdlib.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.Native;

/** Addresses of sockets: Python's tuples and texts, and C's {@code sockaddr}. */
final class SocketAddress {
  static final int UNIX = 1;
  static final int INET = 2;
  static final int INET6 = 10;
  static final int NETLINK = 16;
  static final int PACKET = 17;
  static final int ALGORITHM = 38;
  static final int VSOCK = 40;
  static final int ROOM = 128;
  private static final int PATH_ROOM = 108;
  private static final int MOST_FLOW = 0xfffff;

  private SocketAddress() {}

  /** A {@code sockaddr} and its length. */
  record Encoded(MemorySegment memory, int length) {
    long address() {
      return memory.address();
    }
  }

  // ---- to C

  static Encoded of(Arena arena, PyObject address, int family, String function) {
    MemorySegment room = arena.allocate(ROOM, 8);
    room.set(Native.SHORT, 0, (short) family);
    return switch (family) {
      case UNIX -> unix(room, address);
      case INET -> inet(room, address, function);
      case INET6 -> inet6(room, address, function);
      case NETLINK -> netlink(room, address, function);
      case VSOCK -> vsock(room, address, function);
      case ALGORITHM -> algorithm(room, address, function);
      default -> throw Errors.of(PyExceptions.OSError, PyStr.of(function + "(): bad family"));
    };
  }

  private static PyTuple tuple(PyObject address, String family, String function) {
    if (!(address instanceof PyTuple tuple)) {
      throw Errors.typeError(
          "%s(): %s address must be tuple, not %s", function, family, address.type().fullName());
    }
    return tuple;
  }

  private static Encoded unix(MemorySegment room, PyObject address) {
    byte[] path =
        address instanceof PyStr text
            ? Utf8.encode(text, "surrogateescape")
            : Buffers.bytes(address);
    boolean abstractName = path.length > 0 && path[0] == 0;
    if (path.length > PATH_ROOM || path.length == PATH_ROOM && !abstractName) {
      throw Errors.of(PyExceptions.OSError, PyStr.of("AF_UNIX path too long"));
    }
    MemorySegment.copy(path, 0, room, Native.BYTE, 2, path.length);
    int length = 2 + path.length + (abstractName || path.length == 0 ? 0 : 1);
    return new Encoded(room, length);
  }

  static int port(PyObject value, String function) {
    PyInt number = Arguments.index(value);
    int port = number.fitsLong() ? (int) Math.clamp(number.longValue(), -1, 0x10000) : -1;
    if (port < 0 || port > 0xffff) {
      throw Errors.overflowError("%s(): port must be 0-65535.", function);
    }
    return port;
  }

  private static void putPort(MemorySegment room, int port) {
    room.set(Native.BYTE, 2, (byte) (port >> 8));
    room.set(Native.BYTE, 3, (byte) port);
  }

  private static Encoded inet(MemorySegment room, PyObject address, String function) {
    PyTuple pair = tuple(address, "AF_INET", function);
    if (pair.size() != 2) {
      throw Errors.typeError("AF_INET address must be a pair (host, port)");
    }
    byte[] host = Resolver.addressOf(pair.get(0), INET);
    putPort(room, port(pair.get(1), function));
    MemorySegment.copy(host, 0, room, Native.BYTE, 4, 4);
    return new Encoded(room, 16);
  }

  private static Encoded inet6(MemorySegment room, PyObject address, String function) {
    PyTuple parts = tuple(address, "AF_INET6", function);
    if (parts.size() < 2 || parts.size() > 4) {
      throw Errors.typeError(
          "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])");
    }
    long flow = parts.size() > 2 ? unsigned(parts.get(2)) : 0;
    long scope = parts.size() > 3 ? unsigned(parts.get(3)) : 0;
    byte[] host = Resolver.addressOf(parts.get(0), INET6);
    putPort(room, port(parts.get(1), function));
    if (flow > MOST_FLOW) {
      throw Errors.overflowError("%s(): flowinfo must be 0-1048575.", function);
    }
    room.set(Native.INT, 4, Integer.reverseBytes((int) flow));
    MemorySegment.copy(host, 0, room, Native.BYTE, 8, 16);
    room.set(Native.INT, 24, scope == 0 && host.length > 16 ? scopeOf(host) : (int) scope);
    return new Encoded(room, 28);
  }

  /** {@link Resolver#addressOf} appends what a name such as {@code fe80::1%eth0} says of the interface. */
  private static int scopeOf(byte[] host) {
    return MemorySegment.ofArray(host).get(Native.INT, 16);
  }

  private static long unsigned(PyObject value) {
    return Arguments.index(value).bigValue().longValue() & 0xffffffffL;
  }

  private static Encoded netlink(MemorySegment room, PyObject address, String function) {
    PyTuple pair = tuple(address, "AF_NETLINK", function);
    if (pair.size() != 2) {
      throw Errors.typeError("AF_NETLINK address must be a pair (pid, groups)");
    }
    room.set(Native.INT, 4, (int) unsigned(pair.get(0)));
    room.set(Native.INT, 8, (int) unsigned(pair.get(1)));
    return new Encoded(room, 12);
  }

  private static Encoded vsock(MemorySegment room, PyObject address, String function) {
    PyTuple pair = tuple(address, "AF_VSOCK", function);
    if (pair.size() != 2) {
      throw Errors.typeError("AF_VSOCK address must be a pair (cid, port)");
    }
    room.set(Native.INT, 4, (int) unsigned(pair.get(1)));
    room.set(Native.INT, 8, (int) unsigned(pair.get(0)));
    return new Encoded(room, 16);
  }

  private static Encoded algorithm(MemorySegment room, PyObject address, String function) {
    PyTuple parts = tuple(address, "AF_ALG", function);
    if (parts.size() < 2 || parts.size() > 4) {
      throw Errors.typeError("AF_ALG address must be a tuple (type, name[, feat[, mask]])");
    }
    byte[] type = Utf8.encode((PyStr) Arguments.instance(parts.get(0), PyStr.class, "argument 1", "str"), null);
    byte[] name = Utf8.encode((PyStr) Arguments.instance(parts.get(1), PyStr.class, "argument 2", "str"), null);
    if (type.length >= 14) {
      throw Errors.valueError("AF_ALG type too long.");
    }
    if (name.length >= 64) {
      throw Errors.valueError("AF_ALG name too long.");
    }
    MemorySegment.copy(type, 0, room, Native.BYTE, 2, type.length);
    room.set(Native.INT, 16, parts.size() > 2 ? (int) unsigned(parts.get(2)) : 0);
    room.set(Native.INT, 20, parts.size() > 3 ? (int) unsigned(parts.get(3)) : 0);
    MemorySegment.copy(name, 0, room, Native.BYTE, 24, name.length);
    return new Encoded(room, 88);
  }

  // ---- from C

  /** The address in a {@code sockaddr}; None for an empty one. */
  static PyObject of(MemorySegment room, int length) {
    if (length == 0) {
      return PyNone.NONE;
    }
    int family = room.get(Native.SHORT, 0) & 0xffff;
    return switch (family) {
      case UNIX -> unixName(room, length);
      case INET -> PyTuple.of(PyStr.of(Resolver.text(INET, Native.copy(room, 4, 4))), port(room));
      case INET6 -> {
        int scope = room.get(Native.INT, 24);
        yield PyTuple.of(
            PyStr.of(Resolver.text(INET6, Native.copy(room, 8, 16))),
            port(room),
            PyLong.of(Integer.reverseBytes(room.get(Native.INT, 4)) & 0xffffffffL),
            PyLong.of(scope & 0xffffffffL));
      }
      case NETLINK ->
          PyTuple.of(
              PyLong.of(room.get(Native.INT, 4) & 0xffffffffL),
              PyLong.of(room.get(Native.INT, 8) & 0xffffffffL));
      case VSOCK ->
          PyTuple.of(
              PyLong.of(room.get(Native.INT, 8) & 0xffffffffL),
              PyLong.of(room.get(Native.INT, 4) & 0xffffffffL));
      default ->
          PyTuple.of(PyLong.of(family), PyBytes.of(Native.copy(room, 2, Math.min(14, ROOM - 2))));
    };
  }

  private static PyObject port(MemorySegment room) {
    return PyLong.of((room.get(Native.BYTE, 2) & 0xff) << 8 | room.get(Native.BYTE, 3) & 0xff);
  }

  /** A path is text; a name in the abstract space, which may hold anything, is bytes. */
  private static PyObject unixName(MemorySegment room, int length) {
    int size = Math.max(length - 2, 0);
    byte[] path = Native.copy(room, 2, Math.min(size, PATH_ROOM));
    if (path.length > 0 && path[0] == 0) {
      return PyBytes.of(path);
    }
    int end = 0;
    while (end < path.length && path[end] != 0) {
      end++;
    }
    return Utf8.decode(Arrays.copyOf(path, end), "surrogateescape");
  }
}
