package org.krait.runtime.types;

import java.util.Set;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code types.GenericAlias}: {@code list[int]} (PEP 585). */
@BuiltinType(
    name = "GenericAlias",
    module = "types",
    weakReferences = true,
    doc =
        "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and"
            + " t.__args__ is (int,).",
    basicSize = 64)
public final class PyGenericAlias extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyGenericAliasTable());

  /** Attributes of the alias itself; all others are those of the origin. */
  private static final Set<String> OWN =
      Set.of(
          "__class__",
          "__origin__",
          "__args__",
          "__unpacked__",
          "__parameters__",
          "__typing_unpacked_tuple_args__",
          "__mro_entries__",
          "__reduce_ex__",
          "__reduce__",
          "__copy__",
          "__deepcopy__");

  private final PyObject origin;
  private final PyTuple args;
  private final boolean starred;
  private PyTuple parameters;

  private PyGenericAlias(PyType cls, PyObject origin, PyTuple args, boolean starred) {
    super(cls);
    this.origin = origin;
    this.args = args;
    this.starred = starred;
  }

  /** {@code origin[item]}. */
  public static PyGenericAlias of(PyObject origin, PyObject item) {
    return new PyGenericAlias(TYPE, origin, tuple(item), false);
  }

  private static PyTuple tuple(PyObject item) {
    return item instanceof PyTuple args ? args : PyTuple.of(item);
  }

  @Method(value = "__new__(cls, origin, args, /)", textSignature = false)
  static PyObject make(PyType cls, PyObject origin, PyObject args) {
    return new PyGenericAlias(cls, origin, tuple(args), false);
  }

  /** The same with a star before it, {@code *tuple[int]}. */
  PyGenericAlias withStar() {
    return new PyGenericAlias(type(), origin, args, true);
  }

  @Getter(value = "__origin__", member = true)
  public PyObject origin() {
    return origin;
  }

  @Getter(value = "__args__", member = true)
  public PyTuple args() {
    return args;
  }

  @Getter(value = "__unpacked__", member = true)
  boolean isUnpacked() {
    return starred;
  }

  @Getter("__parameters__")
  PyTuple parameters() {
    if (parameters == null) {
      parameters = AliasParameters.of(args);
    }
    return parameters;
  }

  @Getter("__typing_unpacked_tuple_args__")
  PyObject unpackedTupleArgs() {
    return starred && origin == PyTuple.TYPE ? args : PyNone.NONE;
  }

  @Method("__getattribute__(self, name, /)")
  PyObject getAttribute(PyStr name) {
    return OWN.contains(name.toString())
        ? Attributes.genericGet(this, name)
        : Attributes.get(origin, name);
  }

  @Method("__repr__(self, /)")
  String repr() {
    String text = (starred ? "*" : "") + AliasParameters.shown(origin);
    return text + (args.size() == 0 ? "[()]" : AliasParameters.shownAll(args, "[", "]"));
  }

  @Method("__hash__(self, /)")
  long hash() {
    long hash = Objects.hash(origin) ^ Objects.hash(args);
    return hash == -1 ? -2 : hash;
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyGenericAlias alias) || op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    boolean equal =
        starred == alias.starred
            && Comparison.equal(origin, alias.origin)
            && Comparison.equal(args, alias.args);
    return PyBool.of(equal == (op == Comparison.EQ));
  }

  /** A class derived from this one may have a {@code __call__} of its own. */
  @Override
  public PyObject call(PyObject[] arguments, PyStr[] names) {
    return type() == TYPE ? invoke(arguments, names) : type().slots.call(this, arguments, names);
  }

  /** Calls the origin; what it makes remembers how it was made, if it can. */
  @Method("__call__(self, /, *args, **kwargs)")
  PyObject invoke(PyObject[] arguments, PyStr[] names) {
    PyObject made = origin.call(arguments, names);
    try {
      Attributes.set(made, PyStr.interned("__orig_class__"), this);
    } catch (PyException e) {
      if (!AliasParameters.isRefusal(e)) {
        throw e;
      }
    }
    return made;
  }

  @Method("__getitem__(self, key, /)")
  PyObject getItem(PyObject item) {
    PyTuple replaced = AliasParameters.substitute(this, args, parameters(), item);
    return new PyGenericAlias(type(), origin, replaced, starred);
  }

  @Method("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject value) {
    return PyUnion.of(self, value);
  }

  @Method("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject value) {
    return PyUnion.of(value, self);
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return new PyGenericAliasIterator(this);
  }

  @Method(value = "__mro_entries__(self, bases, /)", textSignature = false)
  PyObject mroEntries(PyObject bases) {
    return PyTuple.of(origin);
  }

  @Method(value = "__instancecheck__(self, instance, /)", textSignature = false)
  boolean instanceCheck(PyObject instance) {
    throw Errors.typeError("isinstance() argument 2 cannot be a parameterized generic");
  }

  @Method(value = "__subclasscheck__(self, cls, /)", textSignature = false)
  boolean subclassCheck(PyObject cls) {
    throw Errors.typeError("issubclass() argument 2 cannot be a parameterized generic");
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    if (starred) {
      PyGenericAlias plain = new PyGenericAlias(type(), origin, args, false);
      return PyTuple.of(
          IteratorPickling.builtin("next"), PyTuple.of(new PyGenericAliasIterator(plain)));
    }
    return PyTuple.of(TYPE, PyTuple.of(origin, args));
  }

  @Method(value = "__dir__(self, /)", textSignature = false)
  PyObject dir() {
    PyDict names = new PyDict();
    PyObject ofOrigin = IteratorPickling.builtin("dir").call(origin);
    for (PyObject name : PyTuple.from(ofOrigin)) {
      names.put(name, PyNone.NONE);
    }
    OWN.stream().sorted().forEach(name -> names.put(PyStr.interned(name), PyNone.NONE));
    return names.keyList();
  }
}
