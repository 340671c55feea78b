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
    // No switch: one over types is a class that is made when it runs for the first time, for a millisecond or two.
    if (value instanceof Constant.Singleton s) {
      return s == Constant.Singleton.TRUE
          ? Constant.Int.of(1)
          : s == Constant.Singleton.FALSE ? Constant.Int.of(0) : s;
    }
    if (value instanceof Constant.Float f) {
      return ofDouble(f.value());
    }
    if (value instanceof Constant.Complex c) {
      return c.imag() == 0 ? ofDouble(c.real()) : new Constant.Complex(c.real() + 0.0, c.imag());
    }
    if (value instanceof Constant.Tuple t) {
      return new Constant.Tuple(keys(t.items()));
    }
    // Whole numbers, texts, bytes and what others have made are their own keys.
    return value instanceof Constant.FrozenSet s ? new Constant.FrozenSet(keys(s.items())) : value;
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
