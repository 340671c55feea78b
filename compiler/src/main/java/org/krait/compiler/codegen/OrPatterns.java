package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.COPY;
import static org.krait.bytecode.Opcodes.JUMP;
import static org.krait.bytecode.Opcodes.POP_TOP;

import java.util.ArrayList;
import java.util.List;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.ir.Label;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Pattern;

/** Alternatives in a pattern: each binds the same names, brought into the order of the first. */
final class OrPatterns extends Emitter {
  private final Patterns patterns;

  OrPatterns(CodeGenerator generator, Patterns patterns) {
    super(generator);
    this.patterns = patterns;
  }

  void visit(Pattern.MatchOr pattern, PatternContext context) {
    Location at = pattern.location();
    Label end = newLabel();
    List<String> control = null;
    List<Pattern> alternatives = pattern.patterns();
    for (int i = 0; i < alternatives.size(); i++) {
      Pattern alternative = alternatives.get(i);
      PatternContext inner = new PatternContext();
      // Only the last may match everything, if that is allowed at all.
      inner.allowIrrefutable = i == alternatives.size() - 1 && context.allowIrrefutable;
      add(COPY, 1, alternative.location());
      patterns.visit(alternative, inner);
      if (control == null) {
        control = inner.stores;
      } else {
        reorder(inner, control, alternative.location(), at);
      }
      jump(JUMP, end, alternative.location());
      patterns.placeFailures(inner, alternative.location());
    }
    // None matched: drop the copy of the subject and fail.
    add(POP_TOP, at);
    patterns.fail(JUMP, context, at);
    place(end);
    adopt(control, context, at);
    add(POP_TOP, at);
  }

  private void reorder(
      PatternContext inner, List<String> control, Location at, Location wholePattern) {
    if (inner.stores.size() != control.size()) {
      throw differentNames(wholePattern);
    }
    for (int wanted = control.size() - 1; wanted >= 0; wanted--) {
      int actual = inner.stores.indexOf(control.get(wanted));
      if (actual < 0) {
        throw differentNames(wholePattern);
      }
      if (actual != wanted) {
        int rotations = actual + 1;
        List<String> rotated = new ArrayList<>(inner.stores.subList(0, rotations));
        inner.stores.subList(0, rotations).clear();
        inner.stores.addAll(wanted - actual, rotated);
        for (int i = 0; i < rotations; i++) {
          rotate(wanted + 1, at);
        }
      }
    }
  }

  private static CompileError differentNames(Location at) {
    return new CompileError("alternative patterns bind different names", at);
  }

  /** Moves the captured values below everything that lies between them and earlier ones. */
  private void adopt(List<String> names, PatternContext context, Location at) {
    int depth = names.size() + 1 + context.onTop + context.stores.size();
    for (String name : names) {
      rotate(depth, at);
      Patterns.refuseDuplicate(name, context, at);
      context.stores.add(name);
    }
  }
}
