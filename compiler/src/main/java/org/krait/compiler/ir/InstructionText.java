package org.krait.compiler.ir;

import java.util.List;
import org.krait.bytecode.OpcodeTable;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;
import org.krait.syntax.ast.Location;

/** How instructions print before they are bytes: opcode, operand, its meaning, place. */
public final class InstructionText {
  private static final int MEANING_COLUMN = 34;
  private static final int PLACE_COLUMN = 60;

  private final CodeUnit unit;
  private final List<Constant> constants;

  /** True once operands of cells and free variables are places in the frame. */
  private final boolean laidOut;

  public InstructionText(CodeUnit unit, List<Constant> constants, boolean laidOut) {
    this.unit = unit;
    this.constants = constants;
    this.laidOut = laidOut;
  }

  /** One line, without its end; the target of a jump is text of the caller's. */
  public String line(int opcode, int operand, String target, Location location) {
    StringBuilder out = new StringBuilder(OpcodeTable.name(opcode));
    if (target != null) {
      out.append(" -> ").append(target);
    } else if (OpcodeTable.hasArg(opcode)) {
      out.append(' ').append(operand);
      String meaning = meaning(opcode, operand);
      if (meaning != null) {
        pad(out, MEANING_COLUMN).append('(').append(meaning).append(')');
      }
    }
    return pad(out, PLACE_COLUMN).append(place(location)).toString();
  }

  private static StringBuilder pad(StringBuilder out, int column) {
    return out.repeat(' ', Math.max(1, column - out.length()));
  }

  private static String place(Location location) {
    if (!Locations.isKnown(location)) {
      return "-";
    }
    String start = location.line() + ":" + location.column();
    return start + "-" + location.endLine() + ":" + location.endColumn();
  }

  private String meaning(int opcode, int operand) {
    int index = operand >> OpcodeTable.operandShift(opcode);
    return switch (OpcodeTable.operandKind(opcode)) {
      case CONST -> ConstantRepr.of(constants.get(index), _ -> "code");
      case NAME -> unit.names.get(index);
      case LOCAL -> unit.varNames.get(index);
      case FREE -> laidOut ? null : cellOrFree(index);
      default -> null;
    };
  }

  private String cellOrFree(int index) {
    int cells = unit.cellVars.size();
    return index < cells ? unit.cellVars.get(index) : unit.freeVars.get(index - cells);
  }
}
