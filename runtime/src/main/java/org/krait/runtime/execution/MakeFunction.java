package org.krait.runtime.execution;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/**
 * What {@code MAKE_FUNCTION} does. The verifier does not follow what its parts are made of, so they are
 * looked at here: code that no compiler writes may bring anything.
 */
final class MakeFunction {
  private MakeFunction() {}

  /** The function; parts that are missing are null. */
  static PyFunction of(
      PyDict globals,
      PyObject code,
      PyObject closure,
      PyObject annotations,
      PyObject keywordDefaults,
      PyObject defaults) {
    PyCode body = (PyCode) code;
    PyFunction function = new PyFunction(body, globals);
    if (closure != null || body.freeCount() > 0) {
      function.closure = cells(body, closure);
    }
    if (annotations != null) {
      if (!(annotations instanceof PyTuple || annotations instanceof PyDict)) {
        throw wrong("annotations", annotations);
      }
      function.setAnnotations(annotations);
    }
    if (keywordDefaults != null) {
      if (!(keywordDefaults instanceof PyDict dict)) {
        throw wrong("keyword defaults", keywordDefaults);
      }
      function.keywordDefaults = dict;
    }
    if (defaults != null) {
      if (!(defaults instanceof PyTuple tuple)) {
        throw wrong("defaults", defaults);
      }
      function.defaults = tuple.items();
    }
    return function;
  }

  static PyCell[] cells(PyCode code, PyObject closure) {
    if (!(closure instanceof PyTuple tuple) || tuple.size() != code.freeCount()) {
      throw wrong("closure", closure == null ? PyNone.NONE : closure);
    }
    PyCell[] cells = new PyCell[tuple.size()];
    for (int i = 0; i < cells.length; i++) {
      if (!(tuple.get(i) instanceof PyCell cell)) {
        throw wrong("closure", tuple.get(i));
      }
      cells[i] = cell;
    }
    return cells;
  }

  private static PyException wrong(String part, PyObject found) {
    return Errors.systemError("MAKE_FUNCTION: bad %s: %s", part, found.type().fullName());
  }
}
