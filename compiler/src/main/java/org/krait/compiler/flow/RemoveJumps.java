package org.krait.compiler.flow;

/** Turns jumps to the very next instruction into nops. */
final class RemoveJumps {
  private RemoveJumps() {}

  /** Returns whether there were any. */
  static boolean run(FlowGraph graph) {
    boolean changed = false;
    for (Block block = graph.entry; block != null; block = block.next) {
      Instruction last = block.last();
      if (last != null
          && OpcodeKinds.isUnconditionalJump(last.opcode)
          && block.next != null
          && last.target.orNextNonEmpty() == block.next.orNextNonEmpty()) {
        last.makeNop();
        last.target = null;
        changed = true;
      }
    }
    return changed;
  }
}
