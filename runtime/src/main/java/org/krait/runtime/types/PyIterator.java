package org.krait.runtime.types;

import org.krait.runtime.PyObject;

/**
 * An iterator of a builtin type that no class derives from, so that Java code may call {@link #next}
 * without looking at the type.
 */
public abstract class PyIterator extends PyObject {
  /** The next item, or null at the end. */
  public abstract PyObject next();
}
