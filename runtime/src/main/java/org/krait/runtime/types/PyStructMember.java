package org.krait.runtime.types;

import org.krait.runtime.Documentation;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.TypeTable;

/** A {@code member_descriptor} of a builtin type: what CPython keeps in a field of a C struct. */
public final class PyStructMember extends PyMemberDescriptor {
  private final TypeTable table;
  private final int id;

  public PyStructMember(TypeTable table, int id) {
    super(null, PyStr.interned(table.attributeName(id)), -1);
    this.table = table;
    this.id = id;
  }

  /** What computes it. */
  public TypeTable table() {
    return table;
  }

  /** Its place in the table. */
  public int id() {
    return id;
  }

  @Override
  public org.krait.runtime.PyType owner() {
    return table.owner();
  }

  @Override
  PyObject get(PyObject instance, PyObject type) {
    if (instance == null) {
      return this;
    }
    check(instance);
    return table.get(id, instance);
  }

  @Override
  void set(PyObject instance, PyObject value) {
    check(instance);
    if (!table.isWritable(id)) {
      throw Errors.attributeError(instance, name(), "readonly attribute");
    }
    table.set(id, instance, value);
  }

  @Override
  void delete(PyObject instance) {
    set(instance, null);
  }

  @Override
  PyObject getDoc() {
    String doc = Documentation.ofAttribute(table, id);
    return doc == null ? PyNone.NONE : PyStr.of(doc);
  }
}
