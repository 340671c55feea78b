package org.krait.stdlib.io;

import java.util.Arrays;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;

/** Lines of any stream that can {@code read}, and of any that can {@code readline}. */
final class BaseLines {
  private BaseLines() {}

  @Method("readline(self, size=-1, /)")
  static PyObject readline(PyIOBase self, PyObject size) {
    long limit = Streams.size(size);
    PyObject peek = Attributes.getOrNull(self, Streams.PEEK);
    byte[] line = new byte[0];
    while (limit < 0 || line.length < limit) {
      long ask = peek == null ? 1 : upToNewline(peek.call(PyLong.ONE), limit, line.length);
      PyObject part = Streams.call(self, Streams.READ, PyLong.of(ask));
      if (!(part instanceof PyBytes bytes)) {
        throw Errors.make(
            PyExceptions.OSError,
            "read() should have returned a bytes object, not '%s'",
            part.type().fullName());
      }
      int count = bytes.length();
      if (count == 0) {
        break;
      }
      int old = line.length;
      line = Arrays.copyOf(line, old + count);
      System.arraycopy(bytes.array(), 0, line, old, count);
      if (line[line.length - 1] == '\n') {
        break;
      }
    }
    return PyBytes.of(line);
  }

  private static long upToNewline(PyObject ahead, long limit, int have) {
    if (!(ahead instanceof PyBytes bytes)) {
      throw Errors.make(
          PyExceptions.OSError,
          "peek() should have returned a bytes object, not '%s'",
          ahead.type().fullName());
    }
    byte[] array = bytes.array();
    long end = limit < 0 ? array.length : Math.min(array.length, limit - have);
    for (int i = 0; i < end; i++) {
      if (array[i] == '\n') {
        return i + 1;
      }
    }
    return Math.max(end, 1);
  }

  @Method("readlines(self, hint=-1, /)")
  static PyObject readlines(PyIOBase self, PyObject hint) {
    long limit = Streams.size(hint);
    PyList lines = PyList.withRoom(16);
    PyObject iterator = Iteration.iterator(self);
    long length = 0;
    for (PyObject line = Iteration.next(iterator); line != null; line = Iteration.next(iterator)) {
      lines.append(line);
      if (limit > 0) {
        length += Objects.length(line);
        if (length > limit) {
          break;
        }
      }
    }
    return lines;
  }

  @Method("writelines(self, lines, /)")
  static void writelines(PyIOBase self, PyObject lines) {
    Streams.checkClosed(self);
    PyObject iterator = Iteration.iterator(lines);
    PyObject write = null;
    for (PyObject line = Iteration.next(iterator); line != null; line = Iteration.next(iterator)) {
      if (write == null) {
        write = Attributes.get(self, Streams.WRITE);
      }
      write.call(line);
    }
  }

  @Method("__iter__(self, /)")
  static PyObject iter(PyIOBase self) {
    Streams.checkClosed(self);
    return self;
  }

  @Method("__next__(self, /)")
  static PyObject next(PyIOBase self) {
    PyObject line = Streams.call(self, Streams.READLINE);
    return Objects.length(line) == 0 ? null : line;
  }
}
