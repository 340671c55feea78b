package org.krait.stdlib.io;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.text.PyStrBuilder;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyInt;

/** The reading half of a text stream: decodes chunks, and hands out lines and pieces of them. */
final class TextReader {
  /**
   * Where the chunk came from, for {@code tell}.
   *
   * @param flags of the decoder before the chunk
   * @param input the bytes that were pending then, and the chunk
   */
  record Snapshot(PyInt flags, byte[] input) {}

  private final PyTextIOWrapper stream;
  private final boolean hasRead1;
  StreamDecoder decoder;

  /** The characters of the last chunk; those before {@link #used} were handed out. */
  PyStr chunk = PyStr.EMPTY;

  int used;
  Snapshot snapshot;

  /** Whether snapshots are taken: not while the program iterates over the lines. */
  boolean telling;

  /** Whether something was read since the start or the last seek. */
  boolean started;

  private double bytesPerCharacter;

  TextReader(PyTextIOWrapper stream) {
    this.stream = stream;
    this.decoder = stream.codec.decoder(stream.newline);
    this.hasRead1 = Attributes.getOrNull(stream.buffer, Streams.READ1) != null;
  }

  void setChunk(PyStr text) {
    chunk = text;
    used = 0;
  }

  /** Forgets everything read ahead. */
  void forget() {
    setChunk(PyStr.EMPTY);
    snapshot = null;
    started = false;
  }

  int available() {
    return chunk.length() - used;
  }

  double bytesPerCharacter() {
    return bytesPerCharacter;
  }

  void forgetRatio() {
    bytesPerCharacter = 0;
  }

  private PyStr take(int end) {
    PyStr text = chunk.substring(used, end);
    used = end;
    return text;
  }

  /** Reads and decodes a chunk; false at the end of the file. */
  boolean readChunk(long charactersWanted) {
    StreamDecoder.State before = telling ? decoder.state() : null;
    long size = stream.chunkSize;
    if (charactersWanted > 0) {
      size = Math.max(size, (long) (Math.max(bytesPerCharacter, 1.0) * charactersWanted));
    }
    byte[] input = readBytes(size);
    started = true;
    boolean last = input.length == 0;
    setChunk(PyStr.EMPTY);
    setChunk(decoder.decode(input, last));
    int characters = chunk.length();
    if (characters > 0) {
      bytesPerCharacter = (double) input.length / characters;
      last = false;
    } else {
      bytesPerCharacter = 0;
    }
    if (before != null) {
      snapshot = new Snapshot(before.flags(), join(before.pending(), input));
    }
    return !last;
  }

  private static byte[] join(byte[] a, byte[] b) {
    if (a.length == 0) {
      return b;
    }
    byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private byte[] readBytes(long size) {
    PyObject buffer = stream.buffer;
    if (buffer instanceof PyBuffered direct
        && (direct.type() == PyBufferedReader.TYPE || direct.type() == PyBufferedRandom.TYPE)) {
      return BufferedReading.read1Bytes(direct, size);
    }
    PyStr method = hasRead1 ? Streams.READ1 : Streams.READ;
    PyObject data = Streams.call(buffer, method, PyLong.of(size));
    if (!Buffers.isBuffer(data)) {
      throw Errors.typeError(
          "underlying %s() should have returned a bytes-like object, not '%s'",
          method, data.type().fullName());
    }
    return Buffers.bytes(data);
  }

  /** Everything up to the end of the file. */
  PyStr readAll() {
    PyStr ahead = take(chunk.length());
    PyStr rest = decoder.decode(readAllBytes(), true);
    setChunk(PyStr.EMPTY);
    snapshot = null;
    started = false;
    return ahead.length() == 0 ? rest : rest.length() == 0 ? ahead : ahead.concat(rest);
  }

  private byte[] readAllBytes() {
    PyObject buffer = stream.buffer;
    if (buffer instanceof PyBuffered direct
        && (direct.type() == PyBufferedReader.TYPE || direct.type() == PyBufferedRandom.TYPE)) {
      byte[] bytes = BufferedReading.readBytes(direct, -1);
      if (bytes != null) {
        return bytes;
      }
    }
    PyObject data = Streams.call(buffer, Streams.READ);
    if (data instanceof PyBytes bytes) {
      return bytes.array();
    }
    if (stream.codec.builtin == null && Buffers.isBuffer(data)) {
      return Buffers.bytes(data);
    }
    throw Errors.typeError(
        "decoder input should be bytes, not '%s'", data.type().fullName());
  }

  PyStr read(long count) {
    if (available() >= count) {
      return take(used + (int) count);
    }
    PyStrBuilder text = new PyStrBuilder();
    long remaining = count - available();
    text.append(take(chunk.length()));
    while (remaining > 0 && readChunk(remaining)) {
      int part = (int) Math.min(remaining, available());
      text.append(take(used + part));
      remaining -= part;
    }
    return text.toPyStr();
  }

  /** A line with its end, or as much of it as {@code limit} allows (negative: all). */
  PyStr readLine(long limit) {
    if (used < chunk.length()) {
      int end = stream.newline.lineEnd(chunk, used);
      if (end >= 0 && (limit < 0 || end - used <= limit)) {
        return take(end);
      }
      if (limit >= 0 && available() >= limit) {
        return take(used + (int) limit);
      }
    }
    return longLine(limit);
  }

  /** A line of which the chunk has only the start. */
  private PyStr longLine(long limit) {
    PyStrBuilder line = null;
    boolean half = false;
    while (true) {
      while (available() == 0) {
        if (!readChunk(0)) {
          forget();
          return line == null ? PyStr.EMPTY : line.toPyStr();
        }
      }
      if (half && chunk.codePointAt(used) == '\n') {
        line.append(take(used + 1));
        return line.toPyStr();
      }
      int end = stream.newline.lineEnd(chunk, used);
      boolean found = end >= 0;
      int stop = found ? end : chunk.length();
      int have = line == null ? 0 : line.length();
      if (limit >= 0 && have + (stop - used) >= limit) {
        stop = used + (int) (limit - have);
        found = true;
      }
      half = !found && stream.newline.mayContinue(chunk);
      PyStr part = take(stop);
      if (found) {
        return line == null ? part : line.append(part).toPyStr();
      }
      line = line == null ? new PyStrBuilder(part.length() * 2) : line;
      line.append(part);
    }
  }
}
