package org.krait.stdlib.collections;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** A field of a named tuple: the item at an index. */
@BuiltinType(name = "_tuplegetter", module = "collections", subclassable = false)
public final class PyTupleGetter extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyTupleGetterTable());

  private final long index;
  private PyObject doc;

  private PyTupleGetter(long index, PyObject doc) {
    this.index = index;
    this.doc = doc;
  }

  @Method("__new__(cls, index, doc, /)")
  static PyObject make(PyType cls, long index, PyObject doc) {
    return new PyTupleGetter(index, doc);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__get__(self, instance, owner=None, /)")
  PyObject get(PyObject instance, PyObject owner) {
    if (instance == null || instance == PyNone.NONE) {
      return this;
    }
    if (!(instance instanceof PyTuple tuple)) {
      throw Errors.typeError(
          "descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object",
          index, instance.type().fullName());
    }
    if (index < 0 || index >= tuple.size()) {
      throw Errors.indexError("tuple index out of range");
    }
    return tuple.get((int) index);
  }

  @Method("__set__(self, instance, value, /)")
  void set(PyObject instance, PyObject value) {
    throw refusal("can't set attribute");
  }

  @Method("__delete__(self, instance, /)")
  void delete(PyObject instance) {
    throw refusal("can't delete attribute");
  }

  private static PyException refusal(String message) {
    return Errors.make(PyExceptions.AttributeError, message);
  }

  @Getter(value = "__doc__", member = true)
  PyObject doc() {
    return doc;
  }

  @Setter("__doc__")
  void setDoc(PyObject value) {
    doc = value == null ? PyNone.NONE : value;
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "_tuplegetter(" + index + ", " + Objects.repr(doc) + ")";
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    return PyTuple.of(TYPE, PyTuple.of(PyLong.of(index), doc));
  }
}
