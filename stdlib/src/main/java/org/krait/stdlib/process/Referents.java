package org.krait.stdlib.process;

import org.krait.runtime.Attributes;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.*;

/** What the values of builtin types refer to, for {@code gc.get_referents} and {@code gc.is_tracked}. */
final class Referents {
  private static final int HEAP_TYPE = 1 << 9;

  private Referents() {}

  /** Adds what a value refers to, the last first, as CPython's containers are gone through. */
  static void add(PyObject value, PyList found) {
    switch (value) {
      case PyList list -> addReversed(list.toArray(), found);
      case PyTuple tuple -> addReversed(tuple.items(), found);
      case PyAnySet set -> addAll(set.toArray(), found);
      case PyDict dict -> addDict(dict, found);
      case PyBoundMethod method -> addAll(new PyObject[] {method.function, method.self}, found);
      case PyType type -> {
        found.append(type.dict());
        found.append(type.basesTuple());
        found.append(type.base() == null ? PyNone.NONE : type.base());
      }
      default -> {}
    }
    if (value.type().isHeap()) {
      if (value instanceof PyInstance && value.ownDict() != null) {
        addAll(value.ownDict().valueList().toArray(), found);
      }
      found.append(value.type());
    }
  }

  private static void addDict(PyDict dict, PyList found) {
    for (DictCursor items = dict.items(); items.next(); ) {
      found.append(items.value());
      found.append(items.key());
    }
  }

  private static void addAll(PyObject[] all, PyList found) {
    found.appendAll(all, all.length);
  }

  private static void addReversed(PyObject[] all, PyList found) {
    for (int i = all.length - 1; i >= 0; i--) {
      found.append(all[i]);
    }
  }

  /** Whether CPython makes a type of its own when its module is loaded. */
  private static boolean isMadeAtRunTime(PyType type) {
    return Attributes.get(type, "__flags__") instanceof PyInt flags
        && (flags.longValue() & HEAP_TYPE) != 0;
  }

  /** Whether CPython's collector would look at a value: not at those that can refer to nothing. */
  static boolean isTracked(PyObject value) {
    PyType type = value.type();
    if (value instanceof PyType known) {
      return known.isHeap() || isMadeAtRunTime(known);
    }
    if (type.isHeap()) {
      return true;
    }
    return !(value instanceof PyInt
        || value instanceof PyStr
        || value instanceof PyFloat
        || value instanceof PyComplex
        || value instanceof PyByteString
        || value instanceof PyRange
        || value instanceof PyCode
        || value == PyNone.NONE
        || value == PyEllipsis.ELLIPSIS
        || value == PyNotImplemented.NOT_IMPLEMENTED
        || value.getClass() == PyInstance.class
        || value instanceof PyTuple tuple && tuple.size() == 0);
  }
}
