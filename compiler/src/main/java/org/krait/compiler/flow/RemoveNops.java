package org.krait.compiler.flow;

import static org.krait.bytecode.Opcodes.NOP;

import org.krait.syntax.ast.Location;

/** Drops every {@code NOP} whose line another instruction marks, or that has no line. */
final class RemoveNops {
  private RemoveNops() {}

  static void run(FlowGraph graph) {
    for (Block block = graph.entry; block != null; block = block.next) {
      run(block);
    }
  }

  static void run(Block block) {
    int kept = 0;
    int lineBefore = -1;
    for (int i = 0; i < block.size; i++) {
      Instruction instruction = block.code[i];
      if (instruction.opcode == NOP && isRedundant(block, i, lineBefore)) {
        continue;
      }
      block.code[kept++] = instruction;
      lineBefore = instruction.line();
    }
    block.truncate(kept);
  }

  private static boolean isRedundant(Block block, int index, int lineBefore) {
    Location location = block.code[index].location;
    int line = location.line();
    if (line < 0 || line == lineBefore) {
      return true;
    }
    if (index == block.size - 1) {
      return line == lineAtEntry(block.next);
    }
    Instruction following = block.code[index + 1];
    if (following.line() < 0) {
      following.location = location;
      return true;
    }
    return following.line() == line;
  }

  /** The line with which the code behind a block goes on, or -1. */
  private static int lineAtEntry(Block next) {
    Block block = next == null ? null : next.orNextNonEmpty();
    if (block == null) {
      return -1;
    }
    for (int i = 0; i < block.size; i++) {
      Instruction instruction = block.code[i];
      if (instruction.opcode != NOP || instruction.line() >= 0) {
        return instruction.line();
      }
    }
    return -1;
  }
}
