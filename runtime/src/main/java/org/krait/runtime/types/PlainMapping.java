package org.krait.runtime.types;

import org.krait.runtime.PyObject;

/**
 * What is derived from {@link PyDict} in Java, and whose exact type has items set, asked for and found as a dict's
 * are; but for keys that are missing.
 */
public interface PlainMapping {
  /** Whether it is of the exact type. */
  boolean isPlain();

  /** The value that a missing key gets, which then has it; null where Python code or an exception has to tell. */
  PyObject makeMissing(PyObject key);
}
