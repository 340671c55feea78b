package org.krait.stdlib.io;

import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;

/** The methods of {@code BufferedWriter} and {@code BufferedRandom} that write. */
final class BufferedWriting {
  private BufferedWriting() {}

  @Method("writable(self, /)")
  static PyObject writable(PyBuffered self) {
    return Streams.call(self.raw(), Streams.WRITABLE);
  }

  @Method("write(self, buffer, /)")
  static PyObject write(PyBuffered self, PyObject data) {
    byte[] bytes = Buffers.bytes(data);
    return PyLong.of(write(self, bytes, 0, bytes.length));
  }

  static int write(PyBuffered self, byte[] bytes, int from, int length) {
    self.checkInitialized();
    self.enter();
    try {
      self.checkWritable();
      return self.write(bytes, from, length);
    } finally {
      self.leave();
    }
  }

  @Method("flush(self, /)")
  static PyObject flush(PyBuffered self) {
    self.checkInitialized();
    self.checkOpen("flush of closed file");
    self.enter();
    try {
      self.rewind();
    } finally {
      self.leave();
    }
    return PyNone.NONE;
  }
}
