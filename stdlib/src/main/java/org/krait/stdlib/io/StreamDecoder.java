package org.krait.stdlib.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.SingleByte;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Bytes to text, part by part. */
abstract class StreamDecoder {
  private static final byte[] NONE = {};

  /**
   * What a decoder remembers between parts.
   *
   * @param pending bytes of an incomplete character
   * @param flags whatever else, as a number
   */
  record State(byte[] pending, PyInt flags) {}

  abstract PyStr decode(byte[] part, boolean last);

  abstract State state();

  abstract void setState(State state);

  abstract void reset();

  /** How many bytes at the start of a part, decoded from a fresh state, make these characters; -1: do not know. */
  int bytesOf(byte[] part, int characters) {
    return -1;
  }

  /** The decoders for the encodings of most files. */
  static final class Builtin extends StreamDecoder {
    private final Encoding encoding;
    private final String errors;
    private byte[] pending = NONE;

    Builtin(Encoding encoding, String errors) {
      this.encoding = encoding;
      this.errors = errors;
    }

    @Override
    PyStr decode(byte[] part, boolean last) {
      if (encoding == Encoding.LATIN1) {
        return PyStr.ofUnits(new String(part, StandardCharsets.ISO_8859_1));
      }
      if (pending.length == 0 && encoding == Encoding.UTF8) {
        PyStr text = Utf8.decodeValid(part);
        if (text != null) {
          return text;
        }
      }
      if (encoding == Encoding.ASCII) {
        return SingleByte.decodeAscii(part, errors);
      }
      byte[] input = part;
      if (pending.length > 0) {
        input = Arrays.copyOf(pending, pending.length + part.length);
        System.arraycopy(part, 0, input, pending.length, part.length);
      }
      Utf8.Decoder run = new Utf8.Decoder(input, errors, last);
      PyStr text = run.decode();
      int used = run.consumed();
      pending = used >= input.length ? NONE : Arrays.copyOfRange(input, used, input.length);
      return text;
    }

    @Override
    State state() {
      return new State(pending, PyLong.ZERO);
    }

    @Override
    void setState(State state) {
      pending = state.pending;
    }

    @Override
    void reset() {
      pending = NONE;
    }

    @Override
    int bytesOf(byte[] part, int characters) {
      if (!errors.equals("strict")) {
        return -1;
      }
      if (encoding != Encoding.UTF8) {
        return characters;
      }
      int at = 0;
      for (int i = 0; i < characters; i++) {
        int length = at < part.length ? sequenceLength(part[at]) : 0;
        if (length == 0) {
          return -1;
        }
        at += length;
      }
      return at;
    }

    private static int sequenceLength(byte first) {
      int b = first & 0xff;
      return b < 0x80 ? 1 : b < 0xc2 ? 0 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : b < 0xf5 ? 4 : 0;
    }
  }

  /** A decoder of class {@code codecs.IncrementalDecoder}. */
  static final class Python extends StreamDecoder {
    private final PyObject decoder;

    Python(PyObject decoder) {
      this.decoder = decoder;
    }

    @Override
    PyStr decode(byte[] part, boolean last) {
      PyObject text =
          Attributes.get(decoder, "decode").call(PyBytes.of(part), PyBool.of(last));
      if (text instanceof PyStr result) {
        return result;
      }
      throw Errors.typeError(
          "decoder should return a string result, not '%s'", text.type().fullName());
    }

    @Override
    State state() {
      PyObject state = Attributes.get(decoder, "getstate").call();
      if (state instanceof PyTuple pair
          && pair.size() == 2
          && pair.get(1) instanceof PyInt flags) {
        if (pair.get(0) instanceof PyBytes pending) {
          return new State(pending.array(), flags);
        }
        throw Errors.typeError(
            "illegal decoder state: the first item should be a bytes object, not '%s'",
            pair.get(0).type().fullName());
      }
      throw Errors.typeError("illegal decoder state");
    }

    @Override
    void setState(State state) {
      Attributes.get(decoder, "setstate")
          .call(PyTuple.of(PyBytes.of(state.pending), state.flags));
    }

    @Override
    void reset() {
      Attributes.get(decoder, "reset").call();
    }
  }

  /** Another decoder, and universal newlines behind it. */
  static final class Universal extends StreamDecoder {
    private final StreamDecoder inner;
    final NewlineTranslation newlines;

    Universal(StreamDecoder inner, boolean translate) {
      this.inner = inner;
      this.newlines = new NewlineTranslation(translate);
    }

    @Override
    PyStr decode(byte[] part, boolean last) {
      return newlines.next(inner.decode(part, last), last);
    }

    @Override
    State state() {
      State state = inner.state();
      return new State(
          state.pending, NewlineFlags.with(state.flags, newlines.isPending()));
    }

    @Override
    void setState(State state) {
      newlines.setPending(NewlineFlags.isPending(state.flags));
      inner.setState(new State(state.pending, NewlineFlags.without(state.flags)));
    }

    @Override
    void reset() {
      newlines.reset();
      inner.reset();
    }

    @Override
    int bytesOf(byte[] part, int characters) {
      for (byte b : part) {
        if (b == '\r') {
          return -1;
        }
      }
      return newlines.isPending() ? -1 : inner.bytesOf(part, characters);
    }
  }
}
