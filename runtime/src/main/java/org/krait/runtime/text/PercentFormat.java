package org.krait.runtime.text;

import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.numbers.FloatText;
import org.krait.runtime.types.IntText;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * {@code format % args} for text; {@link BytesPercentFormat} is that for bytes.
 *
 * <p>Source: "printf-style String Formatting" in the documentation of the standard types.
 */
public class PercentFormat {
  final PyStr format;
  final PyStrBuilder result;
  private final PyObject args;

  /** The tuple of arguments, or null for a single one. */
  private final PyObject[] several;

  private final boolean mapping;
  private int next;

  // The conversion that is done; width and precision are those of the arguments where it says so.
  private PercentPieces.Conversion conversion;
  private boolean left;
  private int width;
  private int precision;

  PercentFormat(PyStr format, PyObject args, boolean mapping) {
    this.format = format;
    this.args = args;
    this.several = args instanceof PyTuple tuple ? tuple.items() : null;
    this.mapping = mapping;
    this.result = new PyStrBuilder(format.length() + 32);
  }

  /** {@code format % args}. */
  public static PyStr format(PyStr format, PyObject args) {
    boolean mapping = isMapping(args) && !(args instanceof PyStr);
    PercentFormat formatter = new PercentFormat(format, args, mapping);
    formatter.run();
    return formatter.result.toPyStr();
  }

  static boolean isMapping(PyObject args) {
    return !(args instanceof PyTuple) && args.type().special(Special.GETITEM) != null;
  }

  // ---- what differs between text and bytes

  /** What the messages call the format. */
  String kind() {
    return "string";
  }

  /** What is said of a fault in the format. */
  String told(String fault) {
    return fault;
  }

  /** The key between parentheses. */
  PyObject key(PyStr key) {
    return key;
  }

  /** The text for one of the conversions that take any value, or null when there is no such one. */
  PyStr text(PyObject value, int conversion) {
    return switch (conversion) {
      case 's' -> Objects.str(value);
      case 'r' -> Objects.repr(value);
      case 'a' -> Objects.ascii(value);
      default -> null;
    };
  }

  /** The character for {@code %c}. */
  int character(PyObject value) {
    if (value instanceof PyStr text) {
      if (text.length() == 1) {
        return text.codePointAt(0);
      }
    } else if (value instanceof PyInt || value.type().special(Special.INDEX) != null) {
      PyInt number = Arguments.index(value);
      if (!number.fitsLong() || number.longValue() < 0 || number.longValue() > 0x10ffff) {
        throw Errors.overflowError("%c arg not in range(0x110000)");
      }
      return (int) number.longValue();
    }
    throw Errors.typeError("%c requires int or char");
  }

  /** The value for one of the conversions of real numbers. */
  double realOf(PyObject value) {
    return Arguments.toDouble(value);
  }

  /** Whether a conversion without width or precision writes an int as its decimal digits. */
  boolean writesDigits(int code) {
    return code == 's' || code == 'd' || code == 'i' || code == 'r' || code == 'u' || code == 'a';
  }

  /** The conversion of an integer as messages name it. */
  int shownInteger(int conversion) {
    return conversion;
  }

  // ---- the pieces in turn

  final void run() {
    for (PercentPieces.Piece piece : PercentPieces.of(format)) {
      result.append(piece.literal());
      if (piece.conversion() != null) {
        convert(piece.conversion());
      }
    }
    int given = several != null ? several.length : 1;
    if (next < given && !mapping) {
      throw Errors.typeError("not all arguments converted during %s formatting", kind());
    }
  }

  /** In the order in which the specifier is read, so that the first fault is the one that is told. */
  private void convert(PercentPieces.Conversion wanted) {
    PyObject keyed = wanted.isKeyed() ? keyed(wanted) : null;
    conversion = wanted;
    left = wanted.left();
    width = wanted.width();
    precision = wanted.precision();
    if (width == PercentPieces.STAR) {
      long given = bounded(starArgument(keyed));
      keyed = null;
      left |= given < 0;
      width = (int) Math.abs(given);
    }
    if (precision == PercentPieces.STAR) {
      precision = Math.max(0, Arguments.toInt(starArgument(keyed)));
      keyed = null;
    }
    if (wanted.fault() != null) {
      throw Errors.valueError(told(wanted.fault()));
    }
    PyObject value = keyed != null ? keyed : argument();
    int code = wanted.code();
    if (!wanted.isPlain()) {
      convert(value, code);
    } else if (value.getClass() == PyLong.class && writesDigits(code)) {
      result.appendDecimal(((PyLong) value).value);
    } else if (value.getClass() == PyStr.class && code == 's') {
      result.append(text(value, code));
    } else {
      convert(value, code);
    }
  }

