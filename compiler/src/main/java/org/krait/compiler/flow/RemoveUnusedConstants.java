package org.krait.compiler.flow;

import java.util.function.Consumer;
import org.krait.bytecode.OpcodeTable;
import org.krait.compiler.ir.IndexTable;
import org.krait.constants.Constant;

/** Drops constants that no instruction loads, except the first, which may be the docstring. */
final class RemoveUnusedConstants {
  private RemoveUnusedConstants() {}

  static void run(FlowGraph graph) {
    int count = graph.constants.size();
    if (count == 0) {
      return;
    }
    boolean[] used = new boolean[count];
    used[0] = true;
    forEachUse(graph, instruction -> used[instruction.operand] = true);
    IndexTable<Constant> kept = new IndexTable<>();
    int[] newIndex = new int[count];
    for (int i = 0; i < count; i++) {
      if (used[i]) {
        newIndex[i] = kept.append(graph.constants.get(i));
      }
    }
    if (kept.size() < count) {
      graph.constants = kept;
      forEachUse(graph, instruction -> instruction.operand = newIndex[instruction.operand]);
    }
  }

  private static void forEachUse(FlowGraph graph, Consumer<Instruction> action) {
    for (Block block = graph.entry; block != null; block = block.next) {
      for (int i = 0; i < block.size; i++) {
        if (OpcodeTable.hasConst(block.code[i].opcode)) {
          action.accept(block.code[i]);
        }
      }
    }
  }
}
