package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyTuple;

/** The items of one group of {@link PyGroupBy}. */
@BuiltinType(
    name = "_grouper",
    module = "itertools",
    subclassable = false,
    parts = {IteratorMethods.class})
public final class PyGrouper extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyGrouperTable());

  private final PyGroupBy parent;
  private final PyObject key;

  PyGrouper(PyGroupBy parent, PyObject key) {
    super(TYPE);
    this.parent = parent;
    this.key = key;
  }

  @Method("__new__(cls, parent, tgtkey, /)")
  static PyObject make(PyType cls, PyObject parent, PyObject key) {
    if (!(parent instanceof PyGroupBy groups)) {
      throw Errors.typeError(
          "_grouper() argument 1 must be itertools.groupby, not %s", parent.type().fullName());
    }
    PyGrouper group = new PyGrouper(groups, key);
    groups.setCurrent(group);
    return group;
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    return parent.nextOf(this, key);
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    return parent.isCurrent(this)
        ? PyTuple.of(TYPE, PyTuple.of(parent, key))
        : PyTuple.of(
            org.krait.runtime.types.IteratorPickling.builtin("iter"), PyTuple.of(PyTuple.EMPTY));
  }
}
