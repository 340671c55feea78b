package org.krait.stdlib.io;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.codecs.Codecs;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyStr;

/**
 * {@code _io.TextIOWrapper}: text over a buffered stream of bytes.
 *
 * <p>Its state; what it reads is {@link TextReader}'s, what it writes {@link TextWriter}'s.
 */
@BuiltinType(
    name = "TextIOWrapper",
    module = "_io",
    base = PyTextIOBase.class,
    instanceDict = true,
    weakReferences = true,
    basicSize = 200,
    textSignature =
        "(buffer, encoding=None, errors=None, newline=None,\n"
            + "              line_buffering=False, write_through=False)",
    parts = {TextMethods.class, TextAttributes.class, TextSeeking.class})
public class PyTextIOWrapper extends PyTextIOBase {
  public static final PyType TYPE = PyType.builtin(new PyTextIOWrapperTable());

  PyObject buffer;
  TextCodec codec;
  NewlineRule newline;
  boolean lineBuffering;
  boolean writeThrough;
  boolean seekable;
  boolean finalizing;
  int chunkSize = Streams.DEFAULT_BUFFER_SIZE;
  TextReader reader;
  TextWriter writer;
  private boolean initialized;
  private boolean detached;

  PyTextIOWrapper(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyTextIOWrapper(cls);
  }

  @Method(
      "__init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False,"
          + " write_through=False)")
  void init(
      PyObject stream, String encoding, String errors, String newlineText, boolean lines,
      boolean through) {
    initialized = false;
    detached = false;
    checkText(encoding);
    checkText(errors);
    if (errors != null) {
      Codecs.checkHandler(errors);
    }
    checkText(newlineText);
    NewlineRule rule = NewlineRule.of(newlineText, false);
    if (encoding == null) {
      IoModule.warnOfNoEncoding(ThreadState.current(), 1);
    }
    String name = encoding == null || encoding.equals("locale") ? "UTF-8" : encoding;
    TextCodec chosen = new TextCodec(name, errors == null ? "strict" : errors);
    buffer = stream;
    newline = rule;
    lineBuffering = lines;
    writeThrough = through;
    codec = chosen;
    open();
    initialized = true;
    isAbove(stream);
  }

  /** What C takes as a {@code char*}: UTF-8 without zeros. */
  static void checkText(String text) {
    if (text == null) {
      return;
    }
    if (text.indexOf('\0') >= 0) {
      throw Errors.valueError("embedded null character");
    }
    if (Encoding.asciiLength(text) < text.length()) {
      Encoding.UTF8.encode(PyStr.of(text), null);
    }
  }

  @Override
  public final boolean isDone() {
    return !initialized;
  }

  private void open() {
    boolean reads = Objects.isTrue(Streams.call(buffer, Streams.READABLE));
    reader = reads ? new TextReader(this) : null;
    boolean writes = Objects.isTrue(Streams.call(buffer, Streams.WRITABLE));
    writer = writes ? new TextWriter(this) : null;
    seekable = Objects.isTrue(Streams.call(buffer, Streams.SEEKABLE));
    if (reader != null) {
      reader.telling = seekable;
    }
    if (writer != null && seekable && codec.builtin == null) {
      startEncoder();
    }
  }

  /** An encoder that writes a mark must not do so in the middle of a file. */
  final void startEncoder() {
    if (Streams.offset(Streams.call(buffer, Streams.TELL)) != 0) {
      writer.encoder.atStart(false);
    }
  }

  final void checkAttached() {
    if (!initialized) {
      throw Errors.valueError(
          detached
              ? "underlying buffer has been detached"
              : "I/O operation on uninitialized object");
    }
  }

  final boolean isInitialized() {
    return initialized || detached;
  }

  final void checkInitialized() {
    if (!isInitialized()) {
      throw Errors.valueError("I/O operation on uninitialized object");
    }
  }

  final void checkOpen() {
    boolean closed =
        type() == TYPE
            ? Streams.isClosed(buffer)
            : Objects.isTrue(Attributes.get(this, Streams.CLOSED));
    if (closed) {
      throw Streams.closed();
    }
  }

  final TextReader reader() {
    if (reader == null) {
      throw Streams.unsupported("not readable");
    }
    return reader;
  }

  /** Sends what waits to the buffer below. */
  final void writePending() {
    if (writer != null) {
      writer.writePending();
    }
  }

  /** Whether {@link #writeText} does what a call of the attribute {@code write} would do. */
  public final boolean writesDirectly() {
    return type() == TYPE && ownAttribute(Streams.WRITE) == null;
  }

  /** Writes a text. */
  public final void writeText(PyStr text) {
    TextMethods.write(this, text);
  }

  final PyObject detachBuffer() {
    PyObject old = buffer;
    buffer = null;
    detached = true;
    initialized = false;
    isClosedNow();
    if (old instanceof PyBuffered below && !below.isDone()) {
      below.closeWhenDropped();
    }
    return old;
  }

  /** {@code close()} of a stream that is open. */
  final PyObject closeBuffer() {
    if (finalizing) {
      try {
        Attributes.get(buffer, "_dealloc_warn").call(this);
      } catch (PyException ignored) {
        // Buffers need not have it.
      }
    }
    PyObject[] result = {PyBool.FALSE};
    Streams.both(
        () -> Streams.call(this, Streams.FLUSH),
        () -> result[0] = Streams.call(buffer, Streams.CLOSE));
    isClosedNow();
    return result[0];
  }
}
