package org.krait.stdlib.tracemalloc;

import java.lang.ref.PhantomReference;
import org.krait.runtime.PyObject;

/**
 * What is known of an object that is alive: its blocks and where they were made.
 *
 * <p>A phantom reference, because an object that is dropped with a {@code __del__} or an open file is
 * still asked for: the warning about it says where it was made.
 */
final class Trace extends PhantomReference<PyObject> {
  final int hash;
  final Traceback madeAt;

  /** The object's own block, in bytes. */
  final long own;

  /** The block of what it holds, 0 for none. */
  long held;

  /** Where that block was made. */
  Traceback heldAt;

  /** The next of the same chain in {@link Traces}. */
  Trace next;

  Trace(PyObject object, int hash, Traceback madeAt) {
    super(object, null);
    this.hash = hash;
    this.madeAt = madeAt;
    this.heldAt = madeAt;
    this.own = BlockSizes.own(object);
    this.held = BlockSizes.held(object, 0);
  }

  long size() {
    return own + held;
  }
}
