package org.krait.syntax;

/**
 * How to parse.
 *
 * @param mode what the source is to be
 * @param typeComments keep type comments in the tree
 * @param featureVersion the minor version whose syntax is allowed; 12 for all
 * @param barryAsBdfl {@code from __future__ import barry_as_FLUFL} is in force: {@code <>} is right
 * @param allowIncompleteInput report an early end of the source as "incomplete input"
 * @param implyDedent for {@link Mode#SINGLE}: the end of the source closes open blocks
 * @param filename the name for messages
 * @param maxIntDigits how many digits a decimal integer may have; 0 for any number
 */
public record ParseOptions(
    Mode mode,
    boolean typeComments,
    int featureVersion,
    boolean barryAsBdfl,
    boolean allowIncompleteInput,
    boolean implyDedent,
    String filename,
    int maxIntDigits) {
  /** What {@code sys.set_int_max_str_digits} is set to at first. */
  public static final int USUAL_INT_DIGITS = 4300;

  /** What a source is. */
  public enum Mode {
    /** A module: {@code Mod.Module}. */
    EXEC,
    /** An expression: {@code Mod.Expression}. */
    EVAL,
    /** One interactive statement: {@code Mod.Interactive}. */
    SINGLE,
    /** A type comment of a function: {@code Mod.FunctionType}. */
    FUNC_TYPE
  }

  /** A module, an expression … with everything of Python 3.12 allowed. */
  public static ParseOptions of(Mode mode, String filename) {
    return new ParseOptions(mode, false, 12, false, false, true, filename, USUAL_INT_DIGITS);
  }

  public ParseOptions withTypeComments() {
    return new ParseOptions(
        mode, true, featureVersion, barryAsBdfl, allowIncompleteInput, implyDedent,
        filename, maxIntDigits);
  }

  public ParseOptions withFeatureVersion(int minor) {
    return new ParseOptions(
        mode, typeComments, minor, barryAsBdfl, allowIncompleteInput, implyDedent,
        filename, maxIntDigits);
  }

  public ParseOptions withBarryAsBdfl() {
    return new ParseOptions(
        mode, typeComments, featureVersion, true, allowIncompleteInput, implyDedent,
        filename, maxIntDigits);
  }

  public ParseOptions withIncompleteInput() {
    return new ParseOptions(
        mode, typeComments, featureVersion, barryAsBdfl, true, implyDedent,
        filename, maxIntDigits);
  }

  public ParseOptions withoutImpliedDedent() {
    return new ParseOptions(
        mode, typeComments, featureVersion, barryAsBdfl, allowIncompleteInput, false,
        filename, maxIntDigits);
  }
}
