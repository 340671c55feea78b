package org.krait.stdlib.math;

import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyTuple;

/** Euclidean lengths, almost always correctly rounded. */
final class Norms {
  private Norms() {}

  @Function(value = "hypot(*coordinates)", textSignature = false)
  static double hypot(PyObject[] coordinates) {
    double[] vector = new double[coordinates.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = Math.abs(Arguments.toDouble(coordinates[i]));
    }
    return length(vector);
  }

  @Function("dist(p, q, /)")
  static double dist(PyObject p, PyObject q) {
    PyTuple from = PyTuple.from(p);
    PyTuple to = PyTuple.from(q);
    if (from.size() != to.size()) {
      throw Errors.valueError("both points must have the same number of dimensions");
    }
    double[] vector = new double[from.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] =
          Math.abs(Arguments.toDouble(from.get(i)) - Arguments.toDouble(to.get(i)));
    }
    return length(vector);
  }

  /**
   * The square root of the sum of the squares.
   *
   * @param vector not negative; changed
   */
  static double length(double[] vector) {
    double max = 0;
    boolean nan = false;
    for (double x : vector) {
      nan |= Double.isNaN(x);
      max = x > max ? x : max;
    }
    if (Double.isInfinite(max)) {
      return max;
    }
    if (nan) {
      return Double.NaN;
    }
    if (max == 0 || vector.length == 1) {
      return max;
    }
    if (max < Double.MIN_NORMAL) {
      // Scaling to one would overflow: make the numbers normal first.
      for (int i = 0; i < vector.length; i++) {
        vector[i] *= 0x1p54;
      }
      return Math.scalb(length(vector), -54);
    }
    int exponent = Math.getExponent(max) + 1;
    return Math.scalb(scaledLength(vector, -exponent), exponent);
  }

  /** The sum of squares in two doubles, and a root improved by its exact residual. */
  private static double scaledLength(double[] vector, int scale) {
    double sum = 0;
    double rest = 0;
    for (double coordinate : vector) {
      double x = Math.scalb(coordinate, scale);
      double square = x * x;
      rest += Math.fma(x, x, -square);
      double next = sum + square;
      rest += sum >= square ? sum - next + square : square - next + sum;
      sum = next;
    }
    double root = Math.sqrt(sum + rest);
    double square = root * root;
    double missing = sum - square - Math.fma(root, root, -square) + rest;
    return root + missing / (2 * root);
  }
}
