package org.krait.compiler.ir;

import org.krait.bytecode.OpcodeTable;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;
import org.krait.syntax.ast.Location;

/**
 * Prints a unit as code generation left it: a line per instruction, with its operand's meaning and
 * its place; labels stand before the instruction that they name.
 */
public final class SequenceText {
  private final CodeUnit unit;
  private final InstructionSequence code;
  private final StringBuilder out = new StringBuilder();

  private SequenceText(CodeUnit unit, InstructionSequence code) {
    this.unit = unit;
    this.code = code;
  }

  public static String of(CodeUnit unit, InstructionSequence code) {
    return new SequenceText(unit, code).write();
  }

  private String write() {
    out.append("code ").append(unit.qualname).append(", line ").append(unit.firstLine);
    out.append('\n');
    for (int i = 0; i <= code.size(); i++) {
      labels(i);
      if (i < code.size()) {
        instruction(i);
      }
    }
    return out.toString();
  }

  private void labels(int position) {
    for (int label = 0; label < code.labelCount(); label++) {
      if (code.position(label) == position) {
        out.append('L').append(label).append(":\n");
      }
    }
  }

  private void instruction(int index) {
    int opcode = code.opcode(index);
    String operand = operand(opcode, code.operand(index));
    String text = (OpcodeTable.name(opcode) + " " + operand).stripTrailing();
    out.append(String.format("  %-40s %s", text, place(code.location(index))).stripTrailing());
    out.append('\n');
  }

  private String operand(int opcode, int operand) {
    if (OpcodeTable.hasTarget(opcode)) {
      return "L" + operand;
    }
    if (OpcodeTable.hasConst(opcode)) {
      return operand + " (" + constant(unit.constants.get(operand)) + ")";
    }
    if (OpcodeTable.hasName(opcode)) {
      int index = operand >> OpcodeTable.operandShift(opcode);
      return operand + " (" + unit.names.get(index) + ")";
    }
    if (OpcodeTable.hasLocal(opcode)) {
      return operand + " (" + unit.varNames.get(operand) + ")";
    }
    if (OpcodeTable.hasFree(opcode)) {
      int cells = unit.cellVars.size();
      String name =
          operand < cells ? unit.cellVars.get(operand) : unit.freeVars.get(operand - cells);
      return operand + " (" + name + ")";
    }
    return OpcodeTable.hasArg(opcode) ? Integer.toString(operand) : "";
  }

  private static String constant(Constant value) {
    return ConstantRepr.of(
        value,
        foreign ->
            foreign instanceof org.krait.bytecode.CodeObject inner
                ? "code " + inner.qualname()
                : foreign.toString());
  }

  private static String place(Location at) {
    if (!Locations.isKnown(at)) {
      return "-";
    }
    return at.line() + ":" + at.column() + "-" + at.endLine() + ":" + at.endColumn();
  }
}
