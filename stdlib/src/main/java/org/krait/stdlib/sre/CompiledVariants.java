package org.krait.stdlib.sre;

import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.HotCode;

/** The classes of a hot program: for each kind of text, for any match and for matches that reach the end. */
final class CompiledVariants {
  /** Steps below which nobody asks whether a program is hot. */
  private static final int COLD = 20;

  private final Program program;
  private final int groups;
  private final CompiledPattern[] made = new CompiledPattern[2 * SubjectKind.values().length];

  /** A bit for each variant that was asked for. */
  private int asked;

  CompiledVariants(Program program, int groups) {
    this.program = program;
    this.groups = groups;
  }

  /** The class for a subject, or null; {@code whole}: matches reach the end of the text. */
  CompiledPattern get(Subject subject, boolean whole) {
    if (program.heat < COLD) {
      return null;
    }
    SubjectKind kind = SubjectKind.of(subject);
    int variant = 2 * kind.ordinal() + (whole ? 1 : 0);
    CompiledPattern known = made[variant];
    if (known == null && (asked & 1 << variant) == 0) {
      ask(kind, whole, variant);
      return made[variant];
    }
    return known;
  }

  private void ask(SubjectKind kind, boolean whole, int variant) {
    HotCode compiler = ThreadState.current().interpreter.hotCode;
    if (compiler == null || program.heat < compiler.warm()) {
      return;
    }
    asked |= 1 << variant;
    compiler.run("pattern " + program.source + " of " + kind.field, () -> {
      made[variant] = PatternCompiler.compile(program, groups, kind, whole);
      return made[variant] != null;
    });
  }
}
