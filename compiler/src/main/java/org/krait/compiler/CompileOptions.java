package org.krait.compiler;

import org.krait.bytecode.CodeFlags;
import org.krait.syntax.ParseOptions;
import org.krait.syntax.ParseOptions.Mode;

/**
 * How to compile.
 *
 * @param mode what the source is
 * @param optimize 0; 1 leaves out assertions and {@code if __debug__}; 2 docstrings as well
 * @param flags {@code CO_FUTURE_*} bits in force from outside, and the {@code PyCF_*} bits below
 * @param maxIntDigits how many digits a decimal integer in the source may have; 0 for any number
 */
public record CompileOptions(Mode mode, int optimize, int flags, int maxIntDigits) {
  /** {@code PyCF_DONT_IMPLY_DEDENT}. */
  public static final int DONT_IMPLY_DEDENT = 0x200;

  /** {@code PyCF_TYPE_COMMENTS}. */
  public static final int TYPE_COMMENTS = 0x1000;

  /** {@code PyCF_ALLOW_TOP_LEVEL_AWAIT}. */
  public static final int ALLOW_TOP_LEVEL_AWAIT = 0x2000;

  /** {@code PyCF_ALLOW_INCOMPLETE_INPUT}. */
  public static final int ALLOW_INCOMPLETE_INPUT = 0x4000;

  /** All {@code CO_FUTURE_*} bits: those that a code object keeps. */
  static final int FUTURE_MASK =
      CodeFlags.FUTURE_DIVISION
          | CodeFlags.FUTURE_ABSOLUTE_IMPORT
          | CodeFlags.FUTURE_WITH_STATEMENT
          | CodeFlags.FUTURE_PRINT_FUNCTION
          | CodeFlags.FUTURE_UNICODE_LITERALS
          | CodeFlags.FUTURE_BARRY_AS_BDFL
          | CodeFlags.FUTURE_GENERATOR_STOP
          | CodeFlags.FUTURE_ANNOTATIONS;

  /** With the usual limit for integers. */
  public CompileOptions(Mode mode, int optimize, int flags) {
    this(mode, optimize, flags, ParseOptions.USUAL_INT_DIGITS);
  }

  /** The same with another limit for integers. */
  public CompileOptions withMaxIntDigits(int digits) {
    return new CompileOptions(mode, optimize, flags, digits);
  }

  /** A module at a level, without flags. */
  public static CompileOptions module(int optimize) {
    return new CompileOptions(Mode.EXEC, optimize, 0);
  }

  /** Written out: Java would make a record's own at its first call, which takes 7 ms of a start. */
  @Override
  public boolean equals(Object other) {
    return other instanceof CompileOptions options
        && mode == options.mode
        && optimize == options.optimize
        && flags == options.flags
        && maxIntDigits == options.maxIntDigits;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * mode.ordinal() + optimize) + flags) + maxIntDigits;
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }
}
