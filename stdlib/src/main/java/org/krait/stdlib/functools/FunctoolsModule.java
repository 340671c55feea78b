package org.krait.stdlib.functools;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;

/** {@code _functools}. */
@BuiltinModule(
    value = "_functools",
    doc = "Tools that operate on functions.",
    types = {PyPartial.class, PyLruCache.class})
public final class FunctoolsModule {
  private FunctoolsModule() {}

  @Function(value = "reduce(function, iterable, initial=NULL, /)", textSignature = false)
  static PyObject reduce(PyObject function, PyObject iterable, PyObject initial) {
    if (!Iteration.isIterable(iterable)) {
      throw Errors.typeError("reduce() arg 2 must support iteration");
    }
    PyObject iterator = Iteration.iterator(iterable);
    PyObject result = initial != null ? initial : Iteration.next(iterator);
    if (result == null) {
      throw Errors.typeError("reduce() of empty iterable with no initial value");
    }
    for (PyObject x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
      result = function.call(result, x);
    }
    return result;
  }

  @Function("cmp_to_key(mycmp)")
  static PyObject comparisonToKey(PyObject comparison) {
    return new PyComparisonKey(comparison, null);
  }
}
