package org.krait.stdlib.io;

import java.util.Arrays;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** {@code seek} and {@code tell} of {@code TextIOWrapper}. */
final class TextSeeking {
  private static final byte[] NONE = {};

  private TextSeeking() {}

  @Method("seek(self, cookie, whence=0, /)")
  static PyObject seek(PyTextIOWrapper self, PyObject cookie, int whence) {
    self.checkAttached();
    self.checkOpen();
    if (!self.seekable) {
      throw Streams.unsupported("underlying stream is not seekable");
    }
    PyObject target = cookie;
    switch (whence) {
      case 0 -> {}
      case 1 -> {
        checkZero(cookie, "can't do nonzero cur-relative seeks");
        target = Streams.call(self, Streams.TELL);
      }
      case 2 -> {
        checkZero(cookie, "can't do nonzero end-relative seeks");
        return toEnd(self);
      }
      default ->
          throw Errors.valueError("invalid whence (%d, should be 0, 1 or 2)", whence);
    }
    if (Objects.isTrue(
        org.krait.runtime.Comparison.compare(
            target, PyLong.ZERO, org.krait.runtime.Comparison.LT))) {
      throw Errors.valueError("negative seek position %s", Objects.repr(target));
    }
    to(self, Cookie.of(Arguments.index(target)));
    return target;
  }

  private static void checkZero(PyObject cookie, String message) {
    if (!org.krait.runtime.Comparison.same(cookie, PyLong.ZERO)) {
      throw Streams.unsupported(message);
    }
  }

  private static PyObject toEnd(PyTextIOWrapper self) {
    Streams.call(self, Streams.FLUSH);
    if (self.reader != null) {
      self.reader.forget();
      self.reader.decoder.reset();
    }
    PyObject end =
        Attributes.get(self.buffer, Streams.SEEK).call(PyLong.ZERO, PyLong.of(2));
    if (self.writer != null) {
      self.writer.encoder.atStart(
          org.krait.runtime.Comparison.same(end, PyLong.ZERO));
    }
    return end;
  }

  private static void to(PyTextIOWrapper self, Cookie cookie) {
    Streams.call(self, Streams.FLUSH);
    Streams.call(self.buffer, Streams.SEEK, PyLong.of(cookie.position()));
    TextReader reader = self.reader;
    if (reader != null) {
      reader.forget();
      restore(self, reader, cookie);
    }
    if (self.writer != null) {
      self.writer.encoder.atStart(cookie.position() == 0 && cookie.flags() == 0);
    }
  }

  private static void restore(PyTextIOWrapper self, TextReader reader, Cookie cookie) {
    StreamDecoder decoder = reader.decoder;
    PyInt flags = PyLong.of(cookie.flags());
    if (cookie.position() == 0 && cookie.flags() == 0) {
      decoder.reset();
    } else {
      decoder.setState(new StreamDecoder.State(NONE, flags));
    }
    if (cookie.characters() == 0) {
      reader.snapshot = new TextReader.Snapshot(flags, NONE);
      return;
    }
    PyObject data = Streams.call(self.buffer, Streams.READ, PyLong.of(cookie.bytes()));
    if (!(data instanceof PyBytes input)) {
      throw Errors.typeError(
          "underlying read() should have returned a bytes object, not '%s'",
          data.type().fullName());
    }
    reader.snapshot = new TextReader.Snapshot(flags, input.array());
    PyStr text = decoder.decode(input.array(), cookie.needsEnd());
    reader.setChunk(text);
    if (text.length() < cookie.characters()) {
      throw Errors.make(PyExceptions.OSError, "can't restore logical file position");
    }
    reader.used = cookie.characters();
    reader.started = true;
  }

