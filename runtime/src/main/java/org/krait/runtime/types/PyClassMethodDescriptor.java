package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Documentation;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.TypeTable;

/** A class method of a builtin type as an attribute of the type: {@code dict.__dict__['fromkeys']}. */
@BuiltinType(
    name = "classmethod_descriptor",
    subclassable = false,
    disallowNew = true,
    basicSize = 56)
public final class PyClassMethodDescriptor extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyClassMethodDescriptorTable());

  private final TypeTable table;
  private final int id;

  public PyClassMethodDescriptor(TypeTable table, int id) {
    this.table = table;
    this.id = id;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public PyObject call(PyObject[] args, PyStr[] names) {
    int positional = args.length - (names == null ? 0 : names.length);
    if (positional == 0) {
      throw Errors.typeError(
          "unbound method %s() needs an argument", table.qualifiedName(id));
    }
    PyObject cls = checked(args[0]);
    return table.callN(id, cls, java.util.Arrays.copyOfRange(args, 1, args.length), names);
  }

  private PyType checked(PyObject cls) {
    PyType owner = table.owner();
    if (!(cls instanceof PyType type)) {
      throw Errors.typeError(
          "descriptor '%s' for type '%s' needs a type, not a '%s' as arg 2",
          table.name(id), owner.fullName(), cls.type().fullName());
    }
    if (!type.isSubtypeOf(owner)) {
      throw Errors.typeError(
          "descriptor '%s' requires a subtype of '%s' but received '%s'",
          table.name(id), owner.fullName(), type.fullName());
    }
    return type;
  }

  @Method("__call__(self, /, *args, **kwargs)")
  PyObject callMethod(PyObject[] args, PyStr[] names) {
    return call(args, names);
  }

  @Method("__get__(self, instance, owner=None, /)")
  PyObject get(PyObject instance, PyObject owner) {
    boolean given = owner != null && owner != PyNone.NONE;
    return new PyBuiltinFunction(table, id, checked(given ? owner : instance.type()));
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "<method '" + table.name(id) + "' of '" + table.owner().fullName() + "' objects>";
  }

  @Getter(value = "__name__", member = true)
  String getName() {
    return table.name(id);
  }

  @Getter("__qualname__")
  String getQualname() {
    return table.owner().qualname() + "." + table.name(id);
  }

  @Getter(value = "__objclass__", member = true)
  PyObject getObjClass() {
    return table.owner();
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
