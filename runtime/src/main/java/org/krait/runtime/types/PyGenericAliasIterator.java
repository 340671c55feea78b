package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code generic_alias_iterator}: gives the alias once, with a star. */
@BuiltinType(
    name = "generic_alias_iterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class})
public final class PyGenericAliasIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyGenericAliasIteratorTable());

  private PyGenericAlias alias;

  PyGenericAliasIterator(PyGenericAlias alias) {
    this.alias = alias;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    PyGenericAlias only = alias;
    alias = null;
    return only == null ? null : only.withStar();
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    // The look-up may run code that takes the item.
    PyObject iter = IteratorPickling.builtin("iter");
    return PyTuple.of(iter, PyTuple.of(alias == null ? PyTuple.EMPTY : alias));
  }

  @Override
  public boolean isNative() {
    return false;
  }
}
