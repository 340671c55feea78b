package org.krait.runtime.text;

import java.util.ArrayList;
import org.krait.runtime.types.PyStr;

/** Formats of {@code %} taken apart, kept for the next time: most programs have few and use them often. */
final class PercentPieces {
  /** A width or precision that is among the arguments. */
  static final int STAR = -2;

  private static final int KEPT = 256;
  private static final int LONGEST = 1000;

  /** Which format comes to which place follows from its hash; a newer one takes the place of an older. */
  private static final PercentPieces[] CACHE = new PercentPieces[KEPT];

  /**
   * Literal text, then perhaps a conversion.
   *
   * @param conversion or null
   */
  record Piece(PyStr literal, Conversion conversion) {}

  /**
   * A conversion specifier.
   *
   * @param isKeyed whether there is a key in parentheses
   * @param key the key; null where its end is missing
   * @param width at least so many characters, 0 where none is given, or {@link #STAR}
   * @param precision the precision, -1 where none is given, or {@link #STAR}
   * @param code the character that says what is made of the value
   * @param place where the code stands in the format
   * @param fault the message of the ValueError that what was read last deserves, or null; what stands before it
   *     is done first
   */
  record Conversion(
      boolean isKeyed,
      PyStr key,
      boolean left,
      boolean plus,
      boolean blank,
      boolean alternate,
      boolean zero,
      int width,
      int precision,
      int code,
      int place,
      String fault) {
    /** Whether the value is written as it is. */
    boolean isPlain() {
      return width == 0 && precision == -1 && !plus && !blank && !alternate;
    }
  }

  private final PyStr format;
  final Piece[] pieces;

  private PercentPieces(PyStr format) {
    this.format = format;
    this.pieces = new Reader(format).read();
  }

  static Piece[] of(PyStr format) {
    if (format.length() > LONGEST || format.getClass() != PyStr.class) {
      return new Reader(format).read();
    }
    int place = (int) format.hashValue() & KEPT - 1;
    PercentPieces known = CACHE[place];
    if (known == null || !known.format.equals(format)) {
      known = new PercentPieces(format);
      CACHE[place] = known;
    }
    return known.pieces;
  }

  /** Reads a format from left to right, up to its end or the first fault. */
  private static final class Reader {
    private final PyStr format;
    private final int end;
    private int at;

    private String fault;

    Reader(PyStr format) {
      this.format = format;
      this.end = format.length();
    }

    Piece[] read() {
      ArrayList<Piece> pieces = new ArrayList<>();
      PyStrBuilder literal = new PyStrBuilder();
      while (at < end && fault == null) {
        int percent = nextPercent();
        literal.append(format, at, percent);
        at = percent + 1;
        if (at < end && format.codePointAt(at) == '%') {
          literal.append('%');
          at++;
        } else if (percent < end) {
          pieces.add(new Piece(literal.toPyStr(), conversion()));
          literal = new PyStrBuilder();
        }
      }
      if (literal.length() > 0) {
        pieces.add(new Piece(literal.toPyStr(), null));
      }
      return pieces.toArray(Piece[]::new);
    }

    private int nextPercent() {
      int i = at;
      while (i < end && format.codePointAt(i) != '%') {
        i++;
      }
      return i;
    }

    private int peek() {
      return at < end ? format.codePointAt(at) : -1;
    }

    private boolean skip(int c) {
      if (peek() != c) {
        return false;
      }
      at++;
      return true;
    }

    private Conversion conversion() {
      boolean isKeyed = skip('(');
      PyStr key = isKeyed ? key() : null;
      boolean left = false;
      boolean plus = false;
      boolean blank = false;
      boolean alternate = false;
      boolean zero = false;
      for (int c = peek(); c >= 0 && "-+ #0".indexOf(c) >= 0 && fault == null; c = peek()) {
        left |= c == '-';
        plus |= c == '+';
        blank |= c == ' ';
        alternate |= c == '#';
        zero |= c == '0';
        at++;
      }
      int width = skip('*') ? STAR : Math.max(0, number("width too big"));
      int precision = -1;
      if (fault == null && skip('.')) {
        precision = skip('*') ? STAR : Math.max(0, number("precision too big"));
      }
      int code = code();
      return new Conversion(
          isKeyed, key, left, plus, blank, alternate, zero, width, precision, code, at - 1, fault);
    }

    private PyStr key() {
      int start = at;
      int depth = 1;
      while (at < end && depth > 0) {
        int c = format.codePointAt(at++);
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      if (depth > 0) {
        fault = "incomplete format key";
        return null;
      }
      return format.substring(start, at - 1);
    }

    /** A number, or -1 where there is none. */
    private int number(String tooBig) {
      long value = -1;
      for (int c = peek(); c >= '0' && c <= '9' && fault == null; c = peek()) {
        value = Math.max(value, 0) * 10 + c - '0';
        if (value > Integer.MAX_VALUE) {
          fault = tooBig;
        }
        at++;
      }
      return (int) value;
    }

    private int code() {
      if (fault == null && (peek() == 'h' || peek() == 'l' || peek() == 'L')) {
        at++;
      }
      int code = peek();
      if (fault == null && code < 0) {
        fault = "incomplete format";
      }
      at++;
      return code;
    }
  }
}
