package org.krait.stdlib.decimal;

import java.math.BigInteger;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Numbers, text and tuples as decimal numbers. */
final class Convert {
  private Convert() {}

  static Dec ofInt(PyInt value) {
    return value.fitsLong() ? Dec.of(value.longValue()) : Dec.of(value.bigValue());
  }

  static Dec ofFloat(double value) {
    boolean negative = Double.doubleToRawLongBits(value) < 0;
    if (Double.isNaN(value)) {
      return Dec.NAN.withSign(negative);
    }
    if (Double.isInfinite(value)) {
      return Dec.infinity(negative);
    }
    if (value == 0) {
      return Dec.zero(negative, 0);
    }
    java.math.BigDecimal exact = new java.math.BigDecimal(Math.abs(value));
    return Dec.of(negative, exact.unscaledValue(), -exact.scale());
  }

  /** Text as digits of ASCII, without spaces around it and underscores in it; null for what cannot be one. */
  private static String plain(PyStr text, boolean strip) {
    int from = 0;
    int to = text.length();
    if (strip) {
      while (from < to && isSpace(text.codePointAt(from))) {
        from++;
      }
      while (to > from && isSpace(text.codePointAt(to - 1))) {
        to--;
      }
    }
    StringBuilder out = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      int point = text.codePointAt(i);
      if (point == '_' && strip) {
        continue;
      }
      if (point > 0 && point < 0x80) {
        out.append((char) point);
      } else if (isSpace(point)) {
        out.append(' ');
      } else if (Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
        out.append((char) ('0' + Character.digit(point, 10)));
      } else {
        return null;
      }
    }
    return out.toString();
  }

  private static boolean isSpace(int point) {
    return point == ' '
        || point >= 9 && point <= 13
        || point >= 0x1c && point <= 0x1f
        || point == 0x85
        || point > 0x80 && Character.isSpaceChar(point);
  }

  /** The number that a text means exactly; the conversion syntax is noted when it means none. */
  static Dec ofText(PyStr text, boolean strip, Settings s) {
    String plain = plain(text, strip);
    Dec value = plain == null ? null : Dec.parse(plain);
    return value == null ? s.invalid(Settings.CONVERSION_SYNTAX) : value;
  }

  /** The exact value that {@code Decimal(value)} has. */
  static Dec exact(PyObject value, PyDecimalContext context) {
    if (value instanceof PyDecimal number) {
      return number.value;
    }
    if (value instanceof PyStr text) {
      return exactText(text, context);
    }
    if (value instanceof PyInt number) {
      return ofInt(number);
    }
    if (value instanceof PyTuple || value instanceof PyList) {
      PyTuple tuple = value instanceof PyTuple t ? t : PyTuple.of(((PyList) value).toArray());
      return exactText(PyStr.of(text(tuple)), context);
    }
    if (value instanceof PyFloat number) {
      context.note(Settings.FLOAT_OPERATION);
      return ofFloat(number.doubleValue());
    }
    throw unsupported(value);
  }

  static PyException unsupported(PyObject value) {
    return Errors.typeError(
        "conversion from %s to Decimal is not supported", value.type().fullName());
  }

  private static Dec exactText(PyStr text, PyDecimalContext context) {
    Settings unlimited = Settings.unlimited();
    Dec value = Round.finish(ofText(text, true, unlimited), unlimited);
    if ((unlimited.status & (Settings.INEXACT | Settings.ROUNDED | Settings.CLAMPED)) != 0) {
      context.note(Settings.INVALID_OPERATION);
      return Dec.NAN;
    }
    context.note(unlimited.status & Settings.ANY_INVALID);
    return value;
  }

  /** A tuple of sign, digits and exponent as text. */
  static String text(PyTuple tuple) {
    if (tuple.size() != 3) {
      throw Errors.valueError("argument must be a sequence of length 3");
    }
    if (!(tuple.get(0) instanceof PyInt sign)
        || !sign.fitsLong()
        || sign.longValue() != 0 && sign.longValue() != 1) {
      throw Errors.valueError("sign must be an integer with the value 0 or 1");
    }
    String exponent;
    String special = null;
    if (tuple.get(2) instanceof PyStr kind) {
      special =
          switch (kind.toString()) {
            case "F" -> "Inf";
            case "n" -> "NaN";
            case "N" -> "sNaN";
            default ->
                throw Errors.valueError(
                    "string argument in the third position must be 'F', 'n' or 'N'");
          };
      exponent = "";
    } else if (tuple.get(2) instanceof PyInt number) {
      exponent = "E" + Arguments.toLong(number);
    } else {
      throw Errors.valueError("exponent must be an integer");
    }
    StringBuilder digits = new StringBuilder();
    if (!(tuple.get(1) instanceof PyTuple || tuple.get(1) instanceof PyList)) {
      throw Errors.valueError("coefficient must be a tuple of digits");
    }
    for (PyObject digit : org.krait.runtime.Iteration.toArray(tuple.get(1))) {
      if (!(digit instanceof PyInt n) || !n.fitsLong() || n.longValue() < 0 || n.longValue() > 9) {
        throw Errors.valueError("coefficient must be a tuple of digits");
      }
      digits.append(n.longValue());
    }
    String minus = sign.longValue() == 1 ? "-" : "";
    if (special != null) {
      return minus + special + (special.equals("Inf") ? "" : digits);
    }
    return minus + (digits.isEmpty() ? "0" : digits) + exponent;
  }

  // ---- operands

  /** An operand of an operator: a decimal number or an int; null for anything else. */
  static Dec operand(PyObject value) {
    if (value instanceof PyDecimal number) {
      return number.value;
    }
    return value instanceof PyInt number ? ofInt(number) : null;
  }

  /** An operand of a method. */
  static Dec operandOrRaise(PyObject value) {
    Dec operand = operand(value);
    if (operand == null) {
      throw unsupported(value);
    }
    return operand;
  }

  /** The argument {@code context} of a method. */
  static PyDecimalContext context(ThreadState thread, PyObject value) {
    if (value == null || value == PyNone.NONE) {
      return DecimalState.context(thread);
    }
    if (value instanceof PyDecimalContext context) {
      return context;
    }
    throw Errors.typeError("optional argument must be a context");
  }

  /** What is compared with a number: two numbers in the same proportion, or null for no answer. */
  static Dec[] forComparison(Dec value, PyObject other, boolean equality, PyDecimalContext context) {
    Dec plain = operand(other);
    if (plain != null) {
      return new Dec[] {value, plain};
    }
    if (other instanceof PyFloat number) {
      if (equality) {
        context.flags |= Settings.FLOAT_OPERATION;
      } else {
        context.note(Settings.FLOAT_OPERATION);
      }
      return new Dec[] {value, ofFloat(number.doubleValue())};
    }
    if (other instanceof org.krait.runtime.types.PyComplex number && equality) {
      if (number.imag != 0) {
        return null;
      }
      context.flags |= Settings.FLOAT_OPERATION;
      return new Dec[] {value, ofFloat(number.real)};
    }
    if (!other.type().isHeap() || !Attributes.isInstanceOf(other, context.state.rational)) {
      return null;
    }
    PyObject numerator = Attributes.get(other, "numerator");
    PyObject denominator = Attributes.get(other, "denominator");
    if (!(numerator instanceof PyInt n) || !(denominator instanceof PyInt d)) {
      return null;
    }
    Dec scaled = value.isFinite() ? Arithmetic.multiply(value, ofInt(d), Settings.unlimited()) : value;
    return new Dec[] {scaled, ofInt(n)};
  }

  static PyObject toInt(BigInteger value) {
    return PyInt.of(value);
  }
}
