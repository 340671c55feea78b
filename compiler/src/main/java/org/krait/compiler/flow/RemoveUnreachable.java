package org.krait.compiler.flow;

import java.util.ArrayDeque;

/** Empties blocks that nothing leads to, and counts the edges into the others. */
final class RemoveUnreachable {
  private final ArrayDeque<Block> todo = new ArrayDeque<>();

  private RemoveUnreachable() {}

  static void run(FlowGraph graph) {
    graph.clearVisited();
    RemoveUnreachable pass = new RemoveUnreachable();
    pass.enter(graph.entry);
    while (!pass.todo.isEmpty()) {
      pass.follow(pass.todo.pop());
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
      block.visited = true;
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
