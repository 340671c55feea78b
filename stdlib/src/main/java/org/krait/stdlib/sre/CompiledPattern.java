package org.krait.stdlib.sre;

import org.krait.runtime.ThreadState;

/** A pattern as a class of its own, for one kind of text; made by {@link PatternCompiler}. */
abstract class CompiledPattern {
  /** Whether the pattern matches at a place. */
  abstract boolean match(Matching matching, int from);

  /** Looks for the first match from a place on. */
  abstract boolean search(Matching matching, int from);

  // ---- what the classes call

  /** A match can take longer than anybody lives: signals get through. */
  static void poll() {
    ThreadState thread = ThreadState.current();
    if (thread.pending) {
      thread.interpreter.runPending(thread);
    }
  }

  static boolean isUnicodeWord(int c) {
    return Characters.isUnicodeWord(c);
  }

  /** Where the line ends, or a limit before that. */
  static int lineEnd(String text, int from, int limit) {
    int end = from < limit ? text.indexOf('\n', from, limit) : limit;
    return end < 0 ? limit : end;
  }

  /** Whether an operation on one character takes a character. */
  static boolean takes(Program program, int at, int c) {
    return Matcher.isOne(program, at, c);
  }
}
