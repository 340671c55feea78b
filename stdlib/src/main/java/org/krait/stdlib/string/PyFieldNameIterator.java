package org.krait.stdlib.string;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.text.FieldName;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyIterator;
import org.krait.runtime.types.PyTuple;

/** {@code fieldnameiterator}: pairs of whether it is an attribute, and its name or key. */
@BuiltinType(name = "fieldnameiterator", subclassable = false, disallowNew = true)
public final class PyFieldNameIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyFieldNameIteratorTable());

  private final FieldName name;

  PyFieldNameIterator(FieldName name) {
    this.name = name;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    if (!name.next()) {
      return null;
    }
    PyObject part = name.isAttribute() ? name.part() : StringModule.key(name.part());
    return PyTuple.of(PyBool.of(name.isAttribute()), part);
  }
}
