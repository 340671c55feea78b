package org.krait.stdlib.binascii;

import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyStr;

/** An argument that is encoded text: ASCII in a str, or bytes-like. */
record AsciiData(byte[] bytes) {
  /** For the argument conversion of the build. */
  public static AsciiData fromArgument(PyObject value, String which) {
    if (value instanceof PyStr text) {
      return new AsciiData(ascii(text));
    }
    if (!Buffers.isBuffer(value)) {
      throw Errors.typeError(
          "argument should be bytes, buffer or ASCII string, not '%s'", value.type().fullName());
    }
    return new AsciiData(Buffers.bytes(value));
  }

  private static byte[] ascii(PyStr text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      int c = text.codePointAt(i);
      if (c >= 0x80) {
        throw Errors.valueError("string argument should contain only ASCII characters");
      }
      bytes[i] = (byte) c;
    }
    return bytes;
  }
}
