package org.krait.stdlib.binascii;

import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;

/** An argument that is bytes-like; its bytes are not to be changed. */
record BinaryData(byte[] bytes) {
  /** For the argument conversion of the build. */
  public static BinaryData fromArgument(PyObject value, String which) {
    return new BinaryData(Buffers.bytes(value));
  }
}
