package org.krait.stdlib.io;

import java.util.Arrays;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyStr;

/** The writing half of a text stream: encodes, and collects bytes for the buffer below. */
final class TextWriter {
  private static final int SHORT = 256;

  private final PyTextIOWrapper stream;
  StreamEncoder encoder;
  private byte[] pending = new byte[512];
  private int count;

  TextWriter(PyTextIOWrapper stream) {
    this.stream = stream;
    this.encoder = stream.codec.encoder();
  }

  void write(PyStr given) {
    PyStr text = stream.newline.translateWriting(given);
    if (!appendAscii(text)) {
      append(encoder.encode(text));
    }
    if (count >= stream.chunkSize || stream.writeThrough) {
      writePending();
    }
  }

  /** Short ASCII text is the same in all builtin encodings: copied without an array of its own. */
  private boolean appendAscii(PyStr text) {
    String units = text.units();
    if (stream.codec.builtin == null || units == null || units.length() > SHORT) {
      return false;
    }
    int length = units.length();
    makeRoom(length);
    byte[] target = pending;
    int at = count;
    for (int i = 0; i < length; i++) {
      char c = units.charAt(i);
      if (c >= 0x80) {
        return false;
      }
      target[at + i] = (byte) c;
    }
    count = at + length;
    return true;
  }

  private void append(byte[] bytes) {
    makeRoom(bytes.length);
    System.arraycopy(bytes, 0, pending, count, bytes.length);
    count += bytes.length;
  }

  private void makeRoom(int length) {
    if (count > 0 && count + length > stream.chunkSize) {
      writePending();
    }
    if (count + length > pending.length) {
      pending = Arrays.copyOf(pending, Math.max(count + length, Math.min(pending.length * 4, stream.chunkSize)));
    }
  }

  /** Sends what was collected to the buffer below. */
  void writePending() {
    if (count == 0) {
      return;
    }
    int length = count;
    count = 0;
    PyObject buffer = stream.buffer;
    if (buffer instanceof PyBuffered direct && isExact(direct)) {
      BufferedWriting.write(direct, pending, 0, length);
    } else {
      Streams.call(buffer, Streams.WRITE, PyBytes.of(Arrays.copyOf(pending, length)));
    }
    if (pending.length > Streams.DEFAULT_BUFFER_SIZE * 2) {
      pending = new byte[Streams.DEFAULT_BUFFER_SIZE];
    }
  }

  private static boolean isExact(PyBuffered buffer) {
    return buffer.type() == PyBufferedWriter.TYPE || buffer.type() == PyBufferedRandom.TYPE;
  }
}
