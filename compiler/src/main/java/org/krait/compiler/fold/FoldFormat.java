package org.krait.compiler.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.compiler.ir.Locations;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Location;

/**
 * {@code "…%s…" % (a, …)} as an f-string: only the conversions {@code s}, {@code r} and {@code a},
 * with flags, width and precision of at most two digits.
 */
final class FoldFormat {
  private static final int TOO_MANY_DIGITS = 3;
  private static final int UNSUPPORTED = -2;
  private static final int ABSENT = -1;

  private final int[] format;
  private int at;

  private FoldFormat(Constant.Str format) {
    this.format = format.codePoints();
  }

  /** The f-string, or null when the format asks for something else or does not fit the items. */
  static Expr fold(Constant.Str format, List<Expr> items, Location location) {
    for (Expr item : items) {
      if (item instanceof Expr.Starred) {
        return null;
      }
    }
    List<Expr> parts = new FoldFormat(format).parts(items);
    return parts == null ? null : new Expr.JoinedStr(parts, location);
  }

  private List<Expr> parts(List<Expr> items) {
    List<Expr> parts = new ArrayList<>(2 * items.size() + 1);
    int used = 0;
    while (true) {
      literal(parts);
      if (at >= format.length) {
        return used == items.size() ? parts : null;
      }
      if (used == items.size()) {
        return null;
      }
      at++;
      Expr part = conversion(items.get(used++));
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
  }

  /** Takes the text up to the next conversion. */
  private void literal(List<Expr> parts) {
    int[] text = new int[format.length - at];
    int length = 0;
    while (at < format.length) {
      if (format[at] == '%') {
        if (at + 1 == format.length || format[at + 1] != '%') {
          break;
        }
        at++;
      }
      text[length++] = format[at++];
    }
    if (length > 0) {
      var value = Constant.Str.ofCodePoints(Arrays.copyOf(text, length));
      parts.add(new Expr.Constant(value, null, Locations.NONE));
    }
  }

  private int peek() {
    return at < format.length ? format[at] : UNSUPPORTED;
  }

  /** The conversion behind a percent sign, applied to the item; or null. */
  private Expr conversion(Expr item) {
    boolean left = false;
    while (peek() >= 0 && "-+ #0".indexOf(peek()) >= 0) {
      left |= peek() == '-';
      at++;
    }
    int width = number();
    int precision = ABSENT;
    if (peek() == '.') {
      at++;
      precision = number();
      precision = precision == ABSENT ? 0 : precision;
    }
    int conversion = peek();
    if (width == UNSUPPORTED
        || precision == UNSUPPORTED
        || !(conversion == 's' || conversion == 'r' || conversion == 'a')) {
      return null;
    }
    at++;
    Location location = item.location();
    String spec = spec(left, width, precision);
    Expr specExpr =
        spec.isEmpty() ? null : new Expr.Constant(Constant.Str.of(spec), null, location);
    return new Expr.FormattedValue(item, conversion, specExpr, location);
  }

  /** A number of up to two digits, {@link #ABSENT} or {@link #UNSUPPORTED}. */
  private int number() {
    int start = at;
    int value = 0;
    while (peek() >= '0' && peek() <= '9' && at - start < TOO_MANY_DIGITS) {
      value = value * 10 + peek() - '0';
      at++;
    }
    int digits = at - start;
    return digits == 0 ? ABSENT : digits < TOO_MANY_DIGITS ? value : UNSUPPORTED;
  }

  private static String spec(boolean left, int width, int precision) {
    StringBuilder spec = new StringBuilder();
    if (!left && width > 0) {
      spec.append('>');
    }
    if (width >= 0) {
      spec.append(width);
    }
    if (precision >= 0) {
      spec.append('.').append(precision);
    }
    return spec.toString();
  }
}
