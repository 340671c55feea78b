package org.krait.constants;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** A Python constant: what the tree's {@code Constant} node and {@code co_consts} hold. */
public sealed interface Constant {
  /** {@code None}, {@code True}, {@code False} and {@code ...}. */
  enum Singleton implements Constant {
    NONE,
    TRUE,
    FALSE,
    ELLIPSIS;

    /** {@code True} or {@code False}. */
    public static Singleton of(boolean value) {
      return value ? TRUE : FALSE;
    }
  }

  /** An {@code int} of any size. */
  // The methods that records would link at run time are written out: every process needs them.
  record Int(BigInteger value) implements Constant {
    public static Int of(long value) {
      return new Int(BigInteger.valueOf(value));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Int i && value.equals(i.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  /** A {@code float}; equality tells the zeros apart and holds NaN equal to itself. */
  record Float(double value) implements Constant {
    @Override
    public boolean equals(Object other) {
      return other instanceof Float f && Double.compare(value, f.value) == 0;
    }

    @Override
    public int hashCode() {
      return Double.hashCode(value);
    }
  }

  /** A {@code complex}; equality as of {@link Float} in both parts. */
  record Complex(double real, double imag) implements Constant {}

  /** A {@code bytes}; the array is not to be changed. */
  record Bytes(byte[] value) implements Constant {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes b && Arrays.equals(value, b.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
      return "Bytes" + Arrays.toString(value);
    }
  }

  /** A {@code tuple} of constants. */
  record Tuple(List<Constant> items) implements Constant {
    public static final Tuple EMPTY = new Tuple(List.of());

    public Tuple {
      items = List.copyOf(items);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Tuple t && items.equals(t.items);
    }

    @Override
    public int hashCode() {
      return items.hashCode();
    }
  }

  /** A {@code frozenset} of constants, in the order in which they were written. */
  record FrozenSet(List<Constant> items) implements Constant {
    public FrozenSet {
      items = List.copyOf(items);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof FrozenSet s
          && items.size() == s.items.size()
          && new java.util.HashSet<>(items).equals(new java.util.HashSet<>(s.items));
    }

    @Override
    public int hashCode() {
      return new java.util.HashSet<>(items).hashCode();
    }
  }

  /** A value of another room: a code object, or an object that a program put into one. */
  non-sealed interface Foreign extends Constant {}

  /**
   * A {@code str}: any sequence of code points, lone surrogates included.
   *
   * <p>A Java {@link String} cannot tell a high surrogate followed by a low one (two code points in
   * Python) from the character above the BMP that the pair encodes. Such text, which only escapes
   * in literals and hostile files produce, is held as code points.
   */
  final class Str implements Constant {
    public static final Str EMPTY = new Str("", null);

    private final String text;
    private final int[] codePoints;

    private Str(String text, int[] codePoints) {
      this.text = text;
      this.codePoints = codePoints;
    }

    /** Text in which every surrogate pair means one character above the BMP. */
    public static Str of(String text) {
      return text.isEmpty() ? EMPTY : new Str(text, null);
    }

    /** Text of these code points, each between 0 and 0x10FFFF. */
    public static Str ofCodePoints(int[] points) {
      for (int i = 1; i < points.length; i++) {
        if (isSurrogate(points[i - 1], 0xD800) && isSurrogate(points[i], 0xDC00)) {
          return new Str(null, points.clone());
        }
      }
      return of(new String(points, 0, points.length));
    }

    private static boolean isSurrogate(int point, int base) {
      return (point & ~0x3FF) == base;
    }

    /** True when {@link #text} tells the whole truth. */
    public boolean isExact() {
      return text != null;
    }

    /** The text in UTF-16; for inexact text, a split pair reads as one character. */
    public String text() {
      return text != null ? text : new String(codePoints, 0, codePoints.length);
    }

    /** The code points, in a fresh array. */
    public int[] codePoints() {
      return text != null ? text.codePoints().toArray() : codePoints.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Str s
          && (text != null ? text.equals(s.text) : Arrays.equals(codePoints, s.codePoints));
    }

    @Override
    public int hashCode() {
      return text != null ? text.hashCode() : Arrays.hashCode(codePoints);
    }

    @Override
    public String toString() {
      return "Str[" + text() + "]";
    }
  }
}