  private PyObject keyed(PercentPieces.Conversion wanted) {
    if (!mapping) {
      throw Errors.typeError("format requires a mapping");
    }
    if (wanted.key() == null) {
      throw Errors.valueError(wanted.fault());
    }
    // The mapping itself is no argument any more.
    next = 1;
    return args.type().slots.getitem(args, key(wanted.key()));
  }

  private PyObject starArgument(PyObject keyed) {
    PyObject value = keyed != null ? keyed : argument();
    if (!(value instanceof PyInt)) {
      throw Errors.typeError("* wants int");
    }
    return value;
  }

  private static long bounded(PyObject value) {
    long given = Arguments.toLong(value);
    if (given > Integer.MAX_VALUE || given < -Integer.MAX_VALUE) {
      throw Errors.of(PyExceptions.MemoryError);
    }
    return given;
  }

  private PyObject argument() {
    if (several != null) {
      if (next < several.length) {
        return several[next++];
      }
    } else if (next == 0) {
      next = 1;
      return args;
    }
    throw Errors.typeError("not enough arguments for format string");
  }

  // ---- converting

  private void convert(PyObject value, int c) {
    switch (c) {
      case 'd', 'i', 'u', 'o', 'x', 'X' -> integer(value, c);
      case 'e', 'E', 'f', 'F', 'g', 'G' -> real(value, c);
      case 'c' -> pad(PyStr.of(character(value)));
      default -> {
        PyStr text = text(value, c);
        if (text == null) {
          throw unsupported(c);
        }
        boolean cut = precision >= 0 && text.length() > precision;
        pad(cut ? text.substring(0, precision) : text);
      }
    }
  }

  private PyException unsupported(int c) {
    return Errors.valueError(
        "unsupported format character '%s' (0x%x) at index %d",
        c > 31 && c < 127 ? Character.toString(c) : "?", c, conversion.place());
  }

  private void integer(PyObject value, int c) {
    PyInt number = integerOf(value, c);
    boolean negative = number.signum() < 0;
    String digits =
        switch (c) {
          case 'o' -> magnitude(number, 8);
          case 'x' -> magnitude(number, 16);
          case 'X' -> magnitude(number, 16).toUpperCase(java.util.Locale.ROOT);
          default -> decimal(number);
        };
    if (digits.length() < precision) {
      digits = "0".repeat(precision - digits.length()).concat(digits);
    }
    String prefix = conversion.alternate() && (c == 'o' || c == 'x' || c == 'X') ? "0" + (char) c : "";
    pad(sign(negative).concat(prefix), digits);
  }

  private static String decimal(PyInt number) {
    String text = Objects.str(number.exact()).toString();
    return text.charAt(0) == '-' ? text.substring(1) : text;
  }

  private static String magnitude(PyInt number, int radix) {
    String text = IntText.of(number, radix);
    return text.charAt(0) == '-' ? text.substring(1) : text;
  }

  private PyInt integerOf(PyObject value, int c) {
    if (value instanceof PyInt number) {
      return number;
    }
    boolean whole = c == 'o' || c == 'x' || c == 'X';
    try {
      if (whole) {
        return Arguments.index(value);
      }
      if (value.type().special(Special.INT) != null || value.type().special(Special.INDEX) != null) {
        return (PyInt) PyInt.TYPE.call(value);
      }
    } catch (PyException e) {
      if (!e.is(PyExceptions.TypeError)) {
        throw e;
      }
    }
    throw Errors.typeError(
        "%%%c format: %s is required, not %s",
        shownInteger(c), whole ? "an integer" : "a real number", value.type().fullName());
  }

  private void real(PyObject value, int c) {
    double number = realOf(value);
    if (precision == Integer.MAX_VALUE) {
      throw Errors.valueError("precision too big");
    }
    int flags = conversion.alternate() ? FloatText.ALTERNATE : 0;
    String text = FloatText.format(number, (char) c, precision < 0 ? 6 : precision, flags);
    boolean negative = text.charAt(0) == '-';
    if (width <= text.length() && (negative || !conversion.plus() && !conversion.blank())) {
      result.append(text);
      return;
    }
    pad(sign(negative), negative ? text.substring(1) : text);
  }

  private String sign(boolean negative) {
    return negative ? "-" : conversion.plus() ? "+" : conversion.blank() ? " " : "";
  }

  /** Appends a text, filled up to the width. */
  private void pad(PyStr text) {
    int missing = width - text.length();
    result.append(' ', left ? 0 : missing).append(text).append(' ', left ? missing : 0);
  }

  /** Appends a number, filled up to the width; zeros go behind the sign and prefix. */
  private void pad(String sign, String text) {
    int missing = width - sign.length() - text.length();
    boolean zeros = conversion.zero() && !left;
    result.append(' ', left || zeros ? 0 : missing).append(sign);
    result.append('0', zeros ? missing : 0).append(text).append(' ', left ? missing : 0);
  }
}
