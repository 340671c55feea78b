package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.BuiltinTable;
import org.krait.runtime.Comparison;
import org.krait.runtime.Documentation;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.TypeTable;

/**
 * A function of a builtin type or module with its receiver: {@code len}, {@code [].append}, {@code
 * dict.fromkeys}, {@code object.__new__}.
 */
@BuiltinType(
    name = "builtin_function_or_method",
    subclassable = false,
    disallowNew = true,
    weakReferences = true,
    basicSize = 56)
public final class PyBuiltinFunction extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyBuiltinFunctionTable());

  private final BuiltinTable table;
  private final int id;
  private final PyObject self;

  /**
   * A function with its receiver.
   *
   * @param self the instance, the class, or the module; {@code None} for a static method
   */
  public PyBuiltinFunction(BuiltinTable table, int id, PyObject self) {
    this.table = table;
    this.id = id;
    this.self = self;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  public BuiltinTable table() {
    return table;
  }

  public int id() {
    return id;
  }

  public PyObject self() {
    return self;
  }

  private boolean isNew() {
    // Of a class only; asked first because it is quick.
    return self instanceof PyType && table.kind(id) == BuiltinTable.Kind.NEW;
  }

  /** Whether it is the function of this name in {@code builtins}. */
  public boolean isNamed(String name) {
    return table.name(id).equals(name) && "builtins".equals(table.module());
  }

  /** Calls a {@code __new__} for a class that {@code type.__call__} has checked. */
  public PyObject create(PyType cls, PyObject[] args, PyStr[] names) {
    checkBase(cls);
    return table.callN(id, cls, args, names);
  }

  /** Whether this is a {@code __new__} that can make instances of a class. */
  public boolean makes(PyType cls) {
    PyType owner = (PyType) self;
    return owner.layout() == cls.layout()
        ? cls.isSubtypeOf(owner)
        : cls.builtinAncestor() == owner && owner.layout().isAssignableFrom(cls.layout());
  }

  private void checkBase(PyType cls) {
    PyType owner = (PyType) self;
    if (!owner.layout().isAssignableFrom(cls.layout()) || !cls.isSubtypeOf(owner)) {
      throw Errors.typeError(
          "%s.__new__(%s): %s is not a subtype of %s",
          owner.name(), cls.name(), cls.name(), owner.name());
    }
    if (owner.layout() != cls.layout() && cls.builtinAncestor() != owner) {
      throw Errors.typeError(
          "%s.__new__(%s) is not safe, use %s.__new__()",
          owner.name(), cls.name(), cls.builtinAncestor().name());
    }
  }

  @Override
  public PyObject call(PyObject[] args, PyStr[] names) {
    if (!isNew()) {
      return table.callN(id, self, args, names);
    }
    int positional = args.length - (names == null ? 0 : names.length);
    if (positional == 0) {
      throw Errors.typeError("%s.__new__(): not enough arguments", ((PyType) self).name());
    }
    if (!(args[0] instanceof PyType cls)) {
      throw Errors.typeError(
          "%s.__new__(X): X is not a type object (%s)",
          ((PyType) self).name(), args[0].type().fullName());
    }
    return create(cls, java.util.Arrays.copyOfRange(args, 1, args.length), names);
  }

  @Override
  public PyObject call() {
    return isNew() ? call(NO_ARGS, null) : table.call0(id, self);
  }

  @Override
  public PyObject call(PyObject a) {
    return isNew() ? call(new PyObject[] {a}, null) : table.call1(id, self, a);
  }

  @Override
  public PyObject call(PyObject a, PyObject b) {
    return isNew() ? call(new PyObject[] {a, b}, null) : table.call2(id, self, a, b);
  }

  @Override
  public PyObject call(PyObject a, PyObject b, PyObject c) {
    return isNew() ? call(new PyObject[] {a, b, c}, null) : table.call3(id, self, a, b, c);
  }

  @Method("__call__(self, /, *args, **kwargs)")
  PyObject callMethod(PyObject[] args, PyStr[] names) {
    return call(args, names);
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyBuiltinFunction that) || op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    boolean same = self == that.self && table == that.table && id == that.id;
    return PyBool.of(same == (op == Comparison.EQ));
  }

  @Method("__hash__(self, /)")
  long hash() {
    return Objects.identityHash(self) * 31 ^ System.identityHashCode(table) + id;
  }

  @Method("__repr__(self, /)")
  String repr() {
    PyObject bound = bound();
    if (bound == PyNone.NONE || bound instanceof PyModule) {
      return "<built-in function " + table.name(id) + ">";
    }
    return String.format(
        "<built-in method %s of %s object at 0x%x>",
        table.name(id), bound.type().fullName(), Objects.id(bound));
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    PyObject bound = bound();
    if (bound == PyNone.NONE || bound instanceof PyModule) {
      return PyStr.of(table.name(id));
    }
    return org.krait.runtime.Pickling.byGetattr(bound, PyStr.interned(table.name(id)));
  }

  /** What it is bound to: the type, for a static method of a type, though {@code __self__} hides that. */
  private PyObject bound() {
    return self == PyNone.NONE && table instanceof TypeTable type ? type.owner() : self;
  }

  @Getter("__name__")
  String getName() {
    return table.name(id);
  }

  @Getter("__qualname__")
  String getQualname() {
    if (self == PyNone.NONE && table instanceof TypeTable type) {
      return type.owner().qualname() + "." + table.name(id);
    }
    if (self == PyNone.NONE || self instanceof PyModule) {
      return table.name(id);
    }
    PyType owner = self instanceof PyType type ? type : self.type();
    return owner.qualname() + "." + table.name(id);
  }

  @Getter("__self__")
  PyObject getSelf() {
    return self;
  }

  @Getter(value = "__module__", member = true)
  PyObject getModule() {
    return self instanceof PyModule && table.module() != null
        ? table.moduleName()
        : PyNone.NONE;
  }

  @Getter("__doc__")
  PyObject getDoc() {
    String doc = Documentation.ofFunction(table, id);
    return doc == null ? PyNone.NONE : PyStr.of(doc);
  }

  @Getter("__text_signature__")
  PyObject getTextSignature() {
    String text = table.signature(id).text();
    return text == null ? PyNone.NONE : PyStr.of(text);
  }
}
