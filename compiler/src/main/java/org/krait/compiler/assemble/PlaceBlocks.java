package org.krait.compiler.assemble;

import org.krait.bytecode.OpcodeTable;
import org.krait.compiler.flow.Block;
import org.krait.compiler.flow.FlowGraph;
import org.krait.compiler.flow.Instruction;

/**
 * Gives every block its offset and every jump its distance, in code units.
 *
 * <p>A distance over 255 needs an {@code EXTENDED_ARG}, which moves what is behind it, which may
 * lengthen other jumps: so it is repeated until no instruction changes its size. It starts from the
 * label numbers that code generation left in the operands, because CPython does, and where there is
 * more than one solution the start decides.
 */
final class PlaceBlocks {
  private PlaceBlocks() {}

  static void run(FlowGraph graph) {
    do {
      assignOffsets(graph);
    } while (assignDistances(graph));
  }

  /** The size of an instruction with its extended arguments and caches, in code units. */
  static int sizeOf(Instruction instruction) {
    int operand = instruction.operand;
    int extensions =
        operand <= 0xFF ? 0 : operand <= 0xFFFF ? 1 : operand <= 0xFFFFFF ? 2 : 3;
    return 1 + extensions + OpcodeTable.caches(instruction.opcode);
  }

  private static void assignOffsets(FlowGraph graph) {
    int offset = 0;
    for (Block block = graph.entry(); block != null; block = block.next()) {
      block.setOffset(offset);
      for (int i = 0; i < block.size(); i++) {
        offset += sizeOf(block.get(i));
      }
    }
  }

  /** Returns whether an instruction changed its size. */
  private static boolean assignDistances(FlowGraph graph) {
    boolean changed = false;
    int offset = 0;
    for (Block block = graph.entry(); block != null; block = block.next()) {
      offset = block.offset();
      for (int i = 0; i < block.size(); i++) {
        Instruction instruction = block.get(i);
        int size = sizeOf(instruction);
        offset += size;
        if (instruction.target != null) {
          instruction.operand = Math.abs(instruction.target.offset() - offset);
          changed |= sizeOf(instruction) != size;
        }
      }
    }
    return changed;
  }
}
