package org.krait.stdlib.sre;

import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;

/** The code of a pattern, and what of it can be prepared for all matches. */
final class Program {
  final int[] code;

  /** The sets of the code by the place where each starts. */
  private final Charset[] sets;

  /** Where the code to match starts, behind the information for searching. */
  final int start;

  /** No match is shorter. */
  final int minWidth;

  /** What every match starts with, or null. */
  final int[] prefix;

  /** The prefix as Java text, or null when it has characters above U+FFFF. */
  final String prefixText;

  /** What the first character of every match is in, or null. */
  final Charset first;

  /** Whether a match can only be where the subject begins. */
  final boolean anchored;

  /** The classes that have been made of it. */
  final CompiledVariants compiled;

  /** About how many steps the interpreter has taken. */
  int heat;

  private long[] starts;
  private volatile boolean startsKnown;

  /** What the pattern was written as, for reports. */
  final PyObject source;

  Program(PyObject source, int[] code, int groups) {
    this.source = source;
    this.code = code;
    this.compiled = new CompiledVariants(this, groups);
    this.sets = new Charset[code.length];
    boolean informed = code.length > 4 && code[0] == Op.INFO;
    start = informed ? code[1] + 1 : 0;
    anchored =
        code.length > start + 1
            && code[start] == Op.AT
            && (code[start + 1] == Op.AT_BEGINNING || code[start + 1] == Op.AT_BEGINNING_STRING);
    minWidth = informed ? code[3] & Integer.MAX_VALUE : 0;
    boolean prefixed = informed && (code[2] & Op.INFO_PREFIX) != 0;
    prefix = prefixed ? java.util.Arrays.copyOfRange(code, 7, 7 + code[5]) : null;
    PyStr text = prefixed ? PyStr.ofCodePoints(prefix, 0, prefix.length) : null;
    prefixText = prefixed ? text.units() : null;
    first = informed && (code[2] & Op.INFO_CHARSET) != 0 ? set(5) : null;
  }

  /** How many characters {@link #starts} knows about. */
  static final int SMALL = 256;

  /**
   * For characters below {@link #SMALL}, whether a match can begin with them, a bit each; null when that is not
   * simply known. Only for patterns about which the compiler left no {@link #prefix} and no {@link #first}.
   */
  long[] starts() {
    if (!startsKnown) {
      int at = start;
      while (code[at] == Op.MARK) {
        at += 2;
      }
      if (code[at] == Op.REPEAT_ONE || code[at] == Op.MIN_REPEAT_ONE) {
        at = code[at + 2] > 0 ? at + 4 : at;
      }
      starts = Matcher.isOne(code[at]) ? Matcher.small(this, at) : null;
      startsKnown = true;
    }
    return starts;
  }

  /** The set whose code starts there. */
  Charset set(int at) {
    Charset set = sets[at];
    if (set == null) {
      set = new Charset(code, at);
      sets[at] = set;
    }
    return set;
  }
}
