package org.krait.stdlib.builtins;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;
import org.krait.stdlib.os.Paths;
import org.krait.syntax.SourceDecoder;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.SyntaxDiagnostic.Origin;

/** From what the parser and the compiler say is wrong to the Python exception. */
public final class SyntaxErrors {
  /** CPython looks for the line with a buffer of this size and shows what is in it at the end. */
  private static final int LINE_BUFFER = 999;

  private SyntaxErrors() {}

  /**
   * The exception.
   *
   * @param isFile whether the source is a whole file or module; the parser's errors then show the
   *     line from the file of this name, if there is one
   */
  public static PyException exception(SyntaxDiagnostic e, String filename, boolean isFile) {
    PyType type =
        (PyType)
            ThreadState.current().interpreter.builtins().get(PyStr.interned(e.kind().pythonName()));
    if (e.undecodable() != null) {
      SyntaxDiagnostic.Undecodable what = e.undecodable();
      return Errors.of(
          type,
          PyStr.of(what.encoding()),
          PyBytes.of(what.bytes()),
          PyLong.of(what.start()),
          PyLong.of(what.end()),
          PyStr.of(what.reason()));
    }
    if (!e.kind().isSyntaxError()) {
      return Errors.make(type, "%s", e.getMessage());
    }
    PyStr message = PyStr.of(e.getMessage());
    if (e.origin() == Origin.DECODER) {
      return Errors.of(
          type,
          message,
          PyTuple.of(PyStr.of(filename), PyLong.of(0), PyLong.of(-1), PyNone.NONE));
    }
    if (e.line() == 0 && e.text() == null) {
      return Errors.of(type, message);
    }
    String text = text(e, filename, isFile);
    PyObject[] place = {
      PyStr.of(filename),
      PyLong.of(e.line()),
      PyLong.of(e.offset()),
      text == null ? PyNone.NONE : PyStr.of(text),
      PyLong.of(e.endLine()),
      PyLong.of(endOffset(e, text))
    };
    if (e.isFromTokens()) {
      place[4] = PyNone.NONE;
      place[5] = PyNone.NONE;
    }
    return e.origin() == Origin.SCOPES
        ? placedLater(type, message, place)
        : Errors.of(type, message, PyTuple.of(place));
  }

  private static PyException placedLater(PyType type, PyStr message, PyObject[] place) {
    PyException made = Errors.of(type, message);
    PySyntaxError error = (PySyntaxError) made.value();
    error.place(place[0], place[1], orNone(place[2]), place[3], place[4], orNone(place[5]));
    return made;
  }

  private static PyObject orNone(PyObject offset) {
    return ((PyInt) offset).longValue() < 0 ? PyNone.NONE : offset;
  }

  private static String text(SyntaxDiagnostic e, String filename, boolean isFile) {
    boolean fromFile =
        switch (e.origin()) {
          case COMPILER, SCOPES -> true;
          case PARSER -> isFile;
          default -> false;
        };
    String line = fromFile && e.line() > 0 ? sourceLine(filename, e) : null;
    return line == null ? e.text() : line;
  }

  /** The parser counts characters in the line that it shows. */
  private static int endOffset(SyntaxDiagnostic e, String text) {
    if (e.encoding() == null || text == null || e.endLine() != e.line()) {
      return e.endOffset();
    }
    return Math.min(e.endOffset(), text.codePointCount(0, text.length()) + 1);
  }

  private static String sourceLine(String filename, SyntaxDiagnostic e) {
    int line = e.line();
    byte[] buffer = new byte[LINE_BUFFER];
    try (InputStream in = new BufferedInputStream(Files.newInputStream(Paths.resolve(filename)))) {
      int length = 0;
      for (int at = 0; at < line; ) {
        length = readLine(in, buffer);
        if (length == 0) {
          return null;
        }
        at += length < LINE_BUFFER || buffer[length - 1] == '\n' ? 1 : 0;
      }
      String encoding = e.encoding() == null ? "utf-8" : e.encoding();
      return SourceDecoder.decodeLine(buffer, length, encoding);
    } catch (IOException | RuntimeException failure) {
      return null; // no such file, or not in UTF-8
    }
  }

  /** A line with its end, any end as \n, or the part of it that fits. */
  private static int readLine(InputStream in, byte[] buffer) throws IOException {
    int length = 0;
    while (length < buffer.length) {
      int c = in.read();
      if (c < 0) {
        return length;
      }
      if (c == '\r') {
        in.mark(1);
        if (in.read() != '\n') {
          in.reset();
        }
        c = '\n';
      }
      buffer[length++] = (byte) c;
      if (c == '\n') {
        return length;
      }
    }
    return length;
  }
}