  @Method("tell(self, /)")
  static PyObject tell(PyTextIOWrapper self) {
    self.checkAttached();
    self.checkOpen();
    if (!self.seekable) {
      throw Streams.unsupported("underlying stream is not seekable");
    }
    if (self.reader != null && !self.reader.telling) {
      throw Errors.make(PyExceptions.OSError, "telling position disabled by next() call");
    }
    self.writePending();
    Streams.call(self, Streams.FLUSH);
    PyObject position = Streams.call(self.buffer, Streams.TELL);
    TextReader reader = self.reader;
    if (reader == null || reader.snapshot == null) {
      return position;
    }
    TextReader.Snapshot snapshot = reader.snapshot;
    Cookie start =
        new Cookie(
            Streams.offset(position) - snapshot.input().length,
            (int) snapshot.flags().longValue(), 0, 0, false);
    return reader.used == 0 ? start.toInt() : behind(start, reader).toInt();
  }

  /** The place of the character that the reader has come to, counted from the start of its chunk. */
  private static Cookie behind(Cookie start, TextReader reader) {
    StreamDecoder.State saved = reader.decoder.state();
    try {
      PlaceFinder finder = new PlaceFinder(reader.decoder, reader.snapshot.input());
      return finder.find(start, reader.used, reader.bytesPerCharacter());
    } finally {
      reader.decoder.setState(saved);
    }
  }

  /** Finds, by decoding a chunk again, a place from which so many characters can be reached. */
  private static final class PlaceFinder {
    private final StreamDecoder decoder;
    private final byte[] input;

    PlaceFinder(StreamDecoder decoder, byte[] input) {
      this.decoder = decoder;
      this.input = input;
    }

    Cookie find(Cookie start, int characters, double ratio) {
      setFlags(start.flags());
      if (start.flags() == 0) {
        int bytes = decoder.bytesOf(input, characters);
        if (bytes >= 0) {
          return new Cookie(start.position() + bytes, 0, 0, 0, false);
        }
      }
      int guess = Math.min((int) (ratio * characters), input.length);
      return stepwise(start, guess, characters);
    }

    private void setFlags(int flags) {
      decoder.setState(new StreamDecoder.State(NONE, PyLong.of(flags)));
    }

    /** Jumps close before the place, then goes on byte by byte. */
    private Cookie stepwise(Cookie start, int guess, int characters) {
      int skip = guess;
      int back = 1;
      while (skip > 0) {
        setFlags(start.flags());
        int decoded = decoder.decode(Arrays.copyOf(input, skip), false).length();
        if (decoded <= characters) {
          StreamDecoder.State state = decoder.state();
          if (state.pending().length == 0) {
            int flags = (int) state.flags().longValue();
            Cookie from = new Cookie(start.position() + skip, flags, 0, 0, false);
            return decoded == characters ? from : byByte(from, skip, characters - decoded);
          }
          skip -= state.pending().length;
          back = 1;
        } else {
          skip -= back;
          back *= 2;
        }
      }
      setFlags(start.flags());
      return byByte(start, 0, characters);
    }

    private Cookie byByte(Cookie from, int offset, int characters) {
      Cookie safe = from;
      int wanted = characters;
      int fed = 0;
      int decoded = 0;
      for (int i = offset; i < input.length; i++) {
        fed++;
        decoded += decoder.decode(new byte[] {input[i]}, false).length();
        StreamDecoder.State state = decoder.state();
        if (state.pending().length == 0 && decoded <= wanted) {
          safe =
              new Cookie(
                  safe.position() + fed, (int) state.flags().longValue(), 0, 0, false);
          wanted -= decoded;
          fed = 0;
          decoded = 0;
        }
        if (decoded >= wanted) {
          return new Cookie(safe.position(), safe.flags(), fed, wanted, false);
        }
      }
      decoded += decoder.decode(NONE, true).length();
      if (decoded < wanted) {
        throw Errors.make(
            PyExceptions.OSError, "can't reconstruct logical file position");
      }
      return new Cookie(safe.position(), safe.flags(), fed, wanted, true);
    }
  }
}
