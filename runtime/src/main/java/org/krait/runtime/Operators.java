package org.krait.runtime;

import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;

/**
 * The arithmetic of Python: {@code a + b} and its kin, with reflection and in-place forms.
 *
 * <p>A binary operation asks the left operand's type, then the right one's for the reflected
 * operation; the right one first when its type derives from the left one's. Sequences' {@code +} and
 * {@code *} come last. The file is long because every operator is a method that compiled code links
 * to by name.
 */
public final class Operators {
  private static final PyNotImplemented NO = PyNotImplemented.NOT_IMPLEMENTED;

  private Operators() {}

  /** Whether the right operand's reflected method goes first. */
  private static boolean reflectedFirst(PyType left, PyType right, int special) {
    return left != right
        && right.isSubtypeOf(left)
        && right.special(special) != left.special(special);
  }

  private static final String[] SYMBOLS = {
    "+", "&", "//", "<<", "@", "*", "%", "|", "** or pow()", ">>", "-", "/", "^"
  };

  /** The methods of the operators, by number, for who asks: compiled code does, a start does not. */
  private static final class Methods {
    static final PyStr[] PLAIN = methods("");
    static final PyStr[] REFLECTED = methods("r");
    static final PyStr[] IN_PLACE = methods("i");

    private static PyStr[] methods(String form) {
      String[] names = {
        "add", "and", "floordiv", "lshift", "matmul", "mul", "mod", "or", "pow", "rshift", "sub",
        "truediv", "xor"
      };
      PyStr[] methods = new PyStr[names.length];
      for (int i = 0; i < names.length; i++) {
        methods[i] = PyStr.interned("__" + form + names[i] + "__");
      }
      return methods;
    }
  }

  /** The method of the left operand, {@code __add__} for both {@code +} and {@code +=}. */
  public static PyStr method(int operator) {
    return Methods.PLAIN[operator % SYMBOLS.length];
  }

  /** The method of the right operand: {@code __radd__}. */
  public static PyStr reflectedMethod(int operator) {
    return Methods.REFLECTED[operator % SYMBOLS.length];
  }

  /** The in-place method: {@code __iadd__}; null where the operator is not in place. */
  public static PyStr inPlaceMethod(int operator) {
    return operator < SYMBOLS.length ? null : Methods.IN_PLACE[operator - SYMBOLS.length];
  }

  /** The error of {@code BINARY_OP} with this operand. */
  public static PyException unsupported(int operator, PyObject a, PyObject b) {
    int plain = operator % SYMBOLS.length;
    String symbol = SYMBOLS[plain];
    if (operator != plain) {
      symbol = (symbol.startsWith("**") ? "**" : symbol) + "=";
    }
    return unsupported(symbol, a, b);
  }

  private static PyException unsupported(String symbol, PyObject a, PyObject b) {
    String hint =
        symbol.equals(">>") && a instanceof PyBuiltinFunction f && f.isNamed("print")
            ? ". Did you mean \"print(<message>, file=<output_stream>)\"?"
            : "";
    return Errors.typeError(
        "unsupported operand type(s) for %s: '%s' and '%s'%s",
        symbol, a.type().fullName(), b.type().fullName(), hint);
  }

  // ---- binary

  /** {@code a + b}. */
  public static PyObject add(PyObject a, PyObject b) {
    if (a.getClass() == PyLong.class && b.getClass() == PyLong.class) {
      long x = ((PyLong) a).value;
      long y = ((PyLong) b).value;
      long r = x + y;
      if (((x ^ r) & (y ^ r)) >= 0) {
        return PyLong.of(r);
      }
    } else if (a.getClass() == PyFloat.class && b.getClass() == PyFloat.class) {
      return new PyFloat(((PyFloat) a).value + ((PyFloat) b).value);
    }
    return addSlow(a, b);
  }

  private static PyObject addSlow(PyObject a, PyObject b) {
    PyObject r = addOrNot(a, b);
    if (r == NO) {
      r = Sequences.concat(a, b);
    }
    if (r == NO) {
      throw unsupported("+", a, b);
    }
    return r;
  }

  private static PyObject addOrNot(PyObject a, PyObject b) {
    PyType ta = a.type();
    PyType tb = b.type();
    boolean swapped = reflectedFirst(ta, tb, Special.RADD);
    PyObject r = swapped ? tb.slots.radd(b, a) : NO;
    if (r == NO) {
      r = ta.slots.add(a, b);
    }
    return r == NO && !swapped && ta != tb ? tb.slots.radd(b, a) : r;
  }

