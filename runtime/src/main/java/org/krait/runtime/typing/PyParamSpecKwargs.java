package org.krait.runtime.typing;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Signature;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;

/** {@code P.kwargs}: the keyword arguments of a parameter specification. */
@BuiltinType(
    name = "ParamSpecKwargs",
    module = "typing",
    heapType = true,
    subclassable = false,
    weakReferences = true,
    doc = "The keyword arguments of a parameter specification.",
    basicSize = 24)
public final class PyParamSpecKwargs extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyParamSpecKwargsTable());

  private static final Signature CALL =
      new Signature("paramspeckwargs", "paramspeckwargs", null, 0, 1, 1, 0, 0, "origin");

  private final PyObject origin;

  PyParamSpecKwargs(PyObject origin) {
    this.origin = origin;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyParamSpecKwargs(CALL.bind(args, names)[0]);
  }

  @Method("__repr__(self, /)")
  String repr() {
    PyObject shown = origin instanceof PyParamSpec known ? known.name() : Objects.repr(origin);
    return shown + ".kwargs";
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyParamSpecKwargs same) || op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return PyBool.of(Comparison.equal(origin, same.origin) == (op == Comparison.EQ));
  }

  @Method(value = "__mro_entries__(self, bases, /)", textSignature = false)
  PyObject mroEntries(PyObject bases) {
    throw Errors.typeError("Cannot subclass an instance of ParamSpecKwargs");
  }

  @Getter(value = "__origin__", member = true)
  PyObject origin() {
    return origin;
  }
}
