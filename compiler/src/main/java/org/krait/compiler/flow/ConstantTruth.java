package org.krait.compiler.flow;

import org.krait.constants.Constant;

/** Python's {@code bool()} of constants. */
public final class ConstantTruth {
  private ConstantTruth() {}

  public static boolean of(Constant constant) {
    return switch (constant) {
      case Constant.Singleton s -> s == Constant.Singleton.TRUE || s == Constant.Singleton.ELLIPSIS;
      case Constant.Int i -> i.value().signum() != 0;
      case Constant.Float f -> f.value() != 0;
      case Constant.Complex c -> c.real() != 0 || c.imag() != 0;
      case Constant.Str s -> !s.equals(Constant.Str.EMPTY);
      case Constant.Bytes b -> b.value().length != 0;
      case Constant.Tuple t -> !t.items().isEmpty();
      case Constant.FrozenSet s -> !s.items().isEmpty();
      case Constant.Foreign _ -> true;
    };
  }
}
