package org.krait.stdlib.itertools;

import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.Warnings;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;

/** What the iterators share to be pickled, which they will not be for long. */
final class Pickles {
  private Pickles() {}

  /** Says that pickling is on its way out. */
  static void warn() {
    Warnings.deprecated(
        "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.");
  }

  static PyTuple tuple(int[] numbers, int count) {
    PyObject[] items = new PyObject[count];
    for (int i = 0; i < count; i++) {
      items[i] = PyLong.of(numbers[i]);
    }
    return PyTuple.of(items);
  }

  /** The numbers in a state, which must be a tuple of so many. */
  static int[] numbers(PyObject state, int count) {
    if (!(state instanceof PyTuple tuple) || tuple.size() != count) {
      throw Errors.valueError("invalid arguments");
    }
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      long number = Arguments.toLong(tuple.get(i));
      numbers[i] = (int) Math.max(-1, Math.min(number, Integer.MAX_VALUE));
    }
    return numbers;
  }
}
