package org.krait.stdlib.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.Doors;
import org.krait.stdlib.os.OsErrors;

/** Names of hosts, services, protocols and interfaces. */
final class SocketNames {
  private static final int HOST_ROOM = 256;
  private static final int NUMERIC_HOST = 4;

  private static final CFunction GETHOSTNAME = new CFunction("gethostname");
  private static final CFunction SETHOSTNAME = new CFunction("sethostname");
  private static final CFunction GETSERVBYNAME = CFunction.wide("getservbyname");
  private static final CFunction GETSERVBYPORT = CFunction.wide("getservbyport");
  private static final CFunction GETPROTOBYNAME = CFunction.wide("getprotobyname");
  private static final CFunction GETHOSTBYADDR = CFunction.wide("gethostbyaddr");
  private static final CFunction HERROR = CFunction.wide("hstrerror");
  private static final CFunction H_ERRNO = CFunction.wide("__h_errno_location");
  private static final CFunction GETHOSTBYNAME = CFunction.wide("gethostbyname");
  private static final CFunction NAMEINDEX = CFunction.wide("if_nameindex");
  private static final CFunction FREENAMEINDEX = new CFunction("if_freenameindex");
  private static final CFunction NAMETOINDEX = new CFunction("if_nametoindex");
  private static final CFunction INDEXTONAME = CFunction.wide("if_indextoname");

  /** The C library answers some questions in memory of its own. */
  private static final Object DATABASE = new Object();

  private SocketNames() {}

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Function(value = "getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)", textSignature = false)
  static PyObject getaddrinfo(
      PyObject host, PyObject port, int family, int type, int protocol, int flags) {
    byte[] name;
    if (host == PyNone.NONE) {
      name = null;
    } else if (host instanceof PyStr || host instanceof PyBytes) {
      name = host instanceof PyBytes bytes ? bytes.array() : idna((PyStr) host);
    } else {
      throw Errors.typeError("getaddrinfo() argument 1 must be string or None");
    }
    byte[] service = service(port);
    Doors.audit(
        "socket.getaddrinfo", host, port, PyLong.of(family), PyLong.of(type), PyLong.of(protocol));
    PyList list = new PyList();
    for (Resolver.Answer one : Resolver.look(name, service, family, type, protocol, flags)) {
      list.append(
          PyTuple.of(
              PyLong.of(one.family()), PyLong.of(one.type()), PyLong.of(one.protocol()),
              PyStr.of(one.canonicalName()), SocketAddress.of(one.address(), one.length())));
    }
    return list;
  }

  private static byte[] idna(PyStr host) {
    return ((PyBytes) org.krait.runtime.Attributes.get(host, "encode").call(PyStr.of("idna"))).array();
  }

  private static byte[] service(PyObject port) {
    if (port == PyNone.NONE) {
      return null;
    }
    if (port instanceof PyInt number) {
      return utf8(number.bigValue().toString());
    }
    if (port instanceof PyStr text) {
      return Utf8.encode(text, null);
    }
    if (port instanceof PyBytes bytes) {
      return bytes.array();
    }
    SocketModule.fail("Int or String expected");
    return null;
  }

  @Function(value = "getnameinfo(sockaddr, flags, /)", parseTuple = true)
  static PyObject getnameinfo(PyObject address, int flags) {
    if (!(address instanceof PyTuple parts)) {
      throw Errors.typeError("getnameinfo() argument 1 must be a tuple");
    }
    if (parts.size() < 2 || parts.size() > 4) {
      throw Errors.typeError("getnameinfo(): illegal sockaddr argument");
    }
    String host = Arguments.instance(parts.get(0), PyStr.class, "getnameinfo() argument 1", "str").toString();
    int port = Arguments.toInt(parts.get(1));
    long flow = parts.size() > 2 ? Arguments.toLong(parts.get(2)) : 0;
    long scope = parts.size() > 3 ? Arguments.toLong(parts.get(3)) : 0;
    if (flow < 0 || flow > 0xfffff) {
      throw Errors.overflowError("getnameinfo(): flowinfo must be 0-1048575.");
    }
    Doors.audit("socket.getnameinfo", address);
    var answers = Resolver.look(utf8(host), utf8(Integer.toString(port)), 0, 2, 0, NUMERIC_HOST);
    if (answers.size() > 1) {
      SocketModule.fail("sockaddr resolved to multiple addresses");
    }
    Resolver.Answer one = answers.getFirst();
    if (one.family() == SocketAddress.INET && parts.size() != 2) {
      SocketModule.fail("IPv4 sockaddr must be 2 tuple");
    }
    if (one.family() == SocketAddress.INET6) {
      one.address().set(Native.INT, 4, Integer.reverseBytes((int) flow));
      one.address().set(Native.INT, 24, (int) scope);
    }
    String[] names = Resolver.names(one.address(), one.length(), flags);
    return PyTuple.of(PyStr.of(names[0]), PyStr.of(names[1]));
  }

