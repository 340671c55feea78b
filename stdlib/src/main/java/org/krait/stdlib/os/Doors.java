package org.krait.stdlib.os;

import org.krait.runtime.AuditHooks;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;

/** The one place through which everything that leaves Krait passes: audit events (PEP 578) are raised here. */
public final class Doors {
  private Doors() {}

  /** Raises an audit event of CPython's name. */
  public static void audit(String event, PyObject... args) {
    AuditHooks.audit(event, args);
  }

  /** A descriptor or {@code dir_fd} as events carry it: -1 for none. */
  static PyObject directory(PyObject value) {
    return value == null || value == PyNone.NONE ? PyLong.MINUS_ONE : value;
  }
}
