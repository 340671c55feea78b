package org.krait.compiler.fold;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.krait.constants.Constant;

/**
 * Equality of constants as Python's {@code ==} has it, while {@link Constant} itself tells numbers
 * of different types apart.
 */
public final class PythonEquality {
  private PythonEquality() {}

  /** True when Python holds the two equal. */
  public static boolean equal(Constant a, Constant b) {
    return representative(a).equals(representative(b));
  }

  /**
   * One constant for all that are equal in Python: of numbers the simplest form, of collections
   * that of their items. What is equal has equal representatives, so hash tables can hold them.
   */
  public static Constant representative(Constant constant) {
    return switch (constant) {
      case Constant.Singleton s ->
          switch (s) {
            case TRUE -> Constant.Int.of(1);
            case FALSE -> Constant.Int.of(0);
            case NONE, ELLIPSIS -> s;
          };
      case Constant.Float f -> ofDouble(f.value());
      case Constant.Complex c -> c.imag() == 0 ? ofDouble(c.real()) : positiveZeros(c);
      case Constant.Tuple t -> new Constant.Tuple(representatives(t.items()));
      case Constant.FrozenSet s -> new Constant.FrozenSet(representatives(s.items()));
      default -> constant;
    };
  }

  private static Constant ofDouble(double value) {
    boolean integral = value == Math.rint(value) && !Double.isInfinite(value);
    return integral
        ? new Constant.Int(new BigDecimal(value).toBigInteger())
        : new Constant.Float(value);
  }

  private static Constant positiveZeros(Constant.Complex c) {
    return new Constant.Complex(c.real() + 0.0, c.imag());
  }

  private static List<Constant> representatives(List<Constant> items) {
    List<Constant> result = new ArrayList<>(items.size());
    for (Constant item : items) {
      result.add(representative(item));
    }
    return result;
  }
}
