package org.krait.bytecode.verify;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.krait.bytecode.CodeObject;
import org.krait.constants.Constant;

/**
 * Checks that code objects keep the rules that a machine relies on, in the manner of the JVM's
 * verifier: by abstract interpretation of every path.
 */
public final class Verifier {
  private final Findings findings = new Findings();
  private final Deque<CodeObject> waiting = new ArrayDeque<>();
  private final Set<Constant> met = Collections.newSetFromMap(new IdentityHashMap<>());

  private Verifier() {}

  /** The rules that the code object and those nested in it break; the first hundred. */
  public static List<Finding> verify(CodeObject code) {
    Verifier verifier = new Verifier();
    verifier.waiting.add(code);
    while (!verifier.waiting.isEmpty() && !verifier.findings.isFull()) {
      verifier.verifyOne(verifier.waiting.removeFirst());
    }
    return verifier.findings.toList();
  }

  /** The rules that the code object itself breaks, whatever is nested in it. */
  public static List<Finding> verifyAlone(CodeObject code) {
    Verifier verifier = new Verifier();
    verifier.verifyOwn(code);
    return verifier.findings.toList();
  }

  private void verifyOne(CodeObject code) {
    verifyOwn(code);
    collectNested(code);
  }

  private void verifyOwn(CodeObject code) {
    findings.in(code);
    int before = findings.reliedOn();
    new VerifyFields(code, findings).run();
    InstructionMap map = new InstructionMap(code);
    VerifyOperands operands = new VerifyOperands(code, map, findings);
    operands.run();
    new VerifyTables(code, map, findings).run();
    operands.quietJumps();
    if (findings.reliedOn() == before) {
      new VerifyFlow(code, map, findings).run();
    }
  }

  private void collectNested(CodeObject code) {
    Deque<Constant> open = new ArrayDeque<>(code.constants());
    while (!open.isEmpty()) {
      Constant constant = open.removeFirst();
      switch (constant) {
        case CodeObject inner when met.add(inner) -> waiting.addLast(inner);
        case CodeObject _ -> {}
        case Constant.Tuple t when met.add(t) -> open.addAll(t.items());
        case Constant.FrozenSet s when met.add(s) -> open.addAll(s.items());
        case Constant.Foreign f ->
            findings.add(Rule.CONSTANT, "a constant is a " + f.getClass().getSimpleName());
        default -> {}
      }
    }
  }
}
