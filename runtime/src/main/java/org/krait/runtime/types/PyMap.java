package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.execution.Each;
import org.krait.runtime.execution.Sink;

/** {@code map}: what a function gives for the items of one or more iterables. */
@BuiltinType(name = "map", parts = {IteratorMethods.class}, basicSize = 32)
public final class PyMap extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyMapTable());

  private final PyObject function;
  private final PyObject[] iterators;

  private PyMap(PyType cls, PyObject function, PyObject[] iterators) {
    super(cls);
    this.function = function;
    this.iterators = iterators;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    Arguments.noKeywords(cls, TYPE, names, "map");
    int given = args.length - (names == null ? 0 : names.length);
    if (given < 2) {
      throw Errors.typeError("map() must have at least two arguments.");
    }
    PyObject[] iterators = new PyObject[given - 1];
    for (int i = 0; i < iterators.length; i++) {
      iterators[i] = Iteration.iterator(args[i + 1]);
    }
    return new PyMap(cls, args[0], iterators);
  }

  public PyObject function() {
    return function;
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    try {
      return result();
    } catch (PyException raised) {
      return end(raised);
    }
  }

  /** Null where a function says that it is the end; else throws what it raised. */
  private static PyObject end(PyException raised) {
    if (!raised.is(PyExceptions.StopIteration)) {
      throw raised;
    }
    return null;
  }

  private PyObject result() {
    PyObject first = Iteration.next(iterators[0]);
    if (first == null) {
      return null;
    }
    if (iterators.length == 1) {
      return function.call(first);
    }
    PyObject[] items = new PyObject[iterators.length];
    items[0] = first;
    for (int i = 1; i < items.length; i++) {
      if ((items[i] = Iteration.next(iterators[i])) == null) {
        return null;
      }
    }
    return items.length == 2 ? function.call(first, items[1]) : function.call(items, null);
  }

  /** Gives all that is left to a sink that takes everything. */
  public void drain(Sink sink) {
    if (iterators.length > 1) {
      for (PyObject item = next(); item != null; item = next()) {
        sink.take(item);
      }
      return;
    }
    Each all =
        new Each() {
          @Override
          protected PyObject next() {
            return Iteration.next(iterators[0]);
          }

          @Override
          protected void take(PyObject result) {
            sink.take(result);
          }
        };
    try {
      all.call(function);
    } catch (PyException raised) {
      end(raised);
    }
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    PyObject[] args = Elements.concat(new PyObject[] {function}, iterators);
    return PyTuple.of(type(), PyTuple.of(args));
  }
}
