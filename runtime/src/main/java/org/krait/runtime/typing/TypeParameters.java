package org.krait.runtime.typing;

import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyTuple;

/** The type parameters and type aliases of PEP 695, made by the instructions that the compiler emits. */
public final class TypeParameters {
  private TypeParameters() {}

  public static PyObject typeVar(PyObject name) {
    return PyTypeVar.lazy(name, null, null);
  }

  public static PyObject typeVarWithBound(PyObject name, PyObject computesBound) {
    return PyTypeVar.lazy(name, computesBound, null);
  }

  public static PyObject typeVarWithConstraints(PyObject name, PyObject computesConstraints) {
    return PyTypeVar.lazy(name, null, computesConstraints);
  }

  public static PyObject paramSpec(PyObject name) {
    return PyParamSpec.inferred(name);
  }

  public static PyObject typeVarTuple(PyObject name) {
    return new PyTypeVarTuple(name);
  }

  /** {@code Generic[params]}, the hidden base of a generic class. */
  public static PyObject subscriptGeneric(PyObject params) {
    PyTuple unpacked = TypingModule.withUnpacked((PyTuple) params);
    return TypingModule.call("_GenericAlias", GenericType.TYPE, unpacked);
  }

  /** A type alias from name, type parameters and the function that computes the value. */
  public static PyObject typeAlias(PyObject parts) {
    PyTuple all = (PyTuple) parts;
    return PyTypeAlias.lazy(all.get(0), all.get(1), all.get(2));
  }
}
