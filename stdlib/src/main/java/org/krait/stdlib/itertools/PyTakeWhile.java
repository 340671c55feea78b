package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;

/** {@code takewhile}: the items before the first one for which a predicate is false. */
@BuiltinType(
    name = "takewhile",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyTakeWhile extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyTakeWhileTable());

  private final PyObject predicate;
  private final PyObject iterator;
  private boolean done;

  private PyTakeWhile(PyType cls, PyObject predicate, PyObject iterator) {
    super(cls);
    this.predicate = predicate;
    this.iterator = iterator;
  }

  @Method("__new__(cls, predicate, iterable, /)")
  static PyObject make(PyType cls, PyObject predicate, PyObject iterable) {
    return new PyTakeWhile(cls, predicate, Iteration.iterator(iterable));
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    if (done) {
      return null;
    }
    PyObject item = Iteration.next(iterator);
    if (item == null || Objects.isTrue(predicate.call(item))) {
      return item;
    }
    done = true;
    return null;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    return PyTuple.of(type(), PyTuple.of(predicate, iterator), PyLong.of(done ? 1 : 0));
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(PyObject state) {
    Pickles.warn();
    done = Objects.isTrue(state);
  }
}
