package org.krait.compiler.flow;

import org.krait.constants.Constant;

/** Python's {@code bool()} of constants. */
public final class ConstantTruth {
  private ConstantTruth() {}

  public static boolean of(Constant constant) {
    // No switch: one over types is a class that is made when it runs for the first time, for a millisecond or two.
    if (constant instanceof Constant.Singleton s) {
      return s == Constant.Singleton.TRUE || s == Constant.Singleton.ELLIPSIS;
    }
    if (constant instanceof Constant.Int i) {
      return i.value().signum() != 0;
    }
    if (constant instanceof Constant.Str s) {
      return !s.equals(Constant.Str.EMPTY);
    }
    return others(constant);
  }

  private static boolean others(Constant constant) {
    if (constant instanceof Constant.Float f) {
      return f.value() != 0;
    }
    if (constant instanceof Constant.Complex c) {
      return c.real() != 0 || c.imag() != 0;
    }
    if (constant instanceof Constant.Bytes b) {
      return b.value().length != 0;
    }
    if (constant instanceof Constant.Tuple t) {
      return !t.items().isEmpty();
    }
    return !(constant instanceof Constant.FrozenSet s) || !s.items().isEmpty();
  }
}
