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
  private final PendingText pending = new PendingText();

  TextWriter(PyTextIOWrapper stream) {
    this.stream = stream;
    this.encoder = stream.codec.encoder();
    if (stream.buffer instanceof PyBuffered below) {
      below.leave(pending);
    }
  }

  void write(PyStr given) {
    PyStr text = stream.newline.translateWriting(given);
    if (!appendAscii(text)) {
      append(encoder.encode(text));
    }
    if (pending.count() >= stream.chunkSize || stream.writeThrough) {
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
    byte[] target = room(length);
    int at = pending.count();
    for (int i = 0; i < length; i++) {
      char c = units.charAt(i);
      if (c >= 0x80) {
        return false;
      }
      target[at + i] = (byte) c;
    }
    pending.added(length);
    return true;
  }

  private void append(byte[] bytes) {
    byte[] target = room(bytes.length);
    System.arraycopy(bytes, 0, target, pending.count(), bytes.length);
    pending.added(bytes.length);
  }

  private byte[] room(int length) {
    if (pending.count() > 0 && pending.count() + length > stream.chunkSize) {
      writePending();
    }
    return pending.room(length, stream.chunkSize);
  }

  /** Sends what was collected to the buffer below. */
  void writePending() {
    if (pending.count() == 0) {
      return;
    }
    int length = pending.clear();
    PyObject buffer = stream.buffer;
    if (buffer instanceof PyBuffered direct && isExact(direct)) {
      BufferedWriting.write(direct, pending.array(), 0, length);
    } else {
      Streams.call(buffer, Streams.WRITE, PyBytes.of(Arrays.copyOf(pending.array(), length)));
    }
    pending.shrink(Streams.DEFAULT_BUFFER_SIZE);
  }

  private static boolean isExact(PyBuffered buffer) {
    return buffer.type() == PyBufferedWriter.TYPE || buffer.type() == PyBufferedRandom.TYPE;
  }
}
