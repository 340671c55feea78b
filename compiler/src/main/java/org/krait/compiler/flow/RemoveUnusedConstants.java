package org.krait.compiler.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.bytecode.OpcodeTable;
import org.krait.constants.Constant;

/** Drops constants that no instruction loads, except the first, which may be the docstring. */
final class RemoveUnusedConstants {
  private static final int UNUSED = -1;

  private RemoveUnusedConstants() {}

  static void run(FlowGraph graph) {
    List<Constant> all = graph.constants;
    if (all.isEmpty()) {
      return;
    }
    int[] newIndex = markUsed(graph, all.size());
    List<Constant> kept = new ArrayList<>(all.size());
    for (int i = 0; i < newIndex.length; i++) {
      if (newIndex[i] != UNUSED) {
        newIndex[i] = kept.size();
        kept.add(all.get(i));
      }
    }
    if (kept.size() < all.size()) {
      graph.constants = kept;
      renumber(graph, newIndex);
    }
  }

  private static int[] markUsed(FlowGraph graph, int count) {
    int[] marks = new int[count];
    Arrays.fill(marks, 1, count, UNUSED);
    for (Block block = graph.entry; block != null; block = block.next) {
      for (int i = 0; i < block.size; i++) {
        if (OpcodeTable.hasConst(block.code[i].opcode)) {
          marks[block.code[i].operand] = 0;
        }
      }
    }
    return marks;
  }

  private static void renumber(FlowGraph graph, int[] newIndex) {
    for (Block block = graph.entry; block != null; block = block.next) {
      for (int i = 0; i < block.size; i++) {
        Instruction instruction = block.code[i];
        if (OpcodeTable.hasConst(instruction.opcode)) {
          instruction.operand = newIndex[instruction.operand];
        }
      }
    }
  }
}
