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
}
