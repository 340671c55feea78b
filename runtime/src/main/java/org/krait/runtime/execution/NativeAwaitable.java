package org.krait.runtime.execution;

import org.krait.runtime.PyObject;

/** An iterator of a builtin type that {@code await} asks without a StopIteration at its end. */
public interface NativeAwaitable {
  /** Goes on; what is yielded, or null when it is done and has its {@link #takeResult}. */
  PyObject step(PyObject sent);

  /** The result, once a step has returned null; asked for once. */
  PyObject takeResult();
}
