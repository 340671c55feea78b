package org.krait.compiler.flow;

import static org.krait.bytecode.Opcodes.COPY;
import static org.krait.bytecode.Opcodes.LOAD_CONST;
import static org.krait.bytecode.Opcodes.POP_TOP;

import org.krait.bytecode.OpcodeTable;

/** Removes pushes that are popped at once, along straight code across block borders, and nops. */
final class RemovePairs {
  private RemovePairs() {}

  static void run(FlowGraph graph) {
    boolean changed = true;
    while (changed) {
      changed = sweep(graph);
    }
  }

  private static boolean sweep(FlowGraph graph) {
    boolean changed = false;
    Instruction before = null;
    for (Block block = graph.entry; block != null; block = block.next) {
      RemoveNops.run(block);
      if (block.isLabelled()) {
        before = null;
      }
      for (int i = 0; i < block.size; i++) {
        Instruction instruction = block.code[i];
        if (instruction.opcode == POP_TOP && before != null && onlyPushes(before)) {
          before.makeNop();
          instruction.makeNop();
          changed = true;
        }
        before = instruction;
      }
      if (before != null && (OpcodeTable.hasJump(before.opcode) || !block.fallsThrough())) {
        before = null;
      }
    }
    return changed;
  }

  private static boolean onlyPushes(Instruction instruction) {
    return instruction.opcode == LOAD_CONST
        || instruction.opcode == COPY && instruction.operand == 1;
  }
}
