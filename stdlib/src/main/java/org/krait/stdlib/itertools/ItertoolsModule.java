package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyTuple;

/** {@code itertools}. */
@BuiltinModule(
    value = "itertools",
    doc = "Functional tools for creating and using iterators.",
    types = {
      PyAccumulate.class,
      PyBatched.class,
      PyCombinations.class,
      PyCombinationsWithReplacement.class,
      PyCycle.class,
      PyDropWhile.class,
      PyTakeWhile.class,
      PyIslice.class,
      PyStarMap.class,
      PyChain.class,
      PyCompress.class,
      PyFilterFalse.class,
      PyCount.class,
      PyZipLongest.class,
      PyPairwise.class,
      PyPermutations.class,
      PyProduct.class,
      PyRepeat.class,
      PyGroupBy.class,
      PyGrouper.class,
      PyTee.class,
      PyTeeData.class
    })
public final class ItertoolsModule {
  private ItertoolsModule() {}

  @Function("tee(iterable, n=2, /)")
  static PyObject tee(PyObject iterable, long n) {
    if (n < 0) {
      throw Errors.valueError("n must be >= 0");
    }
    if (n == 0) {
      return PyTuple.EMPTY;
    }
    PyObject[] tees = new PyObject[(int) Math.min(n, 1 << 24)];
    PyObject iterator = Iteration.iterator(iterable);
    PyTee first = iterator instanceof PyTee tee ? tee : PyTee.of(iterator);
    tees[0] = first;
    for (int i = 1; i < tees.length; i++) {
      tees[i] = first.copy();
    }
    return PyTuple.of(tees);
  }
}
