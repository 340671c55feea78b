package org.krait.compiler.flow;

import org.krait.bytecode.OpcodeTable;

/** Turns jumps to the very next instruction into nops. */
final class RemoveJumps {
  private RemoveJumps() {}

  static void run(FlowGraph graph) {
    for (Block block = graph.entry; block != null; block = block.next) {
      Instruction last = block.last();
      if (last != null
          && OpcodeTable.isUnconditionalJump(last.opcode)
          && block.next != null
          && last.target.orNextNonEmpty() == block.next.orNextNonEmpty()) {
        last.makeNop();
        last.target = null;
      }
    }
  }
}