  /** {@code a - b}. */
  public static PyObject sub(PyObject a, PyObject b) {
    if (a.getClass() == PyLong.class && b.getClass() == PyLong.class) {
      long x = ((PyLong) a).value;
      long y = ((PyLong) b).value;
      long r = x - y;
      if (((x ^ y) & (x ^ r)) >= 0) {
        return PyLong.of(r);
      }
    } else if (a.getClass() == PyFloat.class && b.getClass() == PyFloat.class) {
      return new PyFloat(((PyFloat) a).value - ((PyFloat) b).value);
    }
    return subSlow(a, b);
  }

  private static PyObject subSlow(PyObject a, PyObject b) {
    PyObject r = subOrNot(a, b);
    if (r == NO) {
      throw unsupported("-", a, b);
    }
    return r;
  }

  private static PyObject subOrNot(PyObject a, PyObject b) {
    PyType ta = a.type();
    PyType tb = b.type();
    boolean swapped = reflectedFirst(ta, tb, Special.RSUB);
    PyObject r = swapped ? tb.slots.rsub(b, a) : NO;
    if (r == NO) {
      r = ta.slots.sub(a, b);
    }
    return r == NO && !swapped && ta != tb ? tb.slots.rsub(b, a) : r;
  }

  /** {@code a * b}. */
  public static PyObject mul(PyObject a, PyObject b) {
    if (a.getClass() == PyLong.class && b.getClass() == PyLong.class) {
      long x = ((PyLong) a).value;
      long y = ((PyLong) b).value;
      long r = x * y;
      if (Math.multiplyHigh(x, y) == r >> 63) {
        return PyLong.of(r);
      }
    } else if (a.getClass() == PyFloat.class && b.getClass() == PyFloat.class) {
      return new PyFloat(((PyFloat) a).value * ((PyFloat) b).value);
    }
    return mulSlow(a, b);
  }

  private static PyObject mulSlow(PyObject a, PyObject b) {
    PyObject r = mulOrNot(a, b);
    if (r == NO) {
      r = Sequences.repeat(a, b);
    }
    if (r == NO) {
      throw unsupported("*", a, b);
    }
    return r;
  }

  private static PyObject mulOrNot(PyObject a, PyObject b) {
    PyType ta = a.type();
    PyType tb = b.type();
    boolean swapped = reflectedFirst(ta, tb, Special.RMUL);
    PyObject r = swapped ? tb.slots.rmul(b, a) : NO;
    if (r == NO) {
      r = ta.slots.mul(a, b);
    }
    return r == NO && !swapped && ta != tb ? tb.slots.rmul(b, a) : r;
  }

  /** {@code a @ b}. */
  public static PyObject matmul(PyObject a, PyObject b) {
    PyObject r = matmulOrNot(a, b);
    if (r == NO) {
      throw unsupported("@", a, b);
    }
    return r;
  }

  private static PyObject matmulOrNot(PyObject a, PyObject b) {
    PyType ta = a.type();
    PyType tb = b.type();
    boolean swapped = reflectedFirst(ta, tb, Special.RMATMUL);
    PyObject r = swapped ? tb.slots.rmatmul(b, a) : NO;
    if (r == NO) {
      r = ta.slots.matmul(a, b);
    }
    return r == NO && !swapped && ta != tb ? tb.slots.rmatmul(b, a) : r;
  }

  /** {@code a / b}. */
  public static PyObject truediv(PyObject a, PyObject b) {
    if (a.getClass() == PyFloat.class && b.getClass() == PyFloat.class) {
      double y = ((PyFloat) b).value;
      if (y != 0) {
        return new PyFloat(((PyFloat) a).value / y);
      }
    }
    return truedivSlow(a, b);
  }

  private static PyObject truedivSlow(PyObject a, PyObject b) {
    PyObject r = truedivOrNot(a, b);
    if (r == NO) {
      throw unsupported("/", a, b);
    }
    return r;
  }

  private static PyObject truedivOrNot(PyObject a, PyObject b) {
    PyType ta = a.type();
    PyType tb = b.type();
    boolean swapped = reflectedFirst(ta, tb, Special.RTRUEDIV);
    PyObject r = swapped ? tb.slots.rtruediv(b, a) : NO;
    if (r == NO) {
      r = ta.slots.truediv(a, b);
    }
    return r == NO && !swapped && ta != tb ? tb.slots.rtruediv(b, a) : r;
  }

  /** {@code a // b}. */
  public static PyObject floordiv(PyObject a, PyObject b) {
    PyObject r = floordivOrNot(a, b);
    if (r == NO) {
      throw unsupported("//", a, b);
    }
    return r;
  }

