package org.krait.runtime;

import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyGetSetDescriptor;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyWeakReference;

/** The attributes {@code __dict__} and {@code __weakref__} that new classes get. */
final class InstanceAttributes extends TypeTable {
  private static final InstanceAttributes TABLE = new InstanceAttributes();
  private static final PyStr NAME = PyStr.interned("__dict__");
  private static final int DICT = 0;
  private static final int WEAKREF = 1;

  private InstanceAttributes() {}

  static PyObject dictDescriptor(PyType owner) {
    return new PyGetSetDescriptor(TABLE, DICT, owner);
  }

  static PyObject weakrefDescriptor(PyType owner) {
    return new PyGetSetDescriptor(TABLE, WEAKREF, owner);
  }

  /** Whether an object's {@code __dict__} is the one of its shape, which nobody has changed. */
  static boolean isPlain(PyObject object) {
    PyType type = object.type();
    return object instanceof Shaped
        && type.special(Special.GETATTRIBUTE) == ObjectType.TYPE.special(Special.GETATTRIBUTE)
        && type.lookup(NAME) instanceof PyGetSetDescriptor descriptor
        && descriptor.table() == TABLE;
  }

  @Override
  protected String[] attributeNames() {
    return new String[] {"__dict__", "__weakref__"};
  }

  @Override
  public boolean isWritable(int id) {
    return id == DICT;
  }

  @Override
  public PyObject get(int id, PyObject self) {
    if (id == WEAKREF) {
      return WeakReferences.to(self).stream()
          .<PyObject>map(PyWeakReference::seen)
          .filter(one -> one != null)
          .findFirst()
          .orElse(PyNone.NONE);
    }
    if (self instanceof PyType type) {
      return type.shownDict();
    }
    PyDict dict = self.ownDict();
    if (dict == null) {
      throw Errors.noAttribute(self, PyStr.interned("__dict__"));
    }
    return dict;
  }

  @Override
  public void set(int id, PyObject self, PyObject value) {
    PyType builtin = builtinWithDict(self.type());
    if (builtin != null) {
      setAs(builtin, self, value);
      return;
    }
    if (value == null) {
      self.setOwnDict(new PyDict());
      return;
    }
    if (!(value instanceof PyDict dict)) {
      throw Errors.typeError(
          "__dict__ must be set to a dictionary, not a '%s'", value.type().fullName());
    }
    self.setOwnDict(dict);
  }

  private static PyType builtinWithDict(PyType type) {
    PyType at = type;
    while (at != null && at.isHeap()) {
      at = at.base();
    }
    return at != null && (at.hasDict() || at == PyType.TYPE) ? at : null;
  }

  /** As the builtin type does it that has the dict. */
  private static void setAs(PyType builtin, PyObject self, PyObject value) {
    PyObject descriptor = builtin.lookup(PyStr.interned("__dict__"));
    if (descriptor == null || descriptor.type().special(Special.SET) == null) {
      throw Errors.typeError(
          "this __dict__ descriptor does not support '%s' objects", self.type().fullName());
    }
    if (value == null) {
      descriptor.type().slots.delete(descriptor, self);
    } else {
      descriptor.type().slots.set(descriptor, self, value);
    }
  }

  @Override
  public String attributeDoc(int id) {
    return id == DICT
        ? "dictionary for instance variables"
        : "list of weak references to the object";
  }

  @Override
  public int count() {
    return 0;
  }

  @Override
  public String name(int id) {
    throw new IllegalArgumentException("no function " + id);
  }

  @Override
  protected String kinds() {
    return "";
  }

  @Override
  protected Signature makeSignature(int id) {
    throw new IllegalArgumentException("no function " + id);
  }

  @Override
  public PyObject callN(int id, PyObject self, PyObject[] args, PyStr[] names) {
    throw new IllegalArgumentException("no function " + id);
  }

  @Override
  public String module() {
    return "builtins";
  }

  @Override
  public String typeName() {
    return "object";
  }

  @Override
  public PyType base() {
    return null;
  }

  @Override
  public Class<?> javaClass() {
    return PyObject.class;
  }

  @Override
  public TypeFlags typeFlags() {
    return ObjectType.TYPE.flags();
  }

  @Override
  public TypeSlots slots() {
    return TypeSlots.INSTANCE;
  }
}
