package org.krait.compiler.flow;

import static org.krait.bytecode.Opcodes.*;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.krait.bytecode.OpcodeTable;

/**
 * Turns {@code LOAD_FAST} into {@code LOAD_FAST_CHECK} where the local may be unbound.
 *
 * <p>The first 64 locals are followed along all paths in one word per block. The others are known
 * to be bound only behind a store or load in the same block.
 */
final class CheckUnboundLocals {
  private static final int TRACKED = 64;

  private final ArrayDeque<Block> todo = new ArrayDeque<>();

  private CheckUnboundLocals() {}

  static void run(FlowGraph graph) {
    int localCount = graph.unit.varNames.size();
    if (localCount == 0) {
      return;
    }
    if (localCount > TRACKED) {
      checkWithinBlocks(graph, localCount);
    }
    new CheckUnboundLocals().checkAlongPaths(graph, localCount, graph.unit.parameterCount());
  }

  private void checkAlongPaths(FlowGraph graph, int localCount, int parameterCount) {
    for (Block block = graph.entry; block != null; block = block.next) {
      block.unbound = 0;
      block.visited = false;
    }
    graph.entry.unbound = bits(localCount) & ~bits(parameterCount);
    for (Block block = graph.entry; block != null; block = block.next) {
      follow(block);
    }
    while (!todo.isEmpty()) {
      Block block = todo.pop();
      block.visited = false;
      follow(block);
    }
  }

  /** The lowest {@code count} bits, or all. */
  private static long bits(int count) {
    return count >= TRACKED ? -1L : (1L << count) - 1;
  }

  private void reach(Block block, long unbound) {
    if ((unbound & ~block.unbound) != 0) {
      block.unbound |= unbound;
      if (!block.visited) {
        block.visited = true;
        todo.push(block);
      }
    }
  }

  private void follow(Block block) {
    long unbound = block.unbound;
    for (int i = 0; i < block.size; i++) {
      Instruction instruction = block.code[i];
      if (instruction.handler != null) {
        reach(instruction.handler, unbound);
      }
      if (instruction.operand < TRACKED) {
        unbound = step(instruction, unbound, 1L << instruction.operand);
      }
    }
    if (block.next != null && block.fallsThrough()) {
      reach(block.next, unbound);
    }
    Instruction last = block.last();
    if (last != null && OpcodeTable.hasJump(last.opcode)) {
      reach(last.target, unbound);
    }
  }

  private static long step(Instruction instruction, long unbound, long local) {
    switch (instruction.opcode) {
      case DELETE_FAST, LOAD_FAST_AND_CLEAR, STORE_FAST_MAYBE_NULL -> {
        return unbound | local;
      }
      case STORE_FAST, LOAD_FAST_CHECK -> {
        return unbound & ~local;
      }
      case LOAD_FAST -> {
        if ((unbound & local) != 0) {
          instruction.opcode = LOAD_FAST_CHECK;
        }
        return unbound & ~local;
      }
      default -> {
        return unbound;
      }
    }
  }

  private static void checkWithinBlocks(FlowGraph graph, int localCount) {
    // Blocks are numbered, so that nothing needs clearing between them.
    int[] boundIn = new int[localCount];
    Arrays.fill(boundIn, -1);
    int number = 0;
    for (Block block = graph.entry; block != null; block = block.next) {
      number++;
      for (int i = 0; i < block.size; i++) {
        Instruction instruction = block.code[i];
        int local = instruction.operand;
        if (local < TRACKED) {
          continue;
        }
        switch (instruction.opcode) {
          case DELETE_FAST, LOAD_FAST_AND_CLEAR, STORE_FAST_MAYBE_NULL -> boundIn[local] = -1;
          case STORE_FAST -> boundIn[local] = number;
          case LOAD_FAST -> {
            if (boundIn[local] != number) {
              instruction.opcode = LOAD_FAST_CHECK;
            }
            boundIn[local] = number;
          }
          default -> {}
        }
      }
    }
  }
}
