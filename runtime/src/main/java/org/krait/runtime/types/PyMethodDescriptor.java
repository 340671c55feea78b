package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Documentation;
import org.krait.runtime.Errors;
import org.krait.runtime.Pickling;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.TypeTable;

/** A method of a builtin type as an attribute of the type: {@code list.append}. */
@BuiltinType(name = "method_descriptor", subclassable = false, disallowNew = true, basicSize = 56)
public final class PyMethodDescriptor extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyMethodDescriptorTable());

  private final TypeTable table;
  private final int id;

  public PyMethodDescriptor(TypeTable table, int id) {
    this.table = table;
    this.id = id;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  public TypeTable table() {
    return table;
  }

  public int id() {
    return id;
  }

  private PyObject checked(PyObject self) {
    PyType owner = table.owner();
    if (self.type() != owner && !self.type().isSubtypeOf(owner)) {
      throw Errors.typeError(
          "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
          table.name(id), owner.fullName(), self.type().fullName());
    }
    return self;
  }

  @Override
  public PyObject call(PyObject[] args, PyStr[] names) {
    int positional = args.length - (names == null ? 0 : names.length);
    if (positional == 0) {
      throw Errors.typeError(
          "unbound method %s() needs an argument", table.qualifiedName(id));
    }
    PyObject self = checked(args[0]);
    return table.callN(id, self, java.util.Arrays.copyOfRange(args, 1, args.length), names);
  }

  @Override
  public PyObject call(PyObject self) {
    return table.call0(id, checked(self));
  }

  @Override
  public PyObject call(PyObject self, PyObject a) {
    return table.call1(id, checked(self), a);
  }

  @Override
  public PyObject call(PyObject self, PyObject a, PyObject b) {
    return table.call2(id, checked(self), a, b);
  }

  @Method("__call__(self, /, *args, **kwargs)")
  PyObject callMethod(PyObject[] args, PyStr[] names) {
    return call(args, names);
  }

  @Method("__get__(self, instance, owner=None, /)")
  PyObject get(PyObject instance, PyObject owner) {
    return instance == null ? this : new PyBuiltinFunction(table, id, checked(instance));
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "<method '" + table.name(id) + "' of '" + table.owner().fullName() + "' objects>";
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    return Pickling.byGetattr(table.owner(), PyStr.interned(table.name(id)));
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
