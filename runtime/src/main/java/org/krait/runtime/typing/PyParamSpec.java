package org.krait.runtime.typing;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Signature;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code typing.ParamSpec}: stands for the parameters of a callable (PEP 612). */
@BuiltinType(
    name = "ParamSpec",
    module = "typing",
    heapType = true,
    subclassable = false,
    instanceDict = true,
    weakReferences = true,
    doc = "A name that stands for the parameters of a callable.",
    basicSize = 40)
public final class PyParamSpec extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyParamSpecTable());

  private static final Signature CALL =
      new Signature(
          "paramspec", "paramspec", null, 0, 1, 1, 0, 0,
          "name", "bound", "covariant", "contravariant", "infer_variance");

  private final PyObject name;
  private final Variance variance;
  private final PyObject bound;

  private PyParamSpec(PyObject name, Variance variance, PyObject bound) {
    super(TYPE);
    this.name = name;
    this.variance = variance;
    this.bound = bound;
  }

  /** The parameter of {@code class C[**P]}. */
  static PyParamSpec inferred(PyObject name) {
    return new PyParamSpec(name, Variance.INFERRED, PyNone.NONE);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PyObject[] bound = CALL.bind(args, names);
    PyStr name = Arguments.instance(bound[0], PyStr.class, "paramspec() argument 'name'", "str");
    Variance variance = Variance.of(bound[2], bound[3], bound[4]);
    PyObject limit =
        bound[1] == null
            ? PyNone.NONE
            : TypingModule.checkedType(bound[1], "Bound must be a type.");
    return TypingModule.placed(new PyParamSpec(name, variance, limit));
  }

  @Method("__repr__(self, /)")
  String repr() {
    return variance.sign() + name;
  }

  @Method("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject value) {
    return TypingModule.union(self, value);
  }

  @Method("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject value) {
    return TypingModule.union(value, self);
  }

  @Method("__typing_subst__(self, arg)")
  PyObject substitute(PyObject arg) {
    return TypingModule.call("_paramspec_subst", this, arg);
  }

  @Method("__typing_prepare_subst__(self, alias, args)")
  PyObject prepare(PyObject alias, PyObject args) {
    return TypingModule.call("_paramspec_prepare_subst", this, alias, args);
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    return name;
  }

  @Method(value = "__mro_entries__(self, bases, /)", textSignature = false)
  PyObject mroEntries(PyObject bases) {
    throw Errors.typeError("Cannot subclass an instance of ParamSpec");
  }

  @Getter(value = "__name__", member = true)
  PyObject name() {
    return name;
  }

  @Getter(value = "__bound__", member = true)
  PyObject bound() {
    return bound;
  }

  @Getter(value = "__covariant__", member = true)
  boolean isCovariant() {
    return variance.covariant();
  }

  @Getter(value = "__contravariant__", member = true)
  boolean isContravariant() {
    return variance.contravariant();
  }

  @Getter(value = "__infer_variance__", member = true)
  boolean isInferred() {
    return variance.inferred();
  }

  @Getter(value = "args", doc = "The type of the positional arguments.")
  PyObject args() {
    return new PyParamSpecArgs(this);
  }

  @Getter(value = "kwargs", doc = "The type of the keyword arguments.")
  PyObject kwargs() {
    return new PyParamSpecKwargs(this);
  }
}
