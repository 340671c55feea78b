package org.krait.stdlib.tracemalloc;

import org.krait.runtime.ObjectSizes;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Shaped;
import org.krait.runtime.types.PyAnySet;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyByteString;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyEllipsis;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.collections.PyDeque;

/**
 * The blocks of memory that CPython would have for an object: the object itself, and for those that
 * grow another with what they hold.
 */
final class BlockSizes {
  private static final int POINTER = 8;

  /** What CPython asks for when it makes an int of one digit, which is more than the int says of itself. */
  private static final int SMALLEST_INT = 32;

  private static final int SHARED_CHARACTERS = 256;

  private BlockSizes() {}

  /** Whether an object is one of those that everybody shares, so that nobody makes it. */
  static boolean isShared(PyObject object) {
    if (object instanceof PyLong number) {
      return PyLong.of(number.value) == object;
    }
    if (object.getClass() == PyStr.class) {
      PyStr text = (PyStr) object;
      return text.length() < 2 && (text.length() == 0 || text.codePointAt(0) < SHARED_CHARACTERS);
    }
    if (object instanceof PyByteString bytes && !(object instanceof PyByteArray)) {
      // Empty ones are made anew by operators in CPython.
      return bytes.length() == 1;
    }
    return object instanceof PyTuple tuple && tuple.size() == 0
        || object instanceof PyType type && !type.isHeap()
        || object instanceof PyBool
        || object == PyNone.NONE
        || object == PyEllipsis.ELLIPSIS
        || object == PyNotImplemented.NOT_IMPLEMENTED;
  }

  /** Whether what an object holds lies in a block of its own. */
  static boolean isGrowing(PyObject object) {
    return object instanceof PyList
        || object instanceof PyDict
        || object instanceof PyAnySet
        || object instanceof PyByteArray
        || object instanceof PyDeque;
  }


  /** The block of the object itself. */
  static long own(PyObject object) {
    if (object instanceof PyLong) {
      return SMALLEST_INT;
    }
    return isGrowing(object)
        ? ObjectSizes.head(object.type()) + object.type().basicSize()
        : ObjectSizes.of(object);
  }

  /**
   * The block of what an object holds, 0 for none.
   *
   * @param before what the block was, because lists keep room
   */
  static long held(PyObject object, long before) {
    if (object instanceof PyList list) {
      return POINTER * places(list.size(), before / POINTER);
    }
    if (isGrowing(object)) {
      return ObjectSizes.of(object) - own(object);
    }
    if (object instanceof PyFunction function) {
      int cells = function.closure.length;
      return cells == 0 ? 0 : ObjectSizes.of(PyTuple.EMPTY) + (long) POINTER * cells;
    }
    PyType type = object.type();
    if (type.isHeap() && type.hasDict() && object instanceof Shaped shaped && !type.builtinAncestor().hasDict()) {
      int attributes = shaped.shape().names().length;
      return POINTER * (attributes + 1L) + (attributes + 3L + POINTER - 1) / POINTER * POINTER;
    }
    return 0;
  }

  private static long places(int size, long room) {
    if (room == 0) {
      return size;
    }
    if (size <= room && size >= room / 2) {
      return room;
    }
    long wanted = size + (size >> 3) + 6 & ~3L;
    return size == 0 ? 0 : size - room > wanted - size ? size + 3L & ~3L : wanted;
  }

  /** The block of a list to which the first item was added. */
  static long first(int size) {
    return POINTER * (size + (size >> 3) + 6 & ~3L);
  }
}
