package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.Pickling;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Shaped;

/** A name of {@code __slots__} as an attribute of its class. */
@BuiltinType(name = "member_descriptor", subclassable = false, disallowNew = true, basicSize = 48)
public sealed class PyMemberDescriptor extends PyObject permits PyStructMember {
  public static final PyType TYPE = PyType.builtin(new PyMemberDescriptorTable());

  private final PyType owner;
  private final PyStr name;
  private final int slot;

  public PyMemberDescriptor(PyType owner, PyStr name, int slot) {
    this.owner = owner;
    this.name = name;
    this.slot = slot;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  public PyType owner() {
    return owner;
  }

  public PyStr name() {
    return name;
  }

  /** Where instances keep the value. */
  public int slot() {
    return slot;
  }

  /** The slot that a value found in a class stands for in its instances; negative where it is no slot of theirs. */
  public static int slotIn(PyType type, PyObject found) {
    return found != null
            && found.getClass() == PyMemberDescriptor.class
            && type.isSubtypeOf(((PyMemberDescriptor) found).owner)
        ? ((PyMemberDescriptor) found).slot
        : -1;
  }

  final void check(PyObject self) {
    if (self.type() != owner() && !self.type().isSubtypeOf(owner())) {
      throw Errors.typeError(
          "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
          name, owner().fullName(), self.type().fullName());
    }
  }

  private Shaped checked(PyObject self) {
    check(self);
    return (Shaped) self;
  }

  @Method("__get__(self, instance, owner=None, /)")
  PyObject get(PyObject instance, PyObject type) {
    if (instance == null) {
      return this;
    }
    PyObject value = checked(instance).slot(slot);
    if (value == null) {
      throw Errors.noAttribute(instance, name);
    }
    return value;
  }

  @Method("__set__(self, instance, value, /)")
  void set(PyObject instance, PyObject value) {
    Shaped object = checked(instance);
    if (!Concurrency.active()) {
      object.setSlot(slot, value);
      return;
    }
    synchronized (object) {
      object.setSlot(slot, value);
    }
  }

  @Method("__delete__(self, instance, /)")
  void delete(PyObject instance) {
    Shaped object = checked(instance);
    if (object.slot(slot) == null) {
      throw Errors.attributeError(instance, name, "%s", name);
    }
    object.setSlot(slot, null);
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "<member '" + name + "' of '" + owner().fullName() + "' objects>";
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    return Pickling.byGetattr(owner(), name);
  }

  @Getter(value = "__name__", member = true)
  PyObject getName() {
    return name;
  }

  @Getter("__qualname__")
  String getQualname() {
    return owner().qualname() + "." + name;
  }

  @Getter(value = "__objclass__", member = true)
  PyObject getObjClass() {
    return owner();
  }

  @Getter("__doc__")
  PyObject getDoc() {
    return PyNone.NONE;
  }
}
