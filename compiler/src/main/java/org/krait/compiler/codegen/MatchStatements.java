package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.COPY;
import static org.krait.bytecode.Opcodes.JUMP;
import static org.krait.bytecode.Opcodes.NOP;
import static org.krait.bytecode.Opcodes.POP_TOP;

import java.util.List;
import org.krait.compiler.ir.Label;
import org.krait.compiler.ir.Locations;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.MatchCase;
import org.krait.syntax.ast.Pattern;
import org.krait.syntax.ast.Stmt;

/** {@code match} (PEP 634): the cases; {@link Patterns} does the matching. */
final class MatchStatements extends Emitter {
  private final Patterns patterns;

  MatchStatements(CodeGenerator generator) {
    super(generator);
    this.patterns = new Patterns(generator);
  }

  void match(Stmt.Match statement) {
    visit(statement.subject());
    Label end = newLabel();
    List<MatchCase> cases = statement.cases();
    MatchCase last = cases.getLast();
    boolean hasDefault = Patterns.isWildcard(last.pattern()) && cases.size() > 1;
    int tested = hasDefault ? cases.size() - 1 : cases.size();
    for (int i = 0; i < tested; i++) {
      boolean lastCase = i == cases.size() - 1;
      testedCase(cases.get(i), lastCase, i == tested - 1, end);
    }
    if (hasDefault) {
      defaultCase(last, end);
    }
    place(end);
  }

  /**
   * A case that can fail.
   *
   * @param lastTested whether the subject itself may be consumed, since no other test needs it
   */
  private void testedCase(MatchCase matchCase, boolean lastCase, boolean lastTested, Label end) {
    Pattern pattern = matchCase.pattern();
    Location at = pattern.location();
    if (!lastTested) {
      add(COPY, 1, at);
    }
    PatternContext context = new PatternContext();
    context.allowIrrefutable = matchCase.guard() != null || lastCase;
    patterns.visit(pattern, context);
    // It matches: the captured values are on the stack.
    for (String name : context.stores) {
      generator.names.store(name, at);
    }
    if (matchCase.guard() != null) {
      generator.conditions.jumpIf(
          matchCase.guard(), context.failure(0, unit().code), false, at);
    }
    if (!lastTested) {
      add(POP_TOP, at);
    }
    visitAll(matchCase.body());
    jump(JUMP, end, Locations.NONE);
    // Failing has the line of the pattern and not that of the body's end.
    patterns.placeFailures(context, at);
  }

  private void defaultCase(MatchCase matchCase, Label end) {
    Location at = matchCase.pattern().location();
    // Makes the line of the default visible; it has no code of its own.
    add(NOP, at);
    if (matchCase.guard() != null) {
      generator.conditions.jumpIf(matchCase.guard(), end, false, at);
    }
    visitAll(matchCase.body());
  }
}
