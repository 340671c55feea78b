package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyTuple;

/** {@code compress}: the items whose selectors are true. */
@BuiltinType(
    name = "compress",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyCompress extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyCompressTable());

  private final PyObject data;
  private final PyObject selectors;

  private PyCompress(PyType cls, PyObject data, PyObject selectors) {
    super(cls);
    this.data = data;
    this.selectors = selectors;
  }

  @Method("__new__(cls, data, selectors)")
  static PyObject make(PyType cls, PyObject data, PyObject selectors) {
    return new PyCompress(cls, Iteration.iterator(data), Iteration.iterator(selectors));
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    while (true) {
      PyObject item = Iteration.next(data);
      PyObject selector = item == null ? null : Iteration.next(selectors);
      if (selector == null) {
        return null;
      }
      if (Objects.isTrue(selector)) {
        return item;
      }
    }
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    return PyTuple.of(type(), PyTuple.of(data, selectors));
  }
}
