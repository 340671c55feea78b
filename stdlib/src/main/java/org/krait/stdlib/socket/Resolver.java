package org.krait.stdlib.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.OsErrors;

/** Names and addresses of hosts, by the C library's resolver. */
final class Resolver {
  private static final int SYSTEM = -11;
  private static final int PASSIVE = 1;
  private static final int TEXT_ROOM = 64;
  private static final int HOST_ROOM = 1025;

  private static final CFunction GETADDRINFO = new CFunction("getaddrinfo");
  private static final CFunction FREEADDRINFO = new CFunction("freeaddrinfo");
  private static final CFunction GAI_STRERROR = CFunction.wide("gai_strerror");
  private static final CFunction GETNAMEINFO = new CFunction("getnameinfo");
  private static final CFunction PTON = new CFunction("inet_pton");
  private static final CFunction NTOP = CFunction.wide("inet_ntop");

  private Resolver() {}

  /** One answer of {@code getaddrinfo}. */
  record Answer(int family, int type, int protocol, String canonicalName, MemorySegment address, int length) {}

  /** The error of a resolver's number. */
  static PyException error(int number) {
    if (number == SYSTEM) {
      return OsErrors.make(Libc.errno());
    }
    String words = new String(Native.stringAt(GAI_STRERROR.call(number)), StandardCharsets.UTF_8);
    return Errors.of(SocketModule.GAI_ERROR, PyLong.of(number), PyStr.of(words));
  }

  /** {@code getaddrinfo}; host and port may be null. */
  static List<Answer> look(byte[] host, byte[] port, int family, int type, int protocol, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment hints = arena.allocate(48, 8);
      hints.set(Native.INT, 0, flags);
      hints.set(Native.INT, 4, family);
      hints.set(Native.INT, 8, type);
      hints.set(Native.INT, 12, protocol);
      MemorySegment result = arena.allocate(8, 8);
      int error =
          GETADDRINFO.callInt(
              host == null ? 0 : Native.string(arena, host).address(),
              port == null ? 0 : Native.string(arena, port).address(),
              hints.address(),
              result.address());
      if (error != 0) {
        throw error(error);
      }
      long first = result.get(Native.LONG, 0);
      List<Answer> answers = new ArrayList<>();
      for (long at = first; at != 0; ) {
        MemorySegment info = Native.at(at, 48);
        int length = info.get(Native.INT, 16);
        byte[] name = Native.stringAt(info.get(Native.LONG, 32));
        MemorySegment copy = Arena.ofAuto().allocate(SocketAddress.ROOM, 8);
        copy.copyFrom(Native.at(info.get(Native.LONG, 24), length));
        answers.add(
            new Answer(
                info.get(Native.INT, 4),
                info.get(Native.INT, 8),
                info.get(Native.INT, 12),
                name == null ? "" : new String(name, StandardCharsets.UTF_8),
                copy,
                length));
        at = info.get(Native.LONG, 40);
      }
      FREEADDRINFO.call(first);
      return answers;
    }
  }

  /** A name of a host as bytes: text that is not ASCII in IDNA. */
  static byte[] hostName(PyObject host) {
    byte[] name;
    if (host instanceof PyStr text) {
      String plain = text.toString();
      name =
          plain.chars().allMatch(c -> c < 128)
              ? plain.getBytes(StandardCharsets.US_ASCII)
              : ((PyBytes) Attributes.get(text, "encode").call(PyStr.of("idna"))).array();
    } else if (host instanceof PyBytes bytes) {
      name = bytes.array();
    } else if (host instanceof PyByteArray bytes) {
      name = bytes.copy();
    } else {
      throw Errors.typeError("str, bytes or bytearray expected, not %s", host.type().fullName());
    }
    for (byte b : name) {
      if (b == 0) {
        throw Errors.typeError("host name must not contain null character");
      }
    }
    return name;
  }

  /** The bytes of a host's address: 4, or 16 and perhaps the number of its interface. */
  static byte[] addressOf(PyObject host, int family) {
    byte[] name = hostName(host);
    if (name.length == 0) {
      return bytesOf(look(null, "0".getBytes(StandardCharsets.US_ASCII), family, 2, 0, PASSIVE), true);
    }
    String text = new String(name, StandardCharsets.ISO_8859_1);
    if (family == SocketAddress.INET && (text.equals("<broadcast>") || text.equals("255.255.255.255"))) {
      return new byte[] {-1, -1, -1, -1};
    }
    byte[] numeric = text.indexOf('%') >= 0 ? null : parse(family, name);
    return numeric != null ? numeric : bytesOf(look(name, null, family, 0, 0, 0), false);
  }

  private static byte[] bytesOf(List<Answer> answers, boolean wildcard) {
    if (wildcard && answers.size() != 1) {
      throw Errors.of(PyExceptions.OSError, PyStr.of("wildcard resolved to multiple address"));
    }
    Answer first = answers.getFirst();
    return first.family == SocketAddress.INET
        ? Native.copy(first.address, 4, 4)
        : Native.copy(first.address, 8, 20);
  }

  /** The bytes of an address in digits, or null. */
  static byte[] parse(int family, byte[] text) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(16, 8);
      int good = PTON.callInt(family, Native.string(arena, text).address(), room.address());
      if (good < 0) {
        throw OsErrors.make(Libc.errno());
      }
      return good == 0 ? null : Native.copy(room, 0, family == SocketAddress.INET ? 4 : 16);
    }
  }

  /** An address in digits. */
  static String text(int family, byte[] address) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(TEXT_ROOM);
      MemorySegment bytes = Native.bytes(arena, address, 0, address.length);
      if (NTOP.call(family, bytes.address(), room.address(), TEXT_ROOM) == 0) {
        throw OsErrors.make(Libc.errno());
      }
      return new String(Native.stringAt(room.address()), StandardCharsets.US_ASCII);
    }
  }

  /** Host and service of an address. */
  static String[] names(MemorySegment address, int length, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment host = arena.allocate(HOST_ROOM);
      MemorySegment service = arena.allocate(32);
      int error =
          GETNAMEINFO.callInt(
              address.address(), length, host.address(), HOST_ROOM, service.address(), 32, flags);
      if (error != 0) {
        throw error(error);
      }
      return new String[] {
        new String(Native.stringAt(host.address()), StandardCharsets.UTF_8),
        new String(Native.stringAt(service.address()), StandardCharsets.UTF_8)
      };
    }
  }

  /** A name that C gave, as text. */
  static PyStr decoded(byte[] name) {
    return Utf8.decode(name, "surrogateescape");
  }
}
