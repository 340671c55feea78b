package org.krait.stdlib.decimal;

/** The precision, range and rounding of a computation, and the conditions that it met. */
final class Settings {
  static final int CLAMPED = 0x1;
  static final int CONVERSION_SYNTAX = 0x2;
  static final int DIVISION_BY_ZERO = 0x4;
  static final int DIVISION_IMPOSSIBLE = 0x8;
  static final int DIVISION_UNDEFINED = 0x10;
  static final int INEXACT = 0x40;
  static final int INVALID_CONTEXT = 0x80;
  static final int INVALID_OPERATION = 0x100;
  static final int MALLOC_ERROR = 0x200;
  static final int OVERFLOW = 0x800;
  static final int ROUNDED = 0x1000;
  static final int SUBNORMAL = 0x2000;
  static final int UNDERFLOW = 0x4000;
  static final int FLOAT_OPERATION = 0x8000;
  static final int ANY_INVALID =
      CONVERSION_SYNTAX
          | DIVISION_IMPOSSIBLE
          | DIVISION_UNDEFINED
          | 0x20
          | INVALID_CONTEXT
          | INVALID_OPERATION
          | MALLOC_ERROR;

  static final int UP = 0;
  static final int DOWN = 1;
  static final int CEILING = 2;
  static final int FLOOR = 3;
  static final int HALF_UP = 4;
  static final int HALF_DOWN = 5;
  static final int HALF_EVEN = 6;
  static final int UP_05 = 7;
  static final String[] ROUNDINGS = {
    "ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR",
    "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"
  };

  static final long MOST_PRECISION = 999_999_999_999_999_999L;
  static final long MOST_EXPONENT = 999_999_999_999_999_999L;

  long precision;
  long highest;
  long lowest;
  int rounding;
  boolean clamp;
  int status;

  Settings(long precision, long lowest, long highest, int rounding, boolean clamp) {
    this.precision = precision;
    this.lowest = lowest;
    this.highest = highest;
    this.rounding = rounding;
    this.clamp = clamp;
  }

  /** Settings in which everything is exact that memory has room for. */
  static Settings unlimited() {
    return new Settings(MOST_PRECISION, -MOST_EXPONENT, MOST_EXPONENT, HALF_EVEN, false);
  }

  /** These, with another precision and rounding to the nearest, without conditions. */
  Settings working(long digits) {
    return new Settings(digits, -MOST_EXPONENT, MOST_EXPONENT, HALF_EVEN, false);
  }

  Settings copy() {
    return new Settings(precision, lowest, highest, rounding, clamp);
  }

  Settings rounding(int other) {
    Settings copy = copy();
    copy.rounding = other;
    return copy;
  }

  /** The least exponent of a subnormal number. */
  long tiny() {
    return lowest - precision + 1;
  }

  /** The largest exponent of a number of full precision. */
  long top() {
    return highest - precision + 1;
  }

  void signal(int conditions) {
    status |= conditions;
  }

  /** Not a number, because of an invalid operation. */
  Dec invalid(int conditions) {
    status |= conditions;
    return Dec.NAN;
  }

  Dec invalid() {
    return invalid(INVALID_OPERATION);
  }
}
