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
  private int at;
  private int next;

  // The conversion being read.
  private boolean left;
  private boolean plus;
  private boolean blank;
  boolean alternate;
  private boolean zero;
  private int width;
  int precision;
  private PyObject keyed;

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

  /** The conversion of an integer as messages name it. */
  int shownInteger(int conversion) {
    return conversion;
  }

  // ---- reading

  final void run() {
    int end = format.length();
    while (at < end) {
      int percent = nextPercent();
      result.append(format, at, percent);
      at = percent + 1;
      if (percent < end) {
        conversion();
      }
    }
    int given = several != null ? several.length : 1;
    if (next < given && !mapping) {
      throw Errors.typeError("not all arguments converted during %s formatting", kind());
    }
  }

  private int nextPercent() {
    String units = format.units();
    if (units != null) {
      int found = units.indexOf('%', at);
      return found < 0 ? units.length() : found;
    }
    int i = at;
    while (i < format.length() && format.codePointAt(i) != '%') {
      i++;
    }
    return i;
  }

  private int read() {
    if (at >= format.length()) {
      throw Errors.valueError("incomplete format");
    }
    return format.codePointAt(at++);
  }

  private void conversion() {
    if (at < format.length() && format.codePointAt(at) == '%') {
      at++;
      result.append('%');
      return;
    }
    keyed = null;
    if (at < format.length() && format.codePointAt(at) == '(') {
      readKey();
    }
    readFlags();
    width = readWidth();
    precision = readPrecision();
    int c = read();
    if (c == 'h' || c == 'l' || c == 'L') {
      c = read();
    }
    convert(argument(), c);
  }

  private void readKey() {
    if (!mapping) {
      throw Errors.typeError("format requires a mapping");
    }
    int start = ++at;
    int depth = 1;
    while (at < format.length() && depth > 0) {
      int c = format.codePointAt(at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    if (depth > 0) {
      throw Errors.valueError("incomplete format key");
    }
    keyed = args.type().slots.getitem(args, key(format.substring(start, at - 1)));
  }

  private void readFlags() {
    left = false;
    plus = false;
    blank = false;
    alternate = false;
    zero = false;
    while (true) {
      int c = read();
      switch (c) {
        case '-' -> left = true;
        case '+' -> plus = true;
        case ' ' -> blank = true;
        case '#' -> alternate = true;
        case '0' -> zero = true;
        default -> {
          at--;
          return;
        }
      }
    }
  }

  private int readWidth() {
    if (format.codePointAt(at) != '*') {
      return Math.max(0, number("width too big"));
    }
    at++;
    long given = bounded(starArgument());
    left |= given < 0;
    return (int) Math.abs(given);
  }

  private int readPrecision() {
    if (at >= format.length() || format.codePointAt(at) != '.') {
      return -1;
    }
    at++;
    if (at < format.length() && format.codePointAt(at) == '*') {
      at++;
      return Math.max(0, Arguments.toInt(starArgument()));
    }
    return Math.max(0, number("precision too big"));
  }

  private PyObject starArgument() {
    PyObject value = argument();
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

  private int number(String tooBig) {
    long value = -1;
    while (at < format.length()) {
      int c = format.codePointAt(at);
      if (c < '0' || c > '9') {
        break;
      }
      value = Math.max(value, 0) * 10 + c - '0';
      if (value > Integer.MAX_VALUE) {
        throw Errors.valueError(tooBig);
      }
      at++;
    }
    return (int) value;
  }

  private PyObject argument() {
    if (keyed != null) {
      PyObject value = keyed;
      keyed = null;
      return value;
    }
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
      case 'c' -> pad("", PyStr.of(character(value)), false);
      default -> {
        PyStr text = text(value, c);
        if (text == null) {
          throw unsupported(c);
        }
        boolean cut = precision >= 0 && text.length() > precision;
        pad("", cut ? text.substring(0, precision) : text, false);
      }
    }
  }

  private PyException unsupported(int c) {
    return Errors.valueError(
        "unsupported format character '%s' (0x%x) at index %d",
        c > 31 && c < 127 ? Character.toString(c) : "?", c, at - 1);
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
    String prefix = alternate && (c == 'o' || c == 'x' || c == 'X') ? "0" + (char) c : "";
    pad(sign(negative).concat(prefix), PyStr.ofUnits(digits), true);
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
    int flags = alternate ? FloatText.ALTERNATE : 0;
    String text = FloatText.format(number, (char) c, precision < 0 ? 6 : precision, flags);
    boolean negative = text.charAt(0) == '-';
    pad(sign(negative), PyStr.ofUnits(negative ? text.substring(1) : text), true);
  }

  private String sign(boolean negative) {
    return negative ? "-" : plus ? "+" : blank ? " " : "";
  }

  /** Appends a value, filled up to the width; zeros go behind the sign and prefix. */
  private void pad(String sign, PyStr text, boolean number) {
    int missing = width - sign.length() - text.length();
    boolean zeros = zero && number && !left;
    if (missing > 0 && !left && !zeros) {
      result.append(' ', missing);
    }
    result.append(sign);
    if (missing > 0 && zeros) {
      result.append('0', missing);
    }
    result.append(text);
    if (missing > 0 && left) {
      result.append(' ', missing);
    }
  }
}
