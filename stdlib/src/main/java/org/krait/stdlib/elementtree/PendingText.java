package org.krait.stdlib.elementtree;

import java.util.List;
import org.krait.runtime.Attributes;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyStr;

/**
 * Pieces that a program gave a builder as text without their all being str: what is wrong with that is
 * said when somebody asks for the text. Never seen by programs.
 */
final class PendingText extends PyObject {
  private final PyList pieces;

  PendingText(List<PyObject> pieces) {
    this.pieces = PyList.of(pieces.toArray(PyObject[]::new));
  }

  @Override
  public PyType type() {
    return PyList.TYPE;
  }

  PyList pieces() {
    return pieces;
  }

  PyObject join() {
    return join(pieces);
  }

  /** {@code ''.join(pieces)}. */
  static PyObject join(PyObject pieces) {
    return Attributes.get(PyStr.EMPTY, "join").call(pieces);
  }
}
