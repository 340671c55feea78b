package org.krait.stdlib.elementtree;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyNone;

/** Goes through an element and all below it, in the order of the document. */
@BuiltinType(
    name = "_element_iterator",
    module = "_elementtree",
    heapType = true,
    subclassable = false,
    disallowNew = true,
    basicSize = 64)
final class PyElementIterator extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyElementIteratorTable());

  private static final int ROOM = 8;

  /** Where to begin; null once that was done. */
  private PyElement root;

  /** The tag that is looked for, or null for all. */
  private final PyObject tag;

  /** Whether texts are given and not elements. */
  private final boolean texts;

  private PyElement[] parents = new PyElement[ROOM];
  private int[] next = new int[ROOM];
  private int depth;

  PyElementIterator(PyElement root, PyObject tag, boolean texts) {
    this.root = root;
    this.tag = tag;
    this.texts = texts;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Method("__next__(self, /)")
  PyObject next() {
    while (true) {
      PyElement element;
      if (depth == 0) {
        if (root == null) {
          return null;
        }
        element = root;
        root = null;
      } else {
        PyElement parent = parents[depth - 1];
        element = parent.child(next[depth - 1]);
        if (element == null) {
          parents[--depth] = null;
          PyObject tail = texts && depth > 0 ? parent.tail() : PyNone.NONE;
          if (isText(tail)) {
            return tail;
          }
          continue;
        }
        next[depth - 1]++;
      }
      push(element);
      if (texts) {
        PyObject text = element.text();
        if (isText(text)) {
          return text;
        }
      } else if (tag == null || element.isNamed(tag)) {
        return element;
      }
    }
  }

  private static boolean isText(PyObject text) {
    return text != PyNone.NONE && Objects.isTrue(text);
  }

  private void push(PyElement element) {
    if (depth == parents.length) {
      parents = Arrays.copyOf(parents, depth * 2);
      next = Arrays.copyOf(next, depth * 2);
    }
    parents[depth] = element;
    next[depth++] = 0;
  }
}
