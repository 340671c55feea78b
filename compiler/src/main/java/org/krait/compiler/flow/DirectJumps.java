package org.krait.compiler.flow;

import static org.krait.bytecode.Opcodes.*;


/**
 * Chooses the forward or backward form of every jump. No conditional jump goes backward: it is
 * turned round, to jump over a backward jump.
 */
final class DirectJumps {
  private DirectJumps() {}

  static void run(FlowGraph graph) {
    graph.clearVisited();
    for (Block block = graph.entry; block != null; block = block.next) {
      block.visited = true;
      direct(block);
    }
  }

  private static void direct(Block block) {
    Instruction last = block.last();
    if (last == null || last.target == null) {
      return;
    }
    boolean forward = !last.target.visited;
    switch (last.opcode) {
      case JUMP -> last.opcode = forward ? JUMP_FORWARD : JUMP_BACKWARD;
      case JUMP_NO_INTERRUPT -> last.opcode = forward ? JUMP_FORWARD : JUMP_BACKWARD_NO_INTERRUPT;
      default -> {
        if (!forward) {
          turnRound(block, last);
        }
      }
    }
  }

  private static void turnRound(Block block, Instruction conditional) {
    Block back = new Block();
    back.cold = block.cold;
    Instruction jump = back.add(JUMP, conditional.target.label, conditional.location);
    jump.target = conditional.target;
    conditional.opcode = opposite(conditional.opcode);
    conditional.target = block.next;
    block.insertAfter(back);
  }

  private static int opposite(int opcode) {
    return switch (opcode) {
      case POP_JUMP_IF_FALSE -> POP_JUMP_IF_TRUE;
      case POP_JUMP_IF_TRUE -> POP_JUMP_IF_FALSE;
      case POP_JUMP_IF_NONE -> POP_JUMP_IF_NOT_NONE;
      case POP_JUMP_IF_NOT_NONE -> POP_JUMP_IF_NONE;
      default -> throw new IllegalStateException("a jump that cannot go backward: " + opcode);
    };
  }
}