  private static PyObject floordivOrNot(PyObject a, PyObject b) {
    PyType ta = a.type();
    PyType tb = b.type();
    boolean swapped = reflectedFirst(ta, tb, Special.RFLOORDIV);
    PyObject r = swapped ? tb.slots.rfloordiv(b, a) : NO;
    if (r == NO) {
      r = ta.slots.floordiv(a, b);
    }
    return r == NO && !swapped && ta != tb ? tb.slots.rfloordiv(b, a) : r;
  }

  /** {@code a % b}. */
  public static PyObject mod(PyObject a, PyObject b) {
    PyObject r = modOrNot(a, b);
    if (r == NO) {
      throw unsupported("%", a, b);
    }
    return r;
  }

  private static PyObject modOrNot(PyObject a, PyObject b) {
    PyType ta = a.type();
    PyType tb = b.type();
    boolean swapped = reflectedFirst(ta, tb, Special.RMOD);
    PyObject r = swapped ? tb.slots.rmod(b, a) : NO;
    if (r == NO) {
      r = ta.slots.mod(a, b);
    }
    return r == NO && !swapped && ta != tb ? tb.slots.rmod(b, a) : r;
  }

  /** {@code divmod(a, b)}. */
  public static PyObject divmod(PyObject a, PyObject b) {
    PyObject r = divmodOrNot(a, b);
    if (r == NO) {
      throw unsupported("divmod()", a, b);
    }
    return r;
  }

  private static PyObject divmodOrNot(PyObject a, PyObject b) {
    PyType ta = a.type();
    PyType tb = b.type();
    boolean swapped = reflectedFirst(ta, tb, Special.RDIVMOD);
    PyObject r = swapped ? tb.slots.rdivmod(b, a) : NO;
    if (r == NO) {
      r = ta.slots.divmod(a, b);
    }
    return r == NO && !swapped && ta != tb ? tb.slots.rdivmod(b, a) : r;
  }

  /** {@code a << b}. */
  public static PyObject lshift(PyObject a, PyObject b) {
    PyObject r = lshiftOrNot(a, b);
    if (r == NO) {
      throw unsupported("<<", a, b);
    }
    return r;
  }

  private static PyObject lshiftOrNot(PyObject a, PyObject b) {
    PyType ta = a.type();
    PyType tb = b.type();
    boolean swapped = reflectedFirst(ta, tb, Special.RLSHIFT);
    PyObject r = swapped ? tb.slots.rlshift(b, a) : NO;
    if (r == NO) {
      r = ta.slots.lshift(a, b);
    }
    return r == NO && !swapped && ta != tb ? tb.slots.rlshift(b, a) : r;
  }

  /** {@code a >> b}. */
  public static PyObject rshift(PyObject a, PyObject b) {
    PyObject r = rshiftOrNot(a, b);
    if (r == NO) {
      throw unsupported(">>", a, b);
    }
    return r;
  }

  private static PyObject rshiftOrNot(PyObject a, PyObject b) {
    PyType ta = a.type();
    PyType tb = b.type();
    boolean swapped = reflectedFirst(ta, tb, Special.RRSHIFT);
    PyObject r = swapped ? tb.slots.rrshift(b, a) : NO;
    if (r == NO) {
      r = ta.slots.rshift(a, b);
    }
    return r == NO && !swapped && ta != tb ? tb.slots.rrshift(b, a) : r;
  }

  /** {@code a & b}. */
  public static PyObject and_(PyObject a, PyObject b) {
    PyObject r = and_OrNot(a, b);
    if (r == NO) {
      throw unsupported("&", a, b);
    }
    return r;
  }

  private static PyObject and_OrNot(PyObject a, PyObject b) {
    PyType ta = a.type();
    PyType tb = b.type();
    boolean swapped = reflectedFirst(ta, tb, Special.RAND);
    PyObject r = swapped ? tb.slots.rand(b, a) : NO;
    if (r == NO) {
      r = ta.slots.and(a, b);
    }
    return r == NO && !swapped && ta != tb ? tb.slots.rand(b, a) : r;
  }

  /** {@code a ^ b}. */
  public static PyObject xor(PyObject a, PyObject b) {
    PyObject r = xorOrNot(a, b);
    if (r == NO) {
      throw unsupported("^", a, b);
    }
    return r;
  }

  private static PyObject xorOrNot(PyObject a, PyObject b) {
    PyType ta = a.type();
    PyType tb = b.type();
    boolean swapped = reflectedFirst(ta, tb, Special.RXOR);
    PyObject r = swapped ? tb.slots.rxor(b, a) : NO;
    if (r == NO) {
      r = ta.slots.xor(a, b);
    }
    return r == NO && !swapped && ta != tb ? tb.slots.rxor(b, a) : r;
  }

