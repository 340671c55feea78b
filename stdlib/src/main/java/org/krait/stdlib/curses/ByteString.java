package org.krait.stdlib.curses;

import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyStr;

/** A bytes-like argument without null bytes (the format {@code y} of C). */
record ByteString(byte[] bytes) {
  static ByteString fromArgument(PyObject value, String which) {
    if (value instanceof PyStr || !Buffers.isBuffer(value)) {
      throw Errors.typeError("a bytes-like object is required, not '%s'", value.type().fullName());
    }
    byte[] bytes = Buffers.copy(value);
    for (byte one : bytes) {
      if (one == 0) {
        throw Errors.valueError("embedded null byte");
      }
    }
    return new ByteString(bytes);
  }
}
