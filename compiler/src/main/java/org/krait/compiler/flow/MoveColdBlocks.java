package org.krait.compiler.flow;

import static org.krait.bytecode.Opcodes.JUMP;

import java.util.ArrayDeque;
import org.krait.bytecode.OpcodeTable;
import org.krait.compiler.ir.Locations;

/** Moves the blocks that only exceptions lead to behind all others, in their order. */
final class MoveColdBlocks {
  private final FlowGraph graph;
  private final ArrayDeque<Block> todo = new ArrayDeque<>();

  private MoveColdBlocks(FlowGraph graph) {
    this.graph = graph;
  }

  static void run(FlowGraph graph) {
    if (graph.entry.next == null) {
      return;
    }
    MoveColdBlocks pass = new MoveColdBlocks(graph);
    pass.markWarm();
    pass.markCold();
    pass.bridgeToWarm();
    if (pass.moveToEnd()) {
      RemoveJumps.run(graph);
    }
  }

  private void markWarm() {
    graph.entry.warm = true;
    todo.push(graph.entry);
    while (!todo.isEmpty()) {
      Block block = todo.pop();
      if (block.fallsThrough()) {
        warm(block.next);
      }
      if (OpcodeTable.hasJump(block.last().opcode)) {
        warm(block.last().target);
      }
    }
  }

  private void warm(Block block) {
    if (block != null && !block.warm) {
      block.warm = true;
      todo.push(block);
    }
  }

  private void markCold() {
    for (Block block = graph.entry; block != null; block = block.next) {
      if (block.isHandler) {
        cool(block);
      }
    }
    while (!todo.isEmpty()) {
      Block block = todo.pop();
      if (block.fallsThrough()) {
        cool(block.next);
      }
      if (OpcodeTable.hasJump(block.last().opcode)) {
        cool(block.last().target);
      }
    }
  }

  private void cool(Block block) {
    if (block != null && !block.warm && !block.cold) {
      block.cold = true;
      todo.push(block);
    }
  }

  /** Where a cold block runs into a warm one, a jump will have to do that. */
  private void bridgeToWarm() {
    for (Block block = graph.entry; block != null; block = block.next) {
      if (block.cold && block.fallsThrough() && block.next != null && block.next.warm) {
        Block bridge = new Block();
        bridge.add(JUMP, 0, Locations.NONE).target = block.next;
        bridge.cold = true;
        // As in CPython, no predecessor is counted: the jump gets no line.
        block.insertAfter(bridge);
      }
    }
  }

  /** Returns whether there were cold blocks. */
  private boolean moveToEnd() {
    Block firstCold = null;
    Block lastCold = null;
    Block lastWarm = null;
    for (Block block = graph.entry; block != null; block = block.next) {
      if (!block.cold) {
        if (lastWarm != null) {
          lastWarm.next = block;
        }
        lastWarm = block;
      } else {
        if (lastCold != null) {
          lastCold.next = block;
        } else {
          firstCold = block;
        }
        lastCold = block;
      }
    }
    lastWarm.next = firstCold;
    if (lastCold != null) {
      lastCold.next = null;
    }
    return firstCold != null;
  }
}
