package org.krait.compiler.flow;

import java.util.ArrayDeque;

/**
 * Empties blocks that nothing leads to, and counts the edges into the others.
 *
 * <p>CPython 3.12.1 counts too many where a block is found again while it waits to be followed: it
 * is then followed once more, and its edges count double. Lines depend on the counts, so these are
 * its counts.
 */
final class RemoveUnreachable {
  private final ArrayDeque<Block> todo = new ArrayDeque<>();

  private RemoveUnreachable() {}

  static void run(FlowGraph graph) {
    graph.clearVisited();
    RemoveUnreachable pass = new RemoveUnreachable();
    pass.enter(graph.entry);
    while (!pass.todo.isEmpty()) {
      Block block = pass.todo.pop();
      block.visited = true;
      pass.follow(block);
    }
    for (Block block = graph.entry; block != null; block = block.next) {
      if (block.predecessors == 0) {
        block.truncate(0);
        block.isHandler = false;
      }
    }
  }

  private void enter(Block block) {
    block.predecessors++;
    if (!block.visited) {
      todo.push(block);
    }
  }

  private void follow(Block block) {
    if (block.next != null && block.fallsThrough()) {
      enter(block.next);
    }
    for (int i = 0; i < block.size; i++) {
      if (block.code[i].target != null) {
        enter(block.code[i].target);
      }
    }
  }
}
