package org.krait.runtime.execution;

import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBaseExceptionGroup;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNone;

/** The end of a {@code try} with {@code except*}: what is left is raised again (PEP 654). */
final class ExceptStar {
  private ExceptStar() {}

  /**
   * What to raise behind all clauses.
   *
   * @param original the exception that the {@code try} body raised
   * @param results what the clauses raised, or raised again, and the part that none took; None for
   *     nothing
   * @return an exception, or None
   */
  static PyObject prepareReraise(PyObject original, PyList results) {
    List<PyBaseException> raised = new ArrayList<>();
    List<PyBaseException> reraised = new ArrayList<>();
    if (!(original instanceof PyBaseExceptionGroup group)) {
      for (int i = 0; i < results.size(); i++) {
        if (results.get(i) != PyNone.NONE) {
          return results.get(i);
        }
      }
      return PyNone.NONE;
    }
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i) instanceof PyBaseException e) {
        (isSame(e, group) ? reraised : raised).add(e);
      }
    }
    PyBaseException rest = reraised.isEmpty() ? null : group.projection(reraised);
    if (raised.isEmpty()) {
      return rest == null ? PyNone.NONE : rest;
    }
    if (rest != null) {
      raised.add(rest);
    }
    return raised.size() == 1 ? raised.get(0) : PyBaseExceptionGroup.of("", raised);
  }

  /** Whether an exception is a part of the original, and not one that a clause raised. */
  private static boolean isSame(PyBaseException e, PyBaseExceptionGroup original) {
    return e instanceof PyBaseExceptionGroup
        && e.traceback() == original.traceback()
        && e.cause() == original.cause()
        && e.context() == original.context();
  }
}