  /** {@code a | b}. */
  public static PyObject or_(PyObject a, PyObject b) {
    PyObject r = or_OrNot(a, b);
    if (r == NO) {
      throw unsupported("|", a, b);
    }
    return r;
  }

  private static PyObject or_OrNot(PyObject a, PyObject b) {
    PyType ta = a.type();
    PyType tb = b.type();
    boolean swapped = reflectedFirst(ta, tb, Special.ROR);
    PyObject r = swapped ? tb.slots.ror(b, a) : NO;
    if (r == NO) {
      r = ta.slots.or(a, b);
    }
    return r == NO && !swapped && ta != tb ? tb.slots.ror(b, a) : r;
  }

  /** {@code a ** b}. */
  public static PyObject pow(PyObject a, PyObject b) {
    return pow(a, b, PyNone.NONE);
  }

  /** {@code pow(a, b, modulus)}; {@code None} for no modulus. */
  public static PyObject pow(PyObject a, PyObject b, PyObject modulus) {
    PyObject r = powOrNot(a, b, modulus);
    if (r != NO) {
      return r;
    }
    if (modulus == PyNone.NONE) {
      throw unsupported("** or pow()", a, b);
    }
    throw Errors.typeError(
        "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'",
        a.type().fullName(), b.type().fullName(), modulus.type().fullName());
  }

  private static PyObject powOrNot(PyObject a, PyObject b, PyObject modulus) {
    PyType ta = a.type();
    PyType tb = b.type();
    boolean swapped = reflectedFirst(ta, tb, Special.RPOW);
    PyObject r = swapped ? tb.slots.rpow(b, a, modulus) : NO;
    if (r == NO) {
      r = ta.slots.pow(a, b, modulus);
    }
    return r == NO && !swapped && ta != tb ? tb.slots.rpow(b, a, modulus) : r;
  }

  // ---- the rest of a protocol, for callers that asked the first method themselves

  /** What is left of an operation once the left operand's method, asked first, did not know it. */
  static PyObject afterLeft(int operator, PyObject a, PyObject b) {
    PyObject r = a.type() != b.type() ? reflected(operator % SYMBOLS.length, b, a) : NO;
    return r != NO ? r : ofSequences(operator, a, b);
  }

  /** What is left of an in-place operation once the in-place method did not know it. */
  static PyObject afterInPlace(int operator, PyObject a, PyObject b) {
    PyObject r = orNot(operator % SYMBOLS.length, a, b);
    return r != NO ? r : ofSequences(operator, a, b);
  }

  private static PyObject ofSequences(int operator, PyObject a, PyObject b) {
    PyObject r =
        switch (operator) {
          case 0 -> Sequences.concat(a, b);
          case 5 -> Sequences.repeat(a, b);
          case 13 -> Sequences.concatInPlace(a, b);
          case 18 -> Sequences.repeatInPlace(a, b);
          default -> NO;
        };
    if (r == NO) {
      throw unsupported(operator, a, b);
    }
    return r;
  }

  private static PyObject orNot(int plain, PyObject a, PyObject b) {
    return switch (plain) {
      case 0 -> addOrNot(a, b);
      case 1 -> and_OrNot(a, b);
      case 2 -> floordivOrNot(a, b);
      case 3 -> lshiftOrNot(a, b);
      case 4 -> matmulOrNot(a, b);
      case 5 -> mulOrNot(a, b);
      case 6 -> modOrNot(a, b);
      case 7 -> or_OrNot(a, b);
      case 8 -> powOrNot(a, b, PyNone.NONE);
      case 9 -> rshiftOrNot(a, b);
      case 10 -> subOrNot(a, b);
      case 11 -> truedivOrNot(a, b);
      default -> xorOrNot(a, b);
    };
  }

  private static PyObject reflected(int plain, PyObject b, PyObject a) {
    TypeSlots slots = b.type().slots;
    return switch (plain) {
      case 0 -> slots.radd(b, a);
      case 1 -> slots.rand(b, a);
      case 2 -> slots.rfloordiv(b, a);
      case 3 -> slots.rlshift(b, a);
      case 4 -> slots.rmatmul(b, a);
      case 5 -> slots.rmul(b, a);
      case 6 -> slots.rmod(b, a);
      case 7 -> slots.ror(b, a);
      case 8 -> slots.rpow(b, a, PyNone.NONE);
      case 9 -> slots.rrshift(b, a);
      case 10 -> slots.rsub(b, a);
      case 11 -> slots.rtruediv(b, a);
      default -> slots.rxor(b, a);
    };
  }

