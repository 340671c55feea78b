package org.krait.stdlib.io;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** Text to bytes, part by part. */
abstract class StreamEncoder {
  abstract byte[] encode(PyStr text);

  /** Tells that the next text begins the file, or that it does not: some encodings begin with a mark. */
  void atStart(boolean start) {}

  static final class Builtin extends StreamEncoder {
    private final Encoding encoding;
    private final String errors;

    Builtin(Encoding encoding, String errors) {
      this.encoding = encoding;
      this.errors = errors;
    }

    @Override
    byte[] encode(PyStr text) {
      return encoding.encode(text, errors);
    }
  }

  /** An encoder of class {@code codecs.IncrementalEncoder}. */
  static final class Python extends StreamEncoder {
    private final PyObject encoder;

    Python(PyObject encoder) {
      this.encoder = encoder;
    }

    @Override
    byte[] encode(PyStr text) {
      PyObject bytes = Attributes.get(encoder, "encode").call(text);
      if (bytes instanceof PyBytes result) {
        return result.array();
      }
      throw Errors.typeError(
          "encoder should return a bytes object, not '%s'", bytes.type().fullName());
    }

    @Override
    void atStart(boolean start) {
      if (start) {
        Attributes.get(encoder, "reset").call();
      } else {
        Attributes.get(encoder, "setstate").call(PyLong.ZERO);
      }
    }
  }
}
