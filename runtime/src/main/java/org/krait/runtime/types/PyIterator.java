package org.krait.runtime.types;

import org.krait.runtime.PyObject;

/**
 * An iterator of a builtin type that no class derives from, so that Java code may call {@link #next}
 * without looking at the type.
 */
public abstract class PyIterator extends PyObject {
  /** The next item, or null at the end. */
  public abstract PyObject next();

  /** Whether {@link #next} runs no Python code. */
  public boolean isNative() {
    return true;
  }

  /** The same of any object. */
  public static boolean isNative(PyObject iterator) {
    if (iterator instanceof PyIterator builtin) {
      return builtin.isNative();
    }
    return iterator.getClass() == PyEnumerate.class && ((PyEnumerate) iterator).isNative
        || iterator.getClass() == PyZip.class && ((PyZip) iterator).isNative;
  }

  /** How many items an iterator of a list or tuple has left; {@code Integer.MAX_VALUE} for others. */
  static int left(PyObject iterator) {
    if (iterator instanceof PyListIterator list) {
      return list.lengthHint();
    }
    return iterator instanceof PyTupleIterator tuple ? tuple.lengthHint() : Integer.MAX_VALUE;
  }
}
