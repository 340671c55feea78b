package org.krait.stdlib.sre;

import java.util.Arrays;

/** A program at work on a subject: the match that it is at. */
final class Matching {
  private final Program program;
  final Subject subject;

  /** Where the text ends for it. */
  final int end;

  /** Where groups start and end; -1 for those that did not take part. */
  final int[] marks;

  /** Where the match starts and ends. */
  int start;

  int pos;

  /** The number of the group that closed last, or -1. */
  int lastIndex = -1;

  /** Where the match must not end, because it would be empty like the last one; or -1. */
  int mustAdvanceFrom = -1;

  private int[] stack;
  private Matcher interpreter;

  Matching(Program program, Subject subject, int groups, int end) {
    this.program = program;
    this.subject = subject;
    this.end = end;
    this.marks = new int[2 * groups];
  }

  /** Matches at a place; {@code whole} when it must reach the end of the text. */
  boolean match(int from, boolean whole) {
    CompiledPattern compiled = program.compiled.get(subject, whole);
    return compiled != null ? compiled.match(this, from) : interpreter().match(from, whole);
  }

  /** Looks for the first match from a place on. */
  boolean search(int from) {
    CompiledPattern compiled = program.compiled.get(subject, false);
    return compiled != null ? compiled.search(this, from) : interpreter().search(from);
  }

  private Matcher interpreter() {
    if (interpreter == null) {
      interpreter = new Matcher(program, this);
    }
    return interpreter;
  }

  // ---- for compiled patterns

  /** What is left to be tried, as a compiled pattern keeps it. */
  int[] stack() {
    if (stack == null) {
      stack = new int[64];
    }
    return stack;
  }

  int[] largerStack() {
    stack = Arrays.copyOf(stack, 2 * stack.length);
    return stack;
  }

  /** The place behind another occurrence of what a group matched, or -1; {@code op}: with which case. */
  int reference(int op, int from, int to, int pos) {
    if (from < 0 || to < from || to - from > end - pos) {
      return -1;
    }
    for (int i = from, at = pos; i < to; i++, at++) {
      if (!same(op, subject.at(i), subject.at(at))) {
        return -1;
      }
    }
    return pos + to - from;
  }

  /** Whether a reference to a group takes one character for another. */
  static boolean same(int op, int wanted, int c) {
    return switch (op) {
      case Op.GROUPREF -> c == wanted;
      case Op.GROUPREF_UNI_IGNORE -> Characters.unicodeLower(c) == Characters.unicodeLower(wanted);
      default -> Characters.asciiLower(c) == Characters.asciiLower(wanted);
    };
  }
}
