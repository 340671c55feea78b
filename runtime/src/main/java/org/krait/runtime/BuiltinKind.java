package org.krait.runtime;

import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The bits of {@code __flags__} by which C code knows subclasses of the common types. */
final class BuiltinKind {
  private BuiltinKind() {}

  static int bit(PyType type) {
    Class<?> layout = type.layout();
    if (PyInt.class.isAssignableFrom(layout)) {
      return 1 << 24;
    }
    if (PyList.class.isAssignableFrom(layout)) {
      return 1 << 25;
    }
    if (PyTuple.class.isAssignableFrom(layout)) {
      return 1 << 26;
    }
    if (PyBytes.class.isAssignableFrom(layout)) {
      return 1 << 27;
    }
    if (PyStr.class.isAssignableFrom(layout)) {
      return 1 << 28;
    }
    if (PyDict.class.isAssignableFrom(layout)) {
      return 1 << 29;
    }
    if (PyBaseException.class.isAssignableFrom(layout)) {
      return 1 << 30;
    }
    return PyType.class.isAssignableFrom(layout) ? 1 << 31 : 0;
  }
}
