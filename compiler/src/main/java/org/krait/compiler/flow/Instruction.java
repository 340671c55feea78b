package org.krait.compiler.flow;

import org.krait.bytecode.Opcodes;
import org.krait.syntax.ast.Location;

/** An instruction inside a {@link Block}; passes change it in place. */
public final class Instruction {
  public int opcode;
  public int operand;
  public Location location;

  /** Where a jump goes, or the handler that a block-opening pseudo-instruction installs. */
  public Block target;

  /** Where an exception raised here goes, or null for out of the frame. */
  public Block handler;

  Instruction(int opcode, int operand, Location location) {
    this.opcode = opcode;
    this.operand = operand;
    this.location = location;
  }

  Instruction copy() {
    Instruction copy = new Instruction(opcode, operand, location);
    copy.target = target;
    copy.handler = handler;
    return copy;
  }

  /** The first line, or -1. */
  public int line() {
    return location.line();
  }

  boolean is(int wanted) {
    return opcode == wanted;
  }

  void set(int newOpcode, int newOperand) {
    opcode = newOpcode;
    operand = newOperand;
  }

  void makeNop() {
    set(Opcodes.NOP, 0);
  }
}
