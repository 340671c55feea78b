package org.krait.stdlib.socket;

import java.nio.charset.StandardCharsets;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.*;

/** Numbers in the order of the network, and addresses as text and as bytes. */
final class SocketNumbers {
  private SocketNumbers() {}

  private static int half(PyObject value, String function) {
    PyInt number = Arguments.index(value);
    if (number.signum() < 0) {
      throw Errors.overflowError("%s: can't convert negative Python int to C 16-bit unsigned integer", function);
    }
    if (!number.fitsLong() || number.longValue() > 0xffff) {
      throw Errors.overflowError(
          "%s: Python int too large to convert to C 16-bit unsigned integer", function);
    }
    return (int) number.longValue();
  }

  private static int swapped(int value) {
    return (value & 0xff) << 8 | value >> 8;
  }

  @Function(value = "htons(x, /)", textSignature = false)
  static int htons(PyObject value) {
    return swapped(half(value, "htons"));
  }

  @Function(value = "ntohs(x, /)", textSignature = false)
  static int ntohs(PyObject value) {
    return swapped(half(value, "ntohs"));
  }

  private static long word(PyObject value) {
    if (!(value instanceof PyInt number)) {
      throw Errors.typeError("expected int, %s found", value.type().fullName());
    }
    if (number.signum() < 0) {
      throw Errors.overflowError("can't convert negative value to unsigned int");
    }
    if (!number.fitsLong() || number.longValue() > 0xffffffffL) {
      throw Errors.overflowError("int larger than 32 bits");
    }
    return Integer.reverseBytes((int) number.longValue()) & 0xffffffffL;
  }

  @Function(value = "htonl(x, /)", textSignature = false)
  static long htonl(PyObject value) {
    return word(value);
  }

  @Function(value = "ntohl(x, /)", textSignature = false)
  static long ntohl(PyObject value) {
    return word(value);
  }

  /** The old forms too: fewer than four numbers, octal, hexadecimal. */
  @Function(value = "inet_aton(string, /)", textSignature = false)
  static PyObject aton(String text) {
    byte[] bytes = OldAddress.parse(text);
    return bytes == null
        ? SocketModule.fail("illegal IP address string passed to inet_aton")
        : PyBytes.of(bytes);
  }

  @Function(value = "inet_ntoa(packed_ip, /)", textSignature = false)
  static String ntoa(PyObject packed) {
    byte[] bytes = Buffers.bytes(packed);
    if (bytes.length != 4) {
      SocketModule.fail("packed IP wrong length for inet_ntoa");
    }
    return Resolver.text(SocketAddress.INET, bytes);
  }

  @Function(value = "inet_pton(af, ip, /)", parseTuple = true)
  static PyObject pton(int family, String text) {
    byte[] bytes = Resolver.parse(family, text.getBytes(StandardCharsets.UTF_8));
    return bytes == null
        ? SocketModule.fail("illegal IP address string passed to inet_pton")
        : PyBytes.of(bytes);
  }

  @Function(value = "inet_ntop(af, packed_ip, /)", parseTuple = true)
  static String ntop(int family, PyObject packed) {
    byte[] bytes = Buffers.bytes(packed);
    if (family != SocketAddress.INET && family != SocketAddress.INET6) {
      throw Errors.valueError("unknown address family %d", family);
    }
    if (bytes.length != (family == SocketAddress.INET ? 4 : 16)) {
      throw Errors.valueError("invalid length of packed IP address string");
    }
    return Resolver.text(family, bytes);
  }
}
