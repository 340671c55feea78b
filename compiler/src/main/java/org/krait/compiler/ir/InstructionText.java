package org.krait.compiler.ir;

import java.util.List;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.OpcodeTable;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;
import org.krait.syntax.ast.Location;

/** How instructions print before they are bytes: opcode, operand, its meaning, place. */
public final class InstructionText {
  private static final int PLACE_COLUMN = 41;

  private final CodeUnit unit;
  private final List<Constant> constants;

  /** True once operands of cells and free variables are places in the frame. */
  private final boolean laidOut;

  public InstructionText(CodeUnit unit, List<Constant> constants, boolean laidOut) {
    this.unit = unit;
    this.constants = constants;
    this.laidOut = laidOut;
  }

  /** One line, without its end; the target of a jump is text of the caller's, else null. */
  public String line(int opcode, int operand, String target, Location location) {
    StringBuilder out = new StringBuilder(OpcodeTable.name(opcode));
    if (target != null) {
      out.append(' ').append(target);
    } else if (OpcodeTable.hasArg(opcode)) {
      out.append(' ').append(operand);
      String meaning = meaning(opcode, operand);
      if (meaning != null) {
        out.append(" (").append(meaning).append(')');
      }
    }
    out.repeat(' ', Math.max(1, PLACE_COLUMN - out.length()));
    return out.append(place(location)).toString();
  }

  private static String place(Location at) {
    return Locations.isKnown(at)
        ? at.line() + ":" + at.column() + "-" + at.endLine() + ":" + at.endColumn()
        : "-";
  }

  private String meaning(int opcode, int operand) {
    int index = operand >> OpcodeTable.operandShift(opcode);
    return switch (OpcodeTable.operandKind(opcode)) {
      case CONST -> ConstantRepr.of(constants.get(index), InstructionText::foreign);
      case NAME -> unit.names.get(index);
      case LOCAL -> unit.varNames.get(index);
      case FREE -> laidOut ? null : cellOrFree(index);
      default -> null;
    };
  }

  private static String foreign(Constant.Foreign value) {
    return value instanceof CodeObject code ? "code " + code.qualname() : value.toString();
  }

  private String cellOrFree(int index) {
    int cells = unit.cellVars.size();
    return index < cells ? unit.cellVars.get(index) : unit.freeVars.get(index - cells);
  }
}
