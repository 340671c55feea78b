package org.krait.stdlib.io;

import java.util.Arrays;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyStr;

/** The writing half of a text stream: encodes, and collects bytes for the buffer below. */
final class TextWriter {
  private static final int SHORT = 256;

  /** So many bytes has a character up to U+FFFF. */
  private static final int MOST_BYTES = 3;

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
    if (!appendShort(text)) {
      append(encoder.encode(text));
    }
    if (pending.count() >= stream.chunkSize || stream.writeThrough) {
      writePending();
    }
  }

  /** Encodes short text that needs no error handler without an array of its own; false if it is none. */
  private boolean appendShort(PyStr text) {
    String units = text.units();
    Encoding encoding = stream.codec.builtin;
    if (encoding == null || units == null || units.length() > SHORT) {
      return false;
    }
    int length = units.length();
    byte[] target = pending.room(length * MOST_BYTES, stream.chunkSize);
    int from = pending.count();
    int at = from;
    for (int i = 0; i < length; i++) {
      char c = units.charAt(i);
      if (c < 0x80) {
        target[at++] = (byte) c;
      } else if (encoding == Encoding.UTF8) {
        if (Character.isSurrogate(c)) {
          return false;
        }
        at = appendUtf8(target, at, c);
      } else if (encoding == Encoding.LATIN1 && c < 0x100) {
        target[at++] = (byte) c;
      } else {
        return false;
      }
    }
    if (from > 0 && at > stream.chunkSize) {
      return false;
    }
    pending.added(at - from);
    return true;
  }

  private static int appendUtf8(byte[] target, int from, char c) {
    int at = from;
    if (c < 0x800) {
      target[at++] = (byte) (0xc0 | c >> 6);
    } else {
      target[at++] = (byte) (0xe0 | c >> 12);
      target[at++] = (byte) (0x80 | c >> 6 & 0x3f);
    }
    target[at++] = (byte) (0x80 | c & 0x3f);
    return at;
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
