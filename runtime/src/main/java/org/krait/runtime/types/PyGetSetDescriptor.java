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

/**
 * An attribute of a builtin type that is computed: {@code int.real}.
 *
 * <p>The owner is the type of the table, except for the attributes that every new class gets ({@code
 * __dict__}, {@code __weakref__}).
 */
@BuiltinType(name = "getset_descriptor", subclassable = false, disallowNew = true, basicSize = 48)
public final class PyGetSetDescriptor extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyGetSetDescriptorTable());

  private final TypeTable table;
  private final int id;
  private final PyType owner;

  public PyGetSetDescriptor(TypeTable table, int id) {
    this(table, id, null);
  }

  /** An attribute of a class that a program defined. */
  public PyGetSetDescriptor(TypeTable table, int id, PyType owner) {
    this.table = table;
    this.id = id;
    this.owner = owner;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** What computes it. */
  public TypeTable table() {
    return table;
  }

  /** Its place in the table. */
  public int id() {
    return id;
  }

  /** The type that has it. */
  public PyType owner() {
    return owner == null ? table.owner() : owner;
  }

  private PyObject checked(PyObject self) {
    if (self.type() != owner() && !self.type().isSubtypeOf(owner())) {
      throw Errors.typeError(
          "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
          table.attributeName(id), owner().fullName(), self.type().fullName());
    }
    return self;
  }

  @Method("__get__(self, instance, owner=None, /)")
  PyObject get(PyObject instance, PyObject type) {
    return instance == null ? this : table.get(id, checked(instance));
  }

  @Method("__set__(self, instance, value, /)")
  void set(PyObject instance, PyObject value) {
    checked(instance);
    if (!table.isWritable(id)) {
      throw readOnly(instance);
    }
    table.set(id, instance, value);
  }

  @Method("__delete__(self, instance, /)")
  void delete(PyObject instance) {
    checked(instance);
    if (!table.isWritable(id)) {
      throw readOnly(instance);
    }
    table.set(id, instance, null);
  }

  private RuntimeException readOnly(PyObject instance) {
    PyStr name = PyStr.interned(table.attributeName(id));
    return Errors.attributeError(
        instance, name, "attribute '%s' of '%s' objects is not writable", name, owner().fullName());
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "<attribute '" + table.attributeName(id) + "' of '" + owner().fullName() + "' objects>";
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    return Pickling.byGetattr(owner(), PyStr.interned(table.attributeName(id)));
  }

  @Getter(value = "__name__", member = true)
  String getName() {
    return table.attributeName(id);
  }

  @Getter("__qualname__")
  String getQualname() {
    return owner().qualname() + "." + table.attributeName(id);
  }

  @Getter(value = "__objclass__", member = true)
  PyObject getObjClass() {
    return owner();
  }

  @Getter("__doc__")
  PyObject getDoc() {
    String doc = Documentation.ofAttribute(table, id);
    return doc == null ? PyNone.NONE : PyStr.of(doc);
  }
}
