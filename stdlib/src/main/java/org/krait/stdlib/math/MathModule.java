package org.krait.stdlib.math;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Value;

/** {@code math}. */
@BuiltinModule(
    value = "math",
    parts = {
      ElementaryFunctions.class,
      Rounding.class,
      IntegerFunctions.class,
      Sums.class,
      Norms.class,
      SpecialFunctions.class
    },
    doc =
        "This module provides access to the mathematical functions\ndefined by the C standard.")
public final class MathModule {
  @Value("pi")
  static final double PI = Math.PI;

  @Value("e")
  static final double E = Math.E;

  @Value("tau")
  static final double TAU = 2 * Math.PI;

  @Value("inf")
  static final double INF = Double.POSITIVE_INFINITY;

  @Value("nan")
  static final double NAN = Double.NaN;

  private MathModule() {}
}
