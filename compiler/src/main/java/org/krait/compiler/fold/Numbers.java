package org.krait.compiler.fold;

import java.math.BigInteger;
import org.krait.constants.Constant;

/** Constants as numbers of Python's numeric tower. */
final class Numbers {
  private Numbers() {}

  /** The value of an {@code int} or {@code bool}, or null. */
  static BigInteger integer(Constant constant) {
    if (constant instanceof Constant.Int i) {
      return i.value();
    }
    if (constant == Constant.Singleton.TRUE) {
      return BigInteger.ONE;
    }
    return constant == Constant.Singleton.FALSE ? BigInteger.ZERO : null;
  }

  /** The value as a {@code float}; null for what is none, or an {@code int} too large. */
  static Double real(Constant constant) {
    if (constant instanceof Constant.Float f) {
      return f.value();
    }
    BigInteger integer = integer(constant);
    if (integer == null) {
      return null;
    }
    double value = integer.doubleValue();
    return Double.isInfinite(value) ? null : value;
  }

  /** The value as a {@code complex}, or null as above. */
  static Constant.Complex complex(Constant constant) {
    if (constant instanceof Constant.Complex c) {
      return c;
    }
    Double real = real(constant);
    return real == null ? null : new Constant.Complex(real, 0);
  }
}
