package org.krait.compiler.codegen;

import java.util.ArrayList;
import java.util.List;
import org.krait.compiler.ir.InstructionSequence;
import org.krait.compiler.ir.Label;

/** What is known while a pattern is compiled. */
final class PatternContext {
  /** Names captured so far; their values lie on the stack in this order. */
  List<String> stores = new ArrayList<>();

  /** Whether a pattern that always matches may stand here. */
  boolean allowIrrefutable;

  /** Where to go on failure, by the number of values that are to be popped there. */
  private List<Label> failures = new ArrayList<>();

  /** How many values of our own lie on top of the captured ones. */
  int onTop;

  /** The place to jump to when {@code pops} values have to be popped. */
  Label failure(int pops, InstructionSequence code) {
    while (failures.size() <= pops) {
      failures.add(code.newLabel());
    }
    return failures.get(pops);
  }

  /** The failure places, which are forgotten here. */
  List<Label> takeFailures() {
    List<Label> taken = failures;
    failures = new ArrayList<>();
    return taken;
  }
}
