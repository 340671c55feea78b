package org.krait.compiler.flow;

import java.util.ArrayDeque;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.OpcodeTable;

/** Finds the deepest operand stack along all paths, and the depth at the entry of each block. */
final class ComputeStackDepth {
  /** Code that CPython generates agrees on the depth at a block; else the deeper path counts. */
  private static final int LARGEST_REVISED = 100;

  private static final int SUSPENDABLE =
      CodeFlags.GENERATOR | CodeFlags.COROUTINE | CodeFlags.ASYNC_GENERATOR;

  private final ArrayDeque<Block> todo = new ArrayDeque<>();
  private int deepest;

  private ComputeStackDepth() {}

  static void run(FlowGraph graph) {
    for (Block block = graph.entry; block != null; block = block.next) {
      block.startDepth = -1;
    }
    ComputeStackDepth pass = new ComputeStackDepth();
    // A generator resumes with the value sent to it on its stack.
    pass.reach(graph.entry, (graph.unit.flags & SUSPENDABLE) != 0 ? 1 : 0);
    while (!pass.todo.isEmpty()) {
      pass.follow(pass.todo.pop());
    }
    graph.stackSize = pass.deepest;
  }

  private void reach(Block block, int depth) {
    if (block.startDepth < depth && block.startDepth < LARGEST_REVISED) {
      block.startDepth = depth;
      todo.push(block);
    }
  }

  private void follow(Block block) {
    int depth = block.startDepth;
    for (int i = 0; i < block.size; i++) {
      Instruction instruction = block.code[i];
      int opcode = instruction.opcode;
      if (OpcodeTable.hasTarget(opcode)) {
        int atTarget = depth + OpcodeTable.stackEffect(opcode, instruction.operand, true);
        deepest = Math.max(deepest, atTarget);
        reach(instruction.target, atTarget);
      }
      depth += OpcodeTable.stackEffect(opcode, instruction.operand, false);
      deepest = Math.max(deepest, depth);
    }
    if (block.next != null && block.fallsThrough()) {
      reach(block.next, depth);
    }
  }
}
