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

/** {@code dropwhile}: all items from the first on for which a predicate is false. */
@BuiltinType(
    name = "dropwhile",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyDropWhile extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyDropWhileTable());

  private final PyObject predicate;
  private final PyObject iterator;
  private boolean done;

  private PyDropWhile(PyType cls, PyObject predicate, PyObject iterator) {
    super(cls);
    this.predicate = predicate;
    this.iterator = iterator;
  }

  @Method("__new__(cls, predicate, iterable, /)")
  static PyObject make(PyType cls, PyObject predicate, PyObject iterable) {
    return new PyDropWhile(cls, predicate, Iteration.iterator(iterable));
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    while (true) {
      PyObject item = Iteration.next(iterator);
      if (item == null || done) {
        return item;
      }
      if (!Objects.isTrue(predicate.call(item))) {
        done = true;
        return item;
      }
    }
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
