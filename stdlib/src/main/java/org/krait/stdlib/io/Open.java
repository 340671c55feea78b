package org.krait.stdlib.io;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.Warnings;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyStr;

/** The function {@code open}: puts the layers that a mode asks for on top of one another. */
public final class Open {
  private Open() {}

  /** {@code open(…)}; the Java null stands for {@code None} in texts. */
  public static PyObject open(
      PyObject file, String mode, int buffering, String encoding, String errors, String newline,
      boolean closefd, PyObject opener) {
    PyTextIOWrapper.checkText(mode);
    boolean isNumber = file instanceof PyInt || file.type().special(Special.INDEX) != null;
    PyObject path = isNumber ? file : Objects.fsPath(file);
    OpenMode wanted = OpenMode.of(mode);
    if (wanted.isBinary()) {
      refuse(encoding, "an encoding");
      refuse(errors, "an errors");
      refuse(newline, "a newline");
      if (buffering == 1) {
        Warnings.warn(
            PyExceptions.RuntimeWarning,
            "line buffering (buffering=1) isn't supported in binary mode,"
                + " the default buffer size will be used",
            1);
      }
    }
    PyFileIO raw = PyFileIO.open(path, wanted.raw(), closefd, opener);
    PyObject[] top = {raw};
    try {
      return layers(raw, wanted, mode, buffering, encoding, errors, newline, top);
    } catch (PyException e) {
      throw closeAfter(e, top[0]);
    }
  }

  private static void refuse(String argument, String name) {
    if (argument != null) {
      throw Errors.valueError("binary mode doesn't take %s argument", name);
    }
  }

  private static PyObject layers(
      PyFileIO raw, OpenMode mode, String modeText, int buffering, String encoding, String errors,
      String newline, PyObject[] top) {
    boolean byLines =
        buffering == 1 || buffering < 0 && Objects.isTrue(FileIOMethods.isatty(raw));
    long size = byLines || buffering < 0 ? raw.blockSize() : buffering;
    if (buffering == 0) {
      if (!mode.isBinary()) {
        throw Errors.valueError("can't have unbuffered text I/O");
      }
      return raw;
    }
    PyBuffered buffer = buffer(raw, mode, size);
    top[0] = buffer;
    if (mode.isBinary()) {
      return buffer;
    }
    PyTextIOWrapper text = new PyTextIOWrapper(PyTextIOWrapper.TYPE);
    text.init(buffer, encoding, errors, newline, byLines, false);
    top[0] = text;
    Attributes.set(text, Streams.MODE, PyStr.of(modeText));
    return text;
  }

  private static PyBuffered buffer(PyFileIO raw, OpenMode mode, long size) {
    if (mode.updates()) {
      PyBufferedRandom random = new PyBufferedRandom(PyBufferedRandom.TYPE);
      random.init(raw, size);
      return random;
    }
    if (mode.kind() == 'r') {
      PyBufferedReader reader = new PyBufferedReader(PyBufferedReader.TYPE);
      reader.init(raw, size);
      return reader;
    }
    PyBufferedWriter writer = new PyBufferedWriter(PyBufferedWriter.TYPE);
    writer.init(raw, size);
    return writer;
  }

  private static PyException closeAfter(PyException e, PyObject stream) {
    try {
      Streams.call(stream, Streams.CLOSE);
      return e;
    } catch (PyException second) {
      second.value().setContextFrom(e.value());
      return second;
    }
  }
}