  @Function(value = "gethostname()", textSignature = false)
  static PyObject gethostname() {
    Doors.audit("socket.gethostname");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(HOST_ROOM);
      GETHOSTNAME.require(room.address(), HOST_ROOM - 1);
      return Resolver.decoded(Native.stringAt(room.address()));
    }
  }

  @Function(value = "sethostname(name, /)", textSignature = false)
  static void sethostname(PyObject name) {
    byte[] bytes =
        name instanceof PyBytes b
            ? b.array()
            : Utf8.encode((PyStr) Objects.fsPath(name), "surrogateescape");
    Doors.audit("socket.sethostname", name);
    try (Arena arena = Arena.ofConfined()) {
      SETHOSTNAME.require(Native.bytes(arena, bytes, 0, bytes.length).address(), bytes.length);
    }
  }

  @Function(value = "gethostbyname(host, /)", textSignature = false)
  static PyObject gethostbyname(PyObject host) {
    Doors.audit("socket.gethostbyname", host);
    return PyStr.of(Resolver.text(SocketAddress.INET, Resolver.addressOf(host, SocketAddress.INET)));
  }

  @Function(value = "gethostbyname_ex(host, /)", textSignature = false)
  static PyObject gethostbynameEx(PyObject host) {
    byte[] name = Resolver.hostName(host);
    Doors.audit("socket.gethostbyname", host);
    Resolver.addressOf(host, SocketAddress.INET);
    synchronized (DATABASE) {
      try (Arena arena = Arena.ofConfined()) {
        return entry(GETHOSTBYNAME.call(Native.string(arena, name).address()));
      }
    }
  }

  @Function(value = "gethostbyaddr(host, /)", textSignature = false)
  static PyObject gethostbyaddr(PyObject host) {
    byte[] name = Resolver.hostName(host);
    Doors.audit("socket.gethostbyaddr", host);
    Resolver.Answer answer = Resolver.look(name.length == 0 ? null : name, name.length == 0 ? utf8("0") : null, 0, 0, 0, 0).getFirst();
    boolean old = answer.family() == SocketAddress.INET;
    synchronized (DATABASE) {
      return entry(
          GETHOSTBYADDR.call(
              answer.address().address() + (old ? 4 : 8), old ? 4 : 16, answer.family()));
    }
  }

  /** A {@code hostent}: name, other names, addresses. */
  private static PyObject entry(long address) {
    if (address == 0) {
      int error = Native.at(H_ERRNO.call(), 4).get(Native.INT, 0);
      throw Errors.of(
          SocketModule.HOST_ERROR,
          PyLong.of(error),
          Resolver.decoded(Native.stringAt(HERROR.call(error))));
    }
    MemorySegment m = Native.at(address, 32);
    int family = m.get(Native.INT, 16);
    int length = m.get(Native.INT, 20);
    PyList aliases = new PyList();
    for (long at = m.get(Native.LONG, 8); next(at) != 0; at += 8) {
      aliases.append(Resolver.decoded(Native.stringAt(next(at))));
    }
    PyList addresses = new PyList();
    for (long at = m.get(Native.LONG, 24); next(at) != 0; at += 8) {
      addresses.append(PyStr.of(Resolver.text(family, Native.copy(Native.at(next(at), length), 0, length))));
    }
    return PyTuple.of(Resolver.decoded(Native.stringAt(m.get(Native.LONG, 0))), aliases, addresses);
  }

  private static long next(long pointer) {
    return pointer == 0 ? 0 : Native.at(pointer, 8).get(Native.LONG, 0);
  }

  @Function(value = "getservbyname(servicename, protocolname=NULL, /)", parseTuple = true)
  static PyObject getservbyname(String name, String protocol) {
    Doors.audit(
        "socket.getservbyname",
        PyStr.of(name),
        protocol == null ? PyNone.NONE : PyStr.of(protocol));
    synchronized (DATABASE) {
      try (Arena arena = Arena.ofConfined()) {
        long found =
            GETSERVBYNAME.call(
                Native.string(arena, name).address(),
                protocol == null ? 0 : Native.string(arena, protocol).address());
        if (found == 0) {
          return SocketModule.fail("service/proto not found");
        }
        return PyLong.of(Short.reverseBytes(Native.at(found, 32).get(Native.SHORT, 16)) & 0xffff);
      }
    }
  }

  @Function(value = "getservbyport(port, protocolname=NULL, /)", parseTuple = true)
  static PyObject getservbyport(int port, String protocol) {
    if (port < 0 || port > 0xffff) {
      throw Errors.overflowError("getservbyport: port must be 0-65535.");
    }
    Doors.audit(
        "socket.getservbyport",
        PyLong.of(port),
        protocol == null ? PyNone.NONE : PyStr.of(protocol));
    synchronized (DATABASE) {
      try (Arena arena = Arena.ofConfined()) {
        long found =
            GETSERVBYPORT.call(
                Short.reverseBytes((short) port) & 0xffff,
                protocol == null ? 0 : Native.string(arena, protocol).address());
        if (found == 0) {
          return SocketModule.fail("port/proto not found");
        }
        return Resolver.decoded(Native.stringAt(Native.at(found, 32).get(Native.LONG, 0)));
      }
    }
  }

  @Function(value = "getprotobyname(name, /)", textSignature = false)
  static PyObject getprotobyname(String name) {
    synchronized (DATABASE) {
      try (Arena arena = Arena.ofConfined()) {
        long found = GETPROTOBYNAME.call(Native.string(arena, name).address());
        if (found == 0) {
          return SocketModule.fail("protocol not found");
        }
        return PyLong.of(Native.at(found, 24).get(Native.INT, 16));
      }
    }
  }

  @Function(value = "if_nameindex()", textSignature = false)
  static PyObject nameIndex() {
    long all = NAMEINDEX.call();
    if (all == 0) {
      throw OsErrors.make(Libc.errno());
    }
    PyList list = new PyList();
    for (long at = all; ; at += 16) {
      MemorySegment one = Native.at(at, 16);
      if (one.get(Native.INT, 0) == 0) {
        break;
      }
      list.append(
          PyTuple.of(
              PyLong.of(one.get(Native.INT, 0)),
              Resolver.decoded(Native.stringAt(one.get(Native.LONG, 8)))));
    }
    FREENAMEINDEX.call(all);
    return list;
  }

  @Function(value = "if_nametoindex(if_name, /)", textSignature = false)
  static PyObject nameToIndex(PyObject name) {
    byte[] bytes = Utf8.encode((PyStr) Objects.fsPath(name), "surrogateescape");
    try (Arena arena = Arena.ofConfined()) {
      int index = NAMETOINDEX.callInt(Native.string(arena, bytes).address());
      return index == 0 ? SocketModule.fail("no interface with this name") : PyLong.of(index);
    }
  }

  @Function(value = "if_indextoname(if_index, /)", textSignature = false)
  static PyObject indexToName(PyObject index) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(16);
      long number = Arguments.index(index).bigValue().longValue() & 0xffffffffL;
      if (INDEXTONAME.call(number, room.address()) == 0) {
        throw OsErrors.make(Libc.errno());
      }
      return Resolver.decoded(Native.stringAt(room.address()));
    }
  }
}
