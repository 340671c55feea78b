package org.krait.compiler.fold;

import org.krait.constants.Constant;
import org.krait.constants.Constant.Complex;
import org.krait.syntax.ast.Operator;

/** Binary operators on {@code complex}. */
final class ComplexArithmetic {
  private static final Complex ONE = new Complex(1, 0);

  /** Powers to whole exponents up to this are repeated products. */
  private static final int LARGEST_WHOLE_EXPONENT = 100;

  private ComplexArithmetic() {}

  /** The result, or null when Python raises an error. */
  static Constant apply(Operator operator, Complex a, Complex b) {
    return switch (operator) {
      case ADD -> new Complex(a.real() + b.real(), a.imag() + b.imag());
      case SUB -> new Complex(a.real() - b.real(), a.imag() - b.imag());
      case MULT -> multiply(a, b);
      case DIV -> divide(a, b);
      case POW -> finite(power(a, b));
      default -> null;
    };
  }

  private static Complex multiply(Complex a, Complex b) {
    return new Complex(
        a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real());
  }

  /** Smith's method, which avoids overflow by dividing by the larger part first. */
  private static Complex divide(Complex a, Complex b) {
    if (b.real() == 0 && b.imag() == 0) {
      return null;
    }
    if (Math.abs(b.real()) >= Math.abs(b.imag())) {
      double ratio = b.imag() / b.real();
      double divisor = b.real() + b.imag() * ratio;
      return new Complex(
          (a.real() + a.imag() * ratio) / divisor, (a.imag() - a.real() * ratio) / divisor);
    }
    double ratio = b.real() / b.imag();
    double divisor = b.real() * ratio + b.imag();
    return new Complex(
        (a.real() * ratio + a.imag()) / divisor, (a.imag() * ratio - a.real()) / divisor);
  }

  private static Complex power(Complex a, Complex b) {
    boolean whole = b.imag() == 0 && b.real() == Math.floor(b.real());
    if (whole && Math.abs(b.real()) <= LARGEST_WHOLE_EXPONENT) {
      int exponent = (int) b.real();
      Complex product = wholePower(a, Math.abs(exponent));
      return exponent > 0 ? product : divide(ONE, product);
    }
    if (a.real() == 0 && a.imag() == 0) {
      return b.imag() != 0 || b.real() < 0 ? null : new Complex(0, 0);
    }
    double size = Math.hypot(a.real(), a.imag());
    double angle = Math.atan2(a.imag(), a.real());
    double length = Math.pow(size, b.real());
    double phase = angle * b.real();
    if (b.imag() != 0) {
      length *= Math.exp(-angle * b.imag());
      phase += b.imag() * Math.log(size);
    }
    return new Complex(length * Math.cos(phase), length * Math.sin(phase));
  }

  private static Complex wholePower(Complex a, int exponent) {
    Complex result = ONE;
    Complex square = a;
    for (int rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        result = multiply(result, square);
      }
      square = multiply(square, square);
    }
    return result;
  }

  /** The result, or null where it overflowed. */
  private static Complex finite(Complex result) {
    return result == null || !Double.isFinite(result.real()) || !Double.isFinite(result.imag())
        ? null
        : result;
  }
}
