package org.krait.compiler.flow;

import static org.krait.bytecode.Opcodes.POP_BLOCK;
import static org.krait.bytecode.Opcodes.SETUP_FINALLY;
import static org.krait.bytecode.Opcodes.YIELD_VALUE;

import java.util.ArrayDeque;
import org.krait.bytecode.OpcodeTable;

/**
 * Tells every instruction where its exceptions go, following {@code SETUP_*} and {@code POP_BLOCK}
 * along all paths. {@code YIELD_VALUE} takes the number of open blocks as its operand.
 */
final class AssignHandlers {
  /** The open blocks at some point, innermost first; null is none. */
  private record Open(Block handler, int depth, Open outer) {
    static Block handlerOf(Open open) {
      return open == null ? null : open.handler;
    }

    static int depthOf(Open open) {
      return open == null ? 0 : open.depth;
    }
  }

  private record Task(Block block, Open open) {}

  private final ArrayDeque<Task> todo = new ArrayDeque<>();

  private AssignHandlers() {}

  static void run(FlowGraph graph) {
    markHandlers(graph);
    graph.clearVisited();
    AssignHandlers pass = new AssignHandlers();
    pass.reach(graph.entry, null);
    while (!pass.todo.isEmpty()) {
      Task task = pass.todo.pop();
      pass.follow(task.block, task.open);
    }
  }

  private static void markHandlers(FlowGraph graph) {
    for (Block block = graph.entry; block != null; block = block.next) {
      for (int i = 0; i < block.size; i++) {
        Instruction instruction = block.code[i];
        if (OpcodeTable.hasExc(instruction.opcode)) {
          instruction.target.isHandler = true;
          instruction.target.keepsLastInstruction |= instruction.opcode != SETUP_FINALLY;
        }
      }
    }
  }

  private void reach(Block block, Open open) {
    if (!block.visited) {
      block.visited = true;
      todo.push(new Task(block, open));
    }
  }

  private void follow(Block block, Open openAtEntry) {
    Open open = openAtEntry;
    for (int i = 0; i < block.size; i++) {
      Instruction instruction = block.code[i];
      int opcode = instruction.opcode;
      if (OpcodeTable.hasExc(opcode)) {
        reach(instruction.target, open);
        open = new Open(instruction.target, Open.depthOf(open) + 1, open);
      } else if (opcode == POP_BLOCK) {
        open = open.outer;
      } else {
        instruction.handler = Open.handlerOf(open);
        if (opcode == YIELD_VALUE) {
          instruction.operand = Open.depthOf(open);
        } else if (OpcodeTable.hasJump(opcode)) {
          reach(instruction.target, open);
        }
      }
    }
    if (block.fallsThrough() && block.next != null) {
      reach(block.next, open);
    }
  }
}
