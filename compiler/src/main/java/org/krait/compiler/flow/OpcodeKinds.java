package org.krait.compiler.flow;

import static org.krait.bytecode.Opcodes.*;

/** The kinds of opcodes that passes tell apart. */
final class OpcodeKinds {
  private OpcodeKinds() {}

  /** True of every jump, pseudo-instructions included; its target is a block. */
  static boolean isJump(int opcode) {
    return switch (opcode) {
      case FOR_ITER,
          JUMP_FORWARD,
          JUMP_BACKWARD,
          JUMP_BACKWARD_NO_INTERRUPT,
          POP_JUMP_IF_FALSE,
          POP_JUMP_IF_TRUE,
          POP_JUMP_IF_NONE,
          POP_JUMP_IF_NOT_NONE,
          SEND,
          JUMP,
          JUMP_NO_INTERRUPT ->
          true;
      default -> false;
    };
  }

  /** True of jumps that are always taken. */
  static boolean isUnconditionalJump(int opcode) {
    return switch (opcode) {
      case JUMP, JUMP_NO_INTERRUPT, JUMP_FORWARD, JUMP_BACKWARD, JUMP_BACKWARD_NO_INTERRUPT -> true;
      default -> false;
    };
  }

  /** True of the pseudo-instructions that install an exception handler. */
  static boolean opensBlock(int opcode) {
    return opcode == SETUP_FINALLY || opcode == SETUP_CLEANUP || opcode == SETUP_WITH;
  }

  /** True when the operand names a block. */
  static boolean hasTarget(int opcode) {
    return isJump(opcode) || opensBlock(opcode);
  }

  /** True of returns and raises. */
  static boolean exitsScope(int opcode) {
    return switch (opcode) {
      case RETURN_VALUE, RETURN_CONST, RAISE_VARARGS, RERAISE -> true;
      default -> false;
    };
  }

  /** True when a block ends behind the instruction. */
  static boolean endsBlock(int opcode) {
    return isJump(opcode) || exitsScope(opcode);
  }

  /** True when the operand numbers a constant. */
  static boolean usesConstant(int opcode) {
    return opcode == LOAD_CONST || opcode == RETURN_CONST || opcode == KW_NAMES;
  }
}
