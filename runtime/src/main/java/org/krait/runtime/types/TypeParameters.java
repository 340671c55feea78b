package org.krait.runtime.types;

import org.krait.runtime.Attributes;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.PyFrame;

/**
 * The type parameters and type aliases of PEP 695, made by the instructions that the compiler emits.
 *
 * <p>The types themselves belong to the native module {@code _typing}.
 */
public final class TypeParameters {
  private TypeParameters() {}

  private static PyObject make(PyFrame frame, String maker, PyObject... args) {
    PyObject module = frame.thread.interpreter.importModule("_typing");
    return Attributes.get(module, maker).call(args, null);
  }

  public static PyObject typeVar(PyFrame frame, PyObject name) {
    return make(frame, "_make_typevar", name, PyNone.NONE, PyNone.NONE);
  }

  public static PyObject typeVarWithBound(PyFrame frame, PyObject name, PyObject bound) {
    return make(frame, "_make_typevar", name, bound, PyNone.NONE);
  }

  public static PyObject typeVarWithConstraints(PyFrame frame, PyObject name, PyObject constraints) {
    return make(frame, "_make_typevar", name, PyNone.NONE, constraints);
  }

  public static PyObject paramSpec(PyFrame frame, PyObject name) {
    return make(frame, "_make_paramspec", name);
  }

  public static PyObject typeVarTuple(PyFrame frame, PyObject name) {
    return make(frame, "_make_typevartuple", name);
  }

  /** {@code Generic[params]}, the hidden base of a generic class. */
  public static PyObject subscriptGeneric(PyFrame frame, PyObject params) {
    return make(frame, "_subscript_generic", params);
  }

  /** A type alias from name, type parameters and the function that computes the value. */
  public static PyObject typeAlias(PyFrame frame, PyObject parts) {
    PyTuple all = (PyTuple) parts;
    return make(frame, "_make_typealias", all.get(0), all.get(1), all.get(2));
  }
}
