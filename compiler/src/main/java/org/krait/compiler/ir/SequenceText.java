package org.krait.compiler.ir;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.krait.bytecode.OpcodeTable;

/**
 * Prints a unit as code generation left it: a line per instruction, with its operand's meaning and
 * its place; labels stand before the instruction that they name.
 */
public final class SequenceText {
  private SequenceText() {}

  public static String of(CodeUnit unit, InstructionSequence code) {
    InstructionText text = new InstructionText(unit, unit.constants.values(), false);
    StringBuilder out = new StringBuilder();
    out.append("code ").append(unit.qualname).append(", line ").append(unit.firstLine);
    out.append('\n');
    List<Integer> labels = labelsByPosition(code);
    int shown = 0;
    for (int i = 0; i <= code.size(); i++) {
      for (; shown < labels.size() && code.position(labels.get(shown)) == i; shown++) {
        out.append('L').append(labels.get(shown)).append(":\n");
      }
      if (i < code.size()) {
        int operand = code.operand(i);
        String target = OpcodeTable.hasTarget(code.opcode(i)) ? "L" + operand : null;
        String line = text.line(code.opcode(i), operand, target, code.location(i));
        out.append("  ").append(line).append('\n');
      }
    }
    return out.toString();
  }

  private static List<Integer> labelsByPosition(InstructionSequence code) {
    return IntStream.range(0, code.labelCount())
        .filter(label -> code.position(label) >= 0)
        .boxed()
        .sorted(Comparator.comparingInt(code::position))
        .toList();
  }
}
