package org.krait.runtime.typing;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Signature;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyGenericAlias;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyUnion;

/** {@code typing.TypeAliasType}: what {@code type X = …} makes (PEP 695). */
@BuiltinType(
    name = "TypeAliasType",
    module = "typing",
    subclassable = false,
    doc = "The name that a type statement gives to a type.",
    basicSize = 56)
public final class PyTypeAlias extends PyObject implements PyUnion.Member {
  public static final PyType TYPE = PyType.builtin(new PyTypeAliasTable());

  private static final Signature CALL =
      new Signature("typealias", "typealias", null, 0, 2, 2, 0, 0, "name", "value", "type_params");

  private final PyObject name;
  private final PyTuple parameters;
  private final PyObject module;
  private final PyObject computesValue;

  /** Null until computed. */
  private PyObject value;

  private PyTypeAlias(
      PyObject name, PyTuple parameters, PyObject module, PyObject computesValue, PyObject value) {
    this.name = name;
    this.parameters = parameters;
    this.module = module;
    this.computesValue = computesValue;
    this.value = value;
  }

  /** What a {@code type} statement makes; the value is computed when first asked for. */
  static PyTypeAlias lazy(PyObject name, PyObject parameters, PyObject computesValue) {
    PyTuple all = parameters instanceof PyTuple tuple ? tuple : PyTuple.EMPTY;
    PyObject module =
        computesValue instanceof PyFunction function
            ? Attributes.getOrNull(function, "__module__")
            : null;
    return new PyTypeAlias(name, all, module, computesValue, null);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PyObject[] bound = CALL.bind(args, names);
    PyStr name = Arguments.instance(bound[0], PyStr.class, "typealias() argument 'name'", "str");
    if (bound[2] != null && !(bound[2] instanceof PyTuple)) {
      throw Errors.typeError("type_params must be a tuple");
    }
    PyTuple parameters = bound[2] == null ? PyTuple.EMPTY : (PyTuple) bound[2];
    return new PyTypeAlias(name, parameters, TypingModule.caller(), null, bound[1]);
  }

  @Method("__repr__(self, /)")
  PyObject repr() {
    return name;
  }

  @Method("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject value) {
    return PyUnion.of(self, value);
  }

  @Method("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject value) {
    return PyUnion.of(value, self);
  }

  @Method("__getitem__(self, key, /)")
  PyObject getItem(PyObject args) {
    if (parameters.size() == 0) {
      throw Errors.typeError("Only generic type aliases are subscriptable");
    }
    return PyGenericAlias.of(this, args);
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    return name;
  }

  @Getter(value = "__name__", member = true)
  PyObject name() {
    return name;
  }

  @Getter("__parameters__")
  PyObject parameters() {
    return TypingModule.withUnpacked(parameters);
  }

  @Getter("__type_params__")
  PyObject typeParams() {
    return parameters;
  }

  @Getter("__value__")
  PyObject value() {
    if (value == null) {
      value = computesValue.call();
    }
    return value;
  }

  @Getter("__module__")
  PyObject module() {
    return module == null ? PyNone.NONE : module;
  }
}
