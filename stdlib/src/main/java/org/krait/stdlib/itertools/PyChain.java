package org.krait.stdlib.itertools;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.GenericClassMethods;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code chain}: the items of one iterable after the other. */
@BuiltinType(
    name = "chain",
    module = "itertools",
    parts = {IteratorMethods.class, GenericClassMethods.class})
public final class PyChain extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyChainTable());

  private PyObject sources;
  private PyObject active;

  private PyChain(PyType cls, PyObject sources) {
    super(cls);
    this.sources = sources;
  }

  /** A chain of these iterables. */
  static PyChain of(PyObject... iterables) {
    return new PyChain(TYPE, Iteration.iterator(PyTuple.of(iterables)));
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    Arguments.noKeywords(cls, TYPE, names, "chain");
    PyObject[] sources =
        names == null ? args : Arrays.copyOf(args, args.length - names.length);
    return new PyChain(cls, Iteration.iterator(PyTuple.of(sources)));
  }

  @Method("from_iterable(cls, iterable, /)")
  static PyObject fromIterable(PyType cls, PyObject iterable) {
    return new PyChain(cls, Iteration.iterator(iterable));
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    while (sources != null) {
      if (active == null) {
        PyObject next = null;
        boolean done = false;
        try {
          next = Iteration.next(sources);
          if (next != null) {
            active = Iteration.iterator(next);
          }
          done = true;
        } finally {
          if (next == null || !done) {
            sources = null;
          }
        }
        if (next == null) {
          return null;
        }
      }
      PyObject item = Iteration.next(active);
      if (item != null) {
        return item;
      }
      active = null;
    }
    return null;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    if (sources == null) {
      return PyTuple.of(type(), PyTuple.EMPTY);
    }
    PyTuple state = active == null ? PyTuple.of(sources) : PyTuple.of(sources, active);
    return PyTuple.of(type(), PyTuple.EMPTY, state);
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(PyObject state) {
    Pickles.warn();
    if (!(state instanceof PyTuple parts)) {
      throw Errors.typeError("state is not a tuple");
    }
    if (parts.size() < 1 || parts.size() > 2) {
      throw Errors.typeError("function takes at most 2 arguments (%d given)", parts.size());
    }
    for (PyObject part : parts) {
      if (!Iteration.isIterator(part)) {
        throw Errors.typeError("Arguments must be iterators.");
      }
    }
    sources = parts.get(0);
    active = parts.size() == 2 ? parts.get(1) : null;
  }
}
