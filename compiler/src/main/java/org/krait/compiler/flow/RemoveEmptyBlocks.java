package org.krait.compiler.flow;

/** Takes blocks without instructions out of the chain and out of the way of jumps. */
final class RemoveEmptyBlocks {
  private RemoveEmptyBlocks() {}

  static void run(FlowGraph graph) {
    graph.entry = graph.entry.orNextNonEmpty();
    for (Block block = graph.entry; block != null; block = block.next) {
      redirectJumps(block);
    }
    for (Block block = graph.entry; block != null; block = block.next) {
      if (block.next != null) {
        block.next = block.next.orNextNonEmpty();
      }
    }
  }

  private static void redirectJumps(Block block) {
    for (int i = 0; i < block.size; i++) {
      Instruction instruction = block.code[i];
      if (instruction.target != null && instruction.target.isEmpty()) {
        instruction.target = instruction.target.orNextNonEmpty();
      }
    }
  }
}
