package org.krait.compiler.flow;

import static org.krait.bytecode.Opcodes.NOP;

import org.krait.bytecode.OpcodeTable;

/** Replaces a jump to a short block that leaves the scope by a copy of that block. */
final class InlineExits {
  private static final int LONGEST_COPIED = 4;

  private InlineExits() {}

  static void run(FlowGraph graph) {
    for (Block block = graph.entry; block != null; block = block.next) {
      Instruction last = block.last();
      if (last == null || !OpcodeTable.isUnconditionalJump(last.opcode)) {
        continue;
      }
      Block target = last.target;
      if (target.exitsScope() && target.size <= LONGEST_COPIED) {
        last.opcode = NOP;
        last.operand = 0;
        last.target = null;
        block.addCopiesOf(target);
      }
    }
  }
}
