package org.krait.runtime.execution;

import org.krait.runtime.PyObject;
import org.krait.runtime.TypeFlags;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** What {@code match} asks (PEP 634) and no Python code has to answer. */
public final class GuardedPatterns {
  private GuardedPatterns() {}

  public static boolean isSequence(PyObject subject) {
    return subject.getClass() == PyTuple.class
        || subject.getClass() == PyList.class
        || subject.type().pattern() == TypeFlags.Pattern.SEQUENCE;
  }

  public static boolean isMapping(PyObject subject) {
    return subject.getClass() == PyDict.class || subject.type().pattern() == TypeFlags.Pattern.MAPPING;
  }

  /** The values of keys that are texts or numbers in a dict, or None when one is missing. */
  public static PyObject matchKeys(PyObject subject, PyObject[] keys) {
    if (subject.getClass() != PyDict.class) {
      throw GuardFailed.INSTANCE;
    }
    PyObject[] values = new PyObject[keys.length];
    for (int i = 0; i < keys.length; i++) {
      PyObject value = ((PyDict) subject).get(keys[i]);
      if (value == null) {
        return PyNone.NONE;
      }
      values[i] = value;
    }
    return PyTuple.of(values);
  }

  /** The values of the attributes that a class pattern names, or None when the subject is no instance. */
  public static PyObject matchClass(PyObject subject, MatchedClass pattern) {
    return pattern.match(subject);
  }
}
