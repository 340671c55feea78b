package org.krait.constants;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Equality as Python's {@code ==} has it: {@code 1}, {@code True} and {@code 1.0} are equal. */
public final class PythonEquality {
  private PythonEquality() {}

  /** A constant that is equal to another's key just when Python holds the two equal. */
  public static Constant key(Constant value) {
    return switch (value) {
      case Constant.Singleton s ->
          switch (s) {
            case TRUE -> Constant.Int.of(1);
            case FALSE -> Constant.Int.of(0);
            case NONE, ELLIPSIS -> s;
          };
      case Constant.Float f -> ofDouble(f.value());
      case Constant.Complex c when c.imag() == 0 -> ofDouble(c.real());
      case Constant.Complex c -> new Constant.Complex(c.real() + 0.0, c.imag());
      case Constant.Tuple t -> new Constant.Tuple(keys(t.items()));
      case Constant.FrozenSet s -> new Constant.FrozenSet(keys(s.items()));
      case Constant.Int i -> i;
      case Constant.Str s -> s;
      case Constant.Bytes b -> b;
      case Constant.Foreign f -> f;
    };
  }

  private static Constant ofDouble(double value) {
    boolean isInt = Double.isFinite(value) && value == Math.rint(value);
    return isInt
        ? new Constant.Int(new BigDecimal(value).toBigInteger())
        : new Constant.Float(value);
  }

  private static List<Constant> keys(List<Constant> items) {
    List<Constant> keys = new ArrayList<>(items.size());
    for (Constant item : items) {
      keys.add(key(item));
    }
    return keys;
  }

  /** The set of the items; of equal ones the first is kept. */
  public static Constant.FrozenSet frozenSet(List<Constant> items) {
    Map<Constant, Constant> kept = new LinkedHashMap<>();
    for (Constant item : items) {
      kept.putIfAbsent(key(item), item);
    }
    return new Constant.FrozenSet(List.copyOf(kept.values()));
  }
}