  // ---- in place

  /** {@code a += b}. */
  public static PyObject iadd(PyObject a, PyObject b) {
    PyObject r = a.type().slots.iadd(a, b);
    if (r == NO) {
      r = Sequences.inheritedConcatInPlace(a, b);
    }
    if (r == NO) {
      r = addOrNot(a, b);
    }
    if (r == NO) {
      r = Sequences.concatInPlace(a, b);
    }
    if (r == NO) {
      throw unsupported("+=", a, b);
    }
    return r;
  }

  /** {@code a -= b}. */
  public static PyObject isub(PyObject a, PyObject b) {
    PyObject r = a.type().slots.isub(a, b);
    if (r == NO) {
      r = subOrNot(a, b);
    }
    if (r == NO) {
      throw unsupported("-=", a, b);
    }
    return r;
  }

  /** {@code a *= b}. */
  public static PyObject imul(PyObject a, PyObject b) {
    PyObject r = a.type().slots.imul(a, b);
    if (r == NO) {
      r = mulOrNot(a, b);
    }
    if (r == NO) {
      r = Sequences.repeatInPlace(a, b);
    }
    if (r == NO) {
      throw unsupported("*=", a, b);
    }
    return r;
  }

  /** {@code a @= b}. */
  public static PyObject imatmul(PyObject a, PyObject b) {
    PyObject r = a.type().slots.imatmul(a, b);
    if (r == NO) {
      r = matmulOrNot(a, b);
    }
    if (r == NO) {
      throw unsupported("@=", a, b);
    }
    return r;
  }

  /** {@code a /= b}. */
  public static PyObject itruediv(PyObject a, PyObject b) {
    PyObject r = a.type().slots.itruediv(a, b);
    if (r == NO) {
      r = truedivOrNot(a, b);
    }
    if (r == NO) {
      throw unsupported("/=", a, b);
    }
    return r;
  }

  /** {@code a //= b}. */
  public static PyObject ifloordiv(PyObject a, PyObject b) {
    PyObject r = a.type().slots.ifloordiv(a, b);
    if (r == NO) {
      r = floordivOrNot(a, b);
    }
    if (r == NO) {
      throw unsupported("//=", a, b);
    }
    return r;
  }

  /** {@code a %= b}. */
  public static PyObject imod(PyObject a, PyObject b) {
    PyObject r = a.type().slots.imod(a, b);
    if (r == NO) {
      r = modOrNot(a, b);
    }
    if (r == NO) {
      throw unsupported("%=", a, b);
    }
    return r;
  }

  /** {@code a <<= b}. */
  public static PyObject ilshift(PyObject a, PyObject b) {
    PyObject r = a.type().slots.ilshift(a, b);
    if (r == NO) {
      r = lshiftOrNot(a, b);
    }
    if (r == NO) {
      throw unsupported("<<=", a, b);
    }
    return r;
  }

  /** {@code a >>= b}. */
  public static PyObject irshift(PyObject a, PyObject b) {
    PyObject r = a.type().slots.irshift(a, b);
    if (r == NO) {
      r = rshiftOrNot(a, b);
    }
    if (r == NO) {
      throw unsupported(">>=", a, b);
    }
    return r;
  }

  /** {@code a &= b}. */
  public static PyObject iand(PyObject a, PyObject b) {
    PyObject r = a.type().slots.iand(a, b);
    if (r == NO) {
      r = and_OrNot(a, b);
    }
    if (r == NO) {
      throw unsupported("&=", a, b);
    }
    return r;
  }

  /** {@code a ^= b}. */
  public static PyObject ixor(PyObject a, PyObject b) {
    PyObject r = a.type().slots.ixor(a, b);
    if (r == NO) {
      r = xorOrNot(a, b);
    }
    if (r == NO) {
      throw unsupported("^=", a, b);
    }
    return r;
  }

  /** {@code a |= b}. */
  public static PyObject ior(PyObject a, PyObject b) {
    PyObject r = a.type().slots.ior(a, b);
    if (r == NO) {
      r = or_OrNot(a, b);
    }
    if (r == NO) {
      throw unsupported("|=", a, b);
    }
    return r;
  }

  /** {@code a **= b}. */
  public static PyObject ipow(PyObject a, PyObject b) {
    PyObject r = a.type().slots.ipow(a, b);
    if (r == NO) {
      r = powOrNot(a, b, PyNone.NONE);
    }
    if (r == NO) {
      throw unsupported("**=", a, b);
    }
    return r;
  }
}
