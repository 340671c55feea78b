package org.krait.stdlib.io;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.Warnings;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code _io}. */
@BuiltinModule(
    value = "_io",
    doc = "Streams: files, buffers, text layers and streams in memory.",
    types = {
      PyIOBase.class,
      PyRawIOBase.class,
      PyBufferedIOBase.class,
      PyTextIOBase.class,
      PyFileIO.class,
      PyBytesIO.class,
      PyBytesIOBuffer.class,
      PyBufferedReader.class,
      PyBufferedWriter.class,
      PyBufferedRandom.class,
      PyBufferedRWPair.class,
      PyIncrementalNewlineDecoder.class,
      PyStringIO.class,
      PyTextIOWrapper.class
    })
public final class IoModule implements NativeModule {
  @Value("DEFAULT_BUFFER_SIZE")
  static final int DEFAULT_BUFFER_SIZE = Streams.DEFAULT_BUFFER_SIZE;

  @Function(
      "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True,"
          + " opener=None)")
  static PyObject open(
      PyObject file, String mode, int buffering, String encoding, String errors, String newline,
      boolean closefd, PyObject opener) {
    return Open.open(file, mode, buffering, encoding, errors, newline, closefd, opener);
  }

  @Function("open_code(path)")
  static PyObject openCode(PyStr path) {
    return Open.open(path, "rb", -1, null, null, null, true, PyNone.NONE);
  }

  @Function("text_encoding(encoding, stacklevel=2, /)")
  static PyObject textEncoding(ThreadState thread, PyObject encoding, int stackLevel) {
    if (encoding != PyNone.NONE && encoding != null) {
      return encoding;
    }
    warnOfNoEncoding(thread, stackLevel);
    return PyStr.interned(thread.interpreter.options.utf8Mode ? "utf-8" : "locale");
  }

  /** {@code -X warn_default_encoding} (PEP 597). */
  static void warnOfNoEncoding(ThreadState thread, int stackLevel) {
    if (thread.interpreter.options.warnDefaultEncoding) {
      Warnings.warn(
          PyExceptions.EncodingWarning, "'encoding' argument not specified", stackLevel);
    }
  }

  @Override
  public void exec(PyModule module) {
    module.dict().put(PyStr.interned("UnsupportedOperation"), Streams.unsupportedOperation());
    module.dict().put(PyStr.interned("BlockingIOError"), PyExceptions.BlockingIOError);
  }
}
