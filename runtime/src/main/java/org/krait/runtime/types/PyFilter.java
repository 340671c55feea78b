package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code filter}: the items for which a function, or with None the item itself, is true. */
@BuiltinType(name = "filter", parts = {IteratorMethods.class}, basicSize = 32)
public final class PyFilter extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyFilterTable());

  private final PyObject function;
  private final PyObject iterator;

  private PyFilter(PyType cls, PyObject function, PyObject iterator) {
    super(cls);
    this.function = function;
    this.iterator = iterator;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    Arguments.noKeywords(cls, TYPE, names, "filter");
    int given = args.length - (names == null ? 0 : names.length);
    if (given != 2) {
      throw Errors.typeError("filter expected 2 arguments, got %d", given);
    }
    return new PyFilter(cls, args[0], Iteration.iterator(args[1]));
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    boolean byItself = function == PyNone.NONE || function == PyBool.TYPE;
    while (true) {
      PyObject item = Iteration.next(iterator);
      if (item == null || Objects.isTrue(byItself ? item : function.call(item))) {
        return item;
      }
    }
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    return PyTuple.of(type(), PyTuple.of(function, iterator));
  }
}
