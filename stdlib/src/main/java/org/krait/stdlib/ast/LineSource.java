package org.krait.stdlib.ast;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.Codecs;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyStr;

/**
 * The text that a {@code readline} function gives line by line: str, or bytes in an encoding.
 *
 * @param encoding null for str
 */
record LineSource(PyObject readline, String encoding) {

  /** All lines up to an empty one or {@code StopIteration}. */
  String readAll() {
    StringBuilder text = new StringBuilder();
    try {
      for (String line = line(); !line.isEmpty(); line = line()) {
        text.append(line);
      }
    } catch (PyException e) {
      if (!e.is(PyExceptions.StopIteration)) {
        throw e;
      }
    }
    return text.toString();
  }

  private String line() {
    PyObject line = readline.call();
    if (encoding == null) {
      if (!(line instanceof PyStr)) {
        throw Errors.typeError("readline() returned a non-string object");
      }
      return line.toString();
    }
    if (!(line instanceof PyBytes bytes)) {
      throw Errors.typeError("readline() returned a non-bytes object");
    }
    return Codecs.decode(bytes.array(), encoding, "replace").toString();
  }
}
