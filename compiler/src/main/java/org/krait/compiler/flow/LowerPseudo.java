package org.krait.compiler.flow;

import static org.krait.bytecode.Opcodes.*;

import org.krait.bytecode.OpcodeTable;

/** Replaces the pseudo-instructions that only the passes before needed. */
final class LowerPseudo {
  private LowerPseudo() {}

  static void run(FlowGraph graph) {
    for (Block block = graph.entry; block != null; block = block.next) {
      for (int i = 0; i < block.size; i++) {
        Instruction instruction = block.code[i];
        if (OpcodeTable.hasExc(instruction.opcode) || instruction.opcode == POP_BLOCK) {
          instruction.makeNop();
          instruction.target = null;
        } else if (instruction.opcode == STORE_FAST_MAYBE_NULL) {
          instruction.opcode = STORE_FAST;
        }
      }
    }
    RemoveNops.run(graph);
  }
}
