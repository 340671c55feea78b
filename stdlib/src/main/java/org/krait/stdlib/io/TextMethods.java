package org.krait.stdlib.io;

import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** Reading, writing and closing of {@code TextIOWrapper}. */
final class TextMethods {
  private TextMethods() {}

  @Method("write(self, text, /)")
  static PyObject write(PyTextIOWrapper self, PyObject given) {
    if (!(given instanceof PyStr text)) {
      self.checkAttached();
      throw Errors.typeError("write() argument must be str, not %s", given.type().fullName());
    }
    write(self, text);
    return PyLong.of(text.length());
  }

  static void write(PyTextIOWrapper self, PyStr text) {
    self.checkAttached();
    self.checkOpen();
    if (self.writer == null) {
      throw Streams.unsupported("not writable");
    }
    synchronized (self) {
      boolean flushes =
          self.lineBuffering && (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0);
      self.writer.write(text);
      if (flushes) {
        self.writePending();
        Streams.call(self.buffer, Streams.FLUSH);
      }
      TextReader reader = self.reader;
      if (reader != null && reader.started) {
        reader.forget();
        reader.decoder.reset();
      }
    }
  }

  @Method("read(self, size=-1, /)")
  static PyObject read(PyTextIOWrapper self, PyObject size) {
    long count = Streams.size(size);
    self.checkAttached();
    self.checkOpen();
    TextReader reader = self.reader();
    synchronized (self) {
      self.writePending();
      return count < 0 ? reader.readAll() : reader.read(count);
    }
  }

  @Method("readline(self, size=-1, /)")
  static PyObject readline(PyTextIOWrapper self, long size) {
    return line(self, size);
  }

  private static PyStr line(PyTextIOWrapper self, long limit) {
    self.checkAttached();
    self.checkOpen();
    TextReader reader = self.reader();
    synchronized (self) {
      self.writePending();
      return reader.readLine(limit);
    }
  }

  @Method("__next__(self, /)")
  static PyObject next(PyTextIOWrapper self) {
    self.checkAttached();
    TextReader reader = self.reader;
    if (reader != null) {
      reader.telling = false;
    }
    PyObject line;
    if (self.type() == PyTextIOWrapper.TYPE) {
      line = line(self, -1);
    } else {
      line = Streams.call(self, Streams.READLINE);
      if (!(line instanceof PyStr)) {
        throw Errors.make(
            PyExceptions.OSError,
            "readline() should have returned a str object, not '%s'",
            line.type().fullName());
      }
    }
    if (((PyStr) line).length() > 0) {
      return line;
    }
    if (reader != null) {
      reader.snapshot = null;
      reader.telling = self.seekable;
    }
    return null;
  }

  @Method("flush(self, /)")
  static PyObject flush(PyTextIOWrapper self) {
    self.checkAttached();
    self.checkOpen();
    if (self.reader != null) {
      self.reader.telling = self.seekable;
    }
    synchronized (self) {
      self.writePending();
    }
    return Streams.call(self.buffer, Streams.FLUSH);
  }

  @Method("close(self, /)")
  static PyObject close(PyTextIOWrapper self) {
    self.checkAttached();
    return Objects.isTrue(Attributes.get(self, Streams.CLOSED))
        ? PyNone.NONE
        : self.closeBuffer();
  }

  @Method("detach(self, /)")
  static PyObject detach(PyTextIOWrapper self) {
    self.checkAttached();
    Streams.call(self, Streams.FLUSH);
    return self.detachBuffer();
  }

  @Method("truncate(self, pos=None, /)")
  static PyObject truncate(PyTextIOWrapper self, PyObject position) {
    self.checkAttached();
    Streams.call(self, Streams.FLUSH);
    return Streams.call(
        self.buffer, Streams.TRUNCATE, position == null ? PyNone.NONE : position);
  }

  @Method(
      "reconfigure(self, /, *, encoding=None, errors=None, newline=NULL, line_buffering=None,"
          + " write_through=None)")
  static PyObject reconfigure(
      PyTextIOWrapper self, String encoding, String errors, PyObject newline, PyObject lines,
      PyObject through) {
    PyTextIOWrapper.checkText(uptoNul(encoding));
    PyTextIOWrapper.checkText(uptoNul(errors));
    boolean changes = encoding != null || errors != null || newline != null;
    if (changes && self.isInitialized() && self.reader != null && self.reader.started) {
      throw Streams.unsupported(
          "It is not possible to set the encoding or newline of stream after the first read");
    }
    NewlineRule rule = newline == null ? null : newlineRule(newline);
    boolean lineBuffering = option(lines, self.lineBuffering);
    boolean writeThrough = option(through, self.writeThrough);
    self.checkAttached();
    Streams.call(self, Streams.FLUSH);
    if (changes) {
      change(self, encoding, errors, rule);
    }
    self.lineBuffering = lineBuffering;
    self.writeThrough = writeThrough;
    return PyNone.NONE;
  }

  /** What C sees of a text that it takes for its own. */
  private static String uptoNul(String text) {
    int end = text == null ? -1 : text.indexOf(0);
    return end < 0 ? text : text.substring(0, end);
  }

  private static NewlineRule newlineRule(PyObject newline) {
    String text =
        Arguments.text(
            Arguments.instanceOrNone(
                newline, PyStr.class, "reconfigure() argument 'newline'", "str"));
    PyTextIOWrapper.checkText(text);
    return NewlineRule.of(text, false);
  }

  private static boolean option(PyObject given, boolean otherwise) {
    if (given == null || given == PyNone.NONE) {
      return otherwise;
    }
    PyInt number = Arguments.index(given);
    if (!number.fitsLong()) {
      throw Errors.overflowError("Python int too large to convert to C long");
    }
    return number.signum() != 0;
  }

  private static void change(
      PyTextIOWrapper self, String encoding, String errors, NewlineRule newline) {
    String name =
        encoding == null ? self.codec.name : encoding.equals("locale") ? "UTF-8" : encoding;
    String handler =
        errors != null ? errors : encoding != null ? "strict" : self.codec.errors;
    TextCodec codec = new TextCodec(uptoNul(name), uptoNul(handler));
    if (newline != null) {
      self.newline = newline;
    }
    self.codec = codec;
    if (self.reader != null) {
      self.reader.decoder = codec.decoder(self.newline);
      self.reader.forgetRatio();
    }
    if (self.writer != null) {
      self.writer.encoder = codec.encoder();
      if (self.seekable && codec.builtin == null) {
        self.startEncoder();
      }
    }
  }
}
