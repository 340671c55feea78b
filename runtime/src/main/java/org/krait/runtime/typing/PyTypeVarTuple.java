package org.krait.runtime.typing;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Signature;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code typing.TypeVarTuple}: stands for any number of types (PEP 646). */
@BuiltinType(
    name = "TypeVarTuple",
    module = "typing",
    heapType = true,
    subclassable = false,
    instanceDict = true,
    weakReferences = true,
    doc = "A name that stands for any number of types.",
    basicSize = 24)
public final class PyTypeVarTuple extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyTypeVarTupleTable());

  private static final Signature CALL =
      new Signature("typevartuple", "typevartuple", null, 0, 1, 1, 0, 0, "name");

  private final PyObject name;

  PyTypeVarTuple(PyObject name) {
    super(TYPE);
    this.name = name;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PyObject given = CALL.bind(args, names)[0];
    PyStr name = Arguments.instance(given, PyStr.class, "typevartuple() argument 'name'", "str");
    return TypingModule.placed(new PyTypeVarTuple(name));
  }

  @Method("__repr__(self, /)")
  PyObject repr() {
    return name;
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return Iteration.iterator(PyTuple.of(TypingModule.unpack(this)));
  }

  @Method("__typing_subst__(self, arg)")
  PyObject substitute(PyObject arg) {
    throw Errors.typeError("Substitution of bare TypeVarTuple is not supported");
  }

  @Method("__typing_prepare_subst__(self, alias, args)")
  PyObject prepare(PyObject alias, PyObject args) {
    return TypingModule.call("_typevartuple_prepare_subst", this, alias, args);
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    return name;
  }

  @Method(value = "__mro_entries__(self, bases, /)", textSignature = false)
  PyObject mroEntries(PyObject bases) {
    throw Errors.typeError("Cannot subclass an instance of TypeVarTuple");
  }

  @Getter(value = "__name__", member = true)
  PyObject name() {
    return name;
  }
}
