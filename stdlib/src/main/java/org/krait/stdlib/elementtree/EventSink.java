package org.krait.stdlib.elementtree;

import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyTuple;

/** The events that a pull parser wants, by kind, and what takes them. */
final class EventSink {
  static final int START = 0;
  static final int END = 1;
  static final int START_NS = 2;
  static final int END_NS = 3;
  static final int COMMENT = 4;
  static final int PI = 5;

  private static final int KINDS = 6;

  private PyObject append;

  /** The objects that name the events; null for those that nobody wants. */
  private PyObject[] names = new PyObject[KINDS];

  void open(PyObject append) {
    this.append = append;
    names = new PyObject[KINDS];
  }

  void want(int kind, PyObject name) {
    names[kind] = name;
  }

  boolean wants(int kind) {
    return names[kind] != null;
  }

  void tell(int kind, PyObject node) {
    if (names[kind] != null) {
      append.call(PyTuple.of(names[kind], node));
    }
  }
}
