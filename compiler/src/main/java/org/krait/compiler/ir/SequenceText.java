package org.krait.compiler.ir;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.krait.bytecode.OpcodeTable;

/** What code generation emitted, as stable text ({@code --dump=codegen}). */
public final class SequenceText {
  private SequenceText() {}

  /** A line an instruction, labels before what they mark. */
  public static String of(CodeUnit unit, InstructionSequence code) {
    InstructionText text = new InstructionText(unit, unit.constants.values(), false);
    StringBuilder out = new StringBuilder("codegen ").append(unit.qualname).append('\n');
    int[] labels = labelsByPosition(code);
    int shown = 0;
    for (int i = 0; i < code.size(); i++) {
      for (; shown < labels.length && code.position(labels[shown]) <= i; shown++) {
        out.append('L').append(labels[shown]).append(":\n");
      }
      int operand = code.operand(i);
      String target = OpcodeTable.hasTarget(code.opcode(i)) ? "L" + operand : null;
      String line = text.line(code.opcode(i), operand, target, code.location(i));
      out.append("  ").append(line).append('\n');
    }
    return out.toString();
  }

  private static int[] labelsByPosition(InstructionSequence code) {
    return IntStream.range(0, code.labelCount())
        .filter(label -> code.position(label) >= 0)
        .boxed()
        .sorted(Comparator.comparingInt(code::position))
        .mapToInt(label -> label)
        .toArray();
  }
}
