package org.krait.stdlib.elementtree;

import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;

/** The text between two tags, as it comes: from the parser, and from programs. */
final class TextPieces {
  private String first;
  private StringBuilder more;

  /** All pieces, once one of them came from a program. */
  private List<PyObject> objects;

  boolean isEmpty() {
    return first == null && objects == null;
  }

  void add(String text) {
    if (objects != null) {
      objects.add(PyStr.of(text));
    } else if (first == null) {
      first = text;
    } else {
      if (more == null) {
        more = new StringBuilder(first);
      } else if (more.isEmpty()) {
        more.append(first);
      }
      more.append(text);
    }
  }

  void add(PyObject piece) {
    if (objects == null) {
      objects = new ArrayList<>();
      if (first != null) {
        objects.add(PyStr.of(taken()));
      }
    }
    objects.add(piece);
  }

  private String taken() {
    String text = more == null || more.isEmpty() ? first : more.toString();
    first = null;
    if (more != null) {
      more.setLength(0);
    }
    return text;
  }

  /** All of it; nothing is left. */
  PyObject take() {
    if (objects == null) {
      return PyStr.of(taken());
    }
    List<PyObject> pieces = objects;
    objects = null;
    return pieces.size() == 1 ? pieces.get(0) : new PendingText(pieces);
  }
}
