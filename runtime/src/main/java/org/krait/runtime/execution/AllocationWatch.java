package org.krait.runtime.execution;

import org.krait.runtime.PyObject;

/** Who is told of the objects that a program makes: {@code tracemalloc}. */
public interface AllocationWatch {
  /** An instruction made an object, if it did not find one that was there already. */
  void made(PyFrame frame, PyObject object);

  /** The same, and everything in it that nobody was told of. */
  void madeWhole(PyFrame frame, PyObject object);

  /** An instruction may have changed the size of an object. */
  void changed(PyFrame frame, PyObject object);
}
