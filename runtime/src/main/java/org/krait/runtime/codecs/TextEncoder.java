package org.krait.runtime.codecs;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyUnicodeEncodeError;

/** One run of an encoder over some text. */
public abstract class TextEncoder {
  protected final PyStr in;
  protected final int end;

  /** The place of the next character. */
  protected int at;

  protected final ByteBuilder out;
  private final String encoding;
  private final String errors;
  private PyObject handler;
  private PyUnicodeEncodeError exception;

  /**
   * A run.
   *
   * @param errors the name of the error handler; null for {@code strict}
   */
  protected TextEncoder(String encoding, PyStr in, String errors, int capacity) {
    this.encoding = encoding;
    this.in = in;
    this.end = in.length();
    this.errors = errors == null ? "strict" : errors;
    this.out = new ByteBuilder(capacity);
  }

  /** Encodes from {@link #at} to {@link #end}. */
  protected abstract void run();

  /** Appends a character that an error handler gave; false when it cannot be encoded. */
  protected abstract boolean put(int c);

  /** The number of bytes of which those of an error handler must be a multiple. */
  protected int unitSize() {
    return 1;
  }

  /** Runs and gives the bytes. */
  public final byte[] encode() {
    run();
    return out.toByteArray();
  }

  /** Characters {@code start} to {@code stop} cannot be encoded: appends what stands for them and goes on behind. */
  protected final void error(int start, int stop, String reason) {
    switch (errors) {
      case "strict" -> throw failure(start, stop, reason);
      case "ignore" -> at = stop;
      case "replace" -> {
        for (int i = start; i < stop; i++) {
          putOrFail('?', start, stop, reason);
        }
        at = stop;
      }
      case "surrogateescape" -> unescape(start, stop, reason);
      default -> callHandler(start, stop, reason);
    }
  }

  /** Whether errors go to the handler of that name. */
  protected final boolean handles(String name) {
    return errors.equals(name);
  }

  /** Writes escaped bytes as long as they are some; what is left then is the error. */
  private void unescape(int start, int stop, String reason) {
    int i = start;
    while (unitSize() == 1 && i < stop && in.codePointAt(i) >> 7 == 0xdc80 >> 7) {
      out.append(in.codePointAt(i) - 0xdc00);
      i++;
    }
    at = i;
    if (i < stop) {
      callHandler(i, stop, reason);
    }
  }

  private PyException failure(int start, int stop, String reason) {
    return Errors.raised(describe(start, stop, reason));
  }

  private PyUnicodeEncodeError describe(int start, int stop, String reason) {
    if (exception == null) {
      exception =
          (PyUnicodeEncodeError)
              PyUnicodeEncodeError.TYPE.call(
                  new PyObject[] {
                    PyStr.of(encoding), in, PyLong.of(start), PyLong.of(stop), PyStr.of(reason)
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
    PyObject answer = handler.call(describe(start, stop, reason));
    if (!(answer instanceof PyTuple pair
        && pair.size() == 2
        && (pair.get(0) instanceof PyStr || pair.get(0) instanceof PyBytes)
        && pair.get(1) instanceof PyInt position)) {
      throw Errors.typeError("encoding error handler must return (str/bytes, int) tuple");
    }
    int next = TextDecoder.place(position, end);
    if (pair.get(0) instanceof PyBytes bytes) {
      if (bytes.length() % unitSize() != 0) {
        throw failure(start, stop, reason);
      }
      out.append(bytes.array());
    } else {
      PyStr text = (PyStr) pair.get(0);
      for (int i = 0; i < text.length(); i++) {
        putOrFail(text.codePointAt(i), start, stop, reason);
      }
    }
    at = next;
  }

  private void putOrFail(int c, int start, int stop, String reason) {
    if (!put(c)) {
      throw failure(start, stop, reason);
    }
  }
}
