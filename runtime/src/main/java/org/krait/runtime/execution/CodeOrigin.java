package org.krait.runtime.execution;

import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/**
 * Where code comes from that our compiler did not make.
 *
 * @param module the name of the module that a loader wanted, or {@code None}
 * @param cache the {@code .pyc} file, or null when it is no loader that brought the code
 */
public record CodeOrigin(PyObject module, PyStr cache) {
  /** A program made it, or read it from a stream of its own. */
  public static final CodeOrigin PROGRAM = new CodeOrigin(PyNone.NONE, null);
}
