package org.krait.runtime.codecs;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.text.PyStrBuilder;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyUnicodeDecodeError;

/** One run of a decoder over some bytes. */
public abstract class TextDecoder {
  private static final int REPLACEMENT = 0xfffd;

  /** The bytes; an error handler may put others in their place. */
  protected byte[] in;

  protected int end;

  /** The place of the next byte; at the end of the run, how many were used. */
  protected int at;

  protected final PyStrBuilder out;

  /** Whether no more bytes follow, so that an incomplete sequence is an error. */
  protected final boolean last;

  /** The name that errors give. */
  protected String encoding;

  private final String errors;
  private PyObject handler;
  private PyUnicodeDecodeError exception;

  /**
   * A run.
   *
   * @param errors the name of the error handler; null for {@code strict}
   */
  protected TextDecoder(String encoding, byte[] in, String errors, boolean last) {
    this.encoding = encoding;
    this.in = in;
    this.end = in.length;
    this.errors = errors == null ? "strict" : errors;
    this.last = last;
    this.out = new PyStrBuilder(in.length);
  }

  /** Decodes from {@link #at} to {@link #end}, or to the start of an incomplete sequence. */
  protected abstract void run();

  /** Runs and gives the text. */
  public final PyStr decode() {
    run();
    return out.toPyStr();
  }

  /** How many bytes were used. */
  public final int consumed() {
    return at;
  }

  protected final int unit(int index) {
    return in[index] & 0xff;
  }

  /** Whether errors go to the handler of that name. */
  protected final boolean handles(String name) {
    return errors.equals(name);
  }

  /** Bytes {@code start} to {@code stop} cannot be decoded: appends what stands for them and goes on behind. */
  protected final void error(int start, int stop, String reason) {
    switch (errors) {
      case "strict" -> throw failure(start, stop, reason);
      case "ignore" -> at = stop;
      case "replace" -> {
        out.append(REPLACEMENT);
        at = stop;
      }
      case "surrogateescape" -> escape(start, stop, reason);
      default -> callHandler(start, stop, reason);
    }
  }

  private void escape(int start, int stop, String reason) {
    int i = start;
    while (i < stop && i < start + 4 && unit(i) >= 0x80) {
      out.append(0xdc00 + unit(i));
      i++;
    }
    if (i == start) {
      throw failure(start, stop, reason);
    }
    at = i;
  }

  private PyException failure(int start, int stop, String reason) {
    return Errors.raised(describe(start, stop, reason));
  }

  private PyUnicodeDecodeError describe(int start, int stop, String reason) {
    if (exception == null) {
      exception =
          (PyUnicodeDecodeError)
              PyUnicodeDecodeError.TYPE.call(
                  new PyObject[] {
                    PyStr.of(encoding),
                    PyBytes.of(end == in.length ? in : java.util.Arrays.copyOf(in, end)),
                    PyLong.of(start),
                    PyLong.of(stop),
                    PyStr.of(reason)
                  },
                  null);
    } else {
      exception.place(start, stop, PyStr.of(reason));
    }
    return exception;
  }

  private void callHandler(int start, int stop, String reason) {
    if (handler == null) {
      handler = CodecRegistry.current().errorHandler(errors);
    }
    PyUnicodeDecodeError problem = describe(start, stop, reason);
    PyObject answer = handler.call(problem);
    if (!(answer instanceof PyTuple pair
        && pair.size() == 2
        && pair.get(0) instanceof PyStr text
        && pair.get(1) instanceof PyInt position)) {
      throw Errors.typeError("decoding error handler must return (str, int) tuple");
    }
    if (!(problem.object() instanceof PyBytes input)) {
      throw Errors.typeError("exception attribute object must be bytes");
    }
    in = input.array();
    end = in.length;
    at = place(position, end);
    out.append(text);
  }

  /** The place that a handler says to go on at. */
  static int place(PyInt position, int length) {
    long place = position.fitsLong() ? position.longValue() : Long.MAX_VALUE;
    long from = place < 0 ? place + length : place;
    if (from < 0 || from > length) {
      throw Errors.make(
          PyExceptions.IndexError,
          "position %d from error handler out of bounds",
          from < 0 ? from : place);
    }
    return (int) from;
  }
}
