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
import org.krait.runtime.types.PyTuple;

/** {@code typing.TypeVar}: stands for a type. */
@BuiltinType(
    name = "TypeVar",
    module = "typing",
    heapType = true,
    subclassable = false,
    instanceDict = true,
    weakReferences = true,
    doc = "A name that stands for a type.",
    basicSize = 64)
public final class PyTypeVar extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyTypeVarTable());

  private static final Signature CALL =
      new Signature(
          "typevar", "typevar", null, 0, 1, 1, 0, Signature.STAR,
          "name", "bound", "covariant", "contravariant", "infer_variance");

  private final PyObject name;
  private final Variance variance;

  /** Null until computed, or when there is none. */
  private PyObject bound;

  private PyObject constraints;

  /** Functions that a program's annotations became; null when there is nothing to compute. */
  private PyObject computesBound;

  private PyObject computesConstraints;

  private PyTypeVar(PyObject name, Variance variance) {
    super(TYPE);
    this.name = name;
    this.variance = variance;
  }

  /** The parameter of {@code class C[T: bound]}; the functions are null where there is none. */
  static PyTypeVar lazy(PyObject name, PyObject computesBound, PyObject computesConstraints) {
    PyTypeVar made = new PyTypeVar(name, Variance.INFERRED);
    made.computesBound = computesBound;
    made.computesConstraints = computesConstraints;
    return made;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PyObject[] bound = CALL.bind(args, names);
    PyStr name = Arguments.instance(bound[0], PyStr.class, "typevar() argument 'name'", "str");
    PyTypeVar made = new PyTypeVar(name, Variance.of(bound[2], bound[3], bound[4]));
    if (bound[1] != null && bound[1] != PyNone.NONE) {
      made.bound = TypingModule.checkedType(bound[1], "Bound must be a type.");
    }
    PyObject[] constraints = CALL.rest(args, names);
    if (constraints.length == 1) {
      throw Errors.typeError("A single constraint is not allowed");
    }
    if (constraints.length > 1) {
      if (made.bound != null) {
        throw Errors.typeError("Constraints cannot be combined with bound=...");
      }
      made.constraints = PyTuple.of(constraints.clone());
    }
    return TypingModule.placed(made);
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
    return TypingModule.call("_typevar_subst", this, arg);
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    return name;
  }

  @Method(value = "__mro_entries__(self, bases, /)", textSignature = false)
  PyObject mroEntries(PyObject bases) {
    throw Errors.typeError("Cannot subclass an instance of TypeVar");
  }

  @Getter(value = "__name__", member = true)
  PyObject name() {
    return name;
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

  @Getter("__bound__")
  PyObject bound() {
    if (bound == null && computesBound != null) {
      bound = computesBound.call();
    }
    return bound == null ? PyNone.NONE : bound;
  }

  @Getter("__constraints__")
  PyObject constraints() {
    if (constraints == null && computesConstraints != null) {
      constraints = computesConstraints.call();
    }
    return constraints == null ? PyTuple.EMPTY : constraints;
  }
}
