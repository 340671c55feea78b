package org.krait.constants;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.krait.constants.Constant.Singleton;

/**
 * The text that Python's {@code repr} gives for a constant.
 *
 * <p>A frozenset's items stand in the order in which they were
 * written, where Python's order follows its hashes.
 */
public final class ConstantRepr {
  private final StringBuilder out = new StringBuilder();
  private final Function<Constant.Foreign, String> foreign;

  private ConstantRepr(Function<Constant.Foreign, String> foreign) {
    this.foreign = foreign;
  }

  /** The text of a constant; a value of another room prints as its {@code toString}. */
  public static String of(Constant value) {
    return of(value, Object::toString);
  }

  /** The text of a constant, with the text for values of another room from {@code foreign}. */
  public static String of(Constant value, Function<Constant.Foreign, String> foreign) {
    ConstantRepr repr = new ConstantRepr(foreign);
    repr.write(value);
    return repr.out.toString();
  }

  private void write(Constant value) {
    switch (value) {
      case Singleton.NONE -> out.append("None");
      case Singleton.TRUE -> out.append("True");
      case Singleton.FALSE -> out.append("False");
      case Singleton.ELLIPSIS -> out.append("Ellipsis");
      case Constant.Int i -> out.append(i.value());
      case Constant.Float f -> out.append(ofFloat(f.value()));
      case Constant.Complex c -> complex(c.real(), c.imag());
      case Constant.Bytes b -> bytes(b.value());
      case Constant.Str s -> string(s.codePoints());
      case Constant.Tuple t -> sequence("(", t.items(), t.items().size() == 1 ? ",)" : ")");
      case Constant.FrozenSet s when s.items().isEmpty() -> out.append("frozenset()");
      case Constant.FrozenSet s -> sequence("frozenset({", s.items(), "})");
      case Constant.Foreign f -> out.append(foreign.apply(f));
    }
  }

  private void sequence(String open, List<Constant> items, String close) {
    out.append(open);
    String separator = "";
    for (Constant item : items) {
      out.append(separator);
      write(item);
      separator = ", ";
    }
    out.append(close);
  }

  /** The shortest digits that read back as the number, always with a point or an exponent. */
  public static String ofFloat(double value) {
    String text = shortest(value);
    boolean whole = text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
    return whole ? text + ".0" : text;
  }

  private static String shortest(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal digits = digits(value);
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      return digits.toPlainString();
    }
    String mantissa = digits.scaleByPowerOfTen(-exponent).toPlainString();
    int size = Math.abs(exponent);
    return mantissa + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
  }

  /** The fewest digits; the JDK writes two where one would do ({@code 4.9E-324}). */
  private static BigDecimal digits(double value) {
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (digits.precision() == 2) {
      BigDecimal one = new BigDecimal(value).round(new MathContext(1, RoundingMode.HALF_EVEN));
      if (one.doubleValue() == value) {
        return one;
      }
    }
    return digits;
  }

  private void complex(double real, double imag) {
    if (real == 0 && 1 / real > 0) {
      out.append(shortest(imag)).append('j');
      return;
    }
    String second = shortest(imag);
    out.append('(').append(shortest(real));
    out.append(second.startsWith("-") ? "" : "+").append(second).append("j)");
  }

  private void bytes(byte[] value) {
    int[] points = new int[value.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = value[i] & 0xff;
    }
    out.append('b');
    quoted(points, true);
  }

  private void string(int[] points) {
    quoted(points, false);
  }

  private void quoted(int[] points, boolean bytes) {
    char quote = contains(points, '\'') && !contains(points, '"') ? '"' : '\'';
    out.append(quote);
    for (int point : points) {
      switch (point) {
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> character(point, quote, bytes);
      }
    }
    out.append(quote);
  }

  private void character(int point, char quote, boolean bytes) {
    if (point == quote) {
      out.append('\\').append(quote);
    } else if (point >= ' ' && point < 0x7f || !bytes && Unicode15.isPrintable(point)) {
      out.appendCodePoint(point);
    } else if (point < 0x100) {
      escape("\\x", point, 2);
    } else if (point < 0x10000) {
      escape("\\u", point, 4);
    } else {
      escape("\\U", point, 8);
    }
  }

  private void escape(String prefix, int point, int width) {
    String digits = Integer.toHexString(point);
    out.append(prefix).append("0".repeat(width - digits.length())).append(digits);
  }

  private static boolean contains(int[] points, int wanted) {
    for (int point : points) {
      if (point == wanted) {
        return true;
      }
    }
    return false;
  }
}
