package org.krait.syntax.ast;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Visits a node and everything below it, parents before children, in the order of the source. */
public final class NodeWalker {
  private NodeWalker() {}

  /** Calls the action for each node of a tree of any depth. */
  public static void walk(Node root, Consumer<? super Node> action) {
    Deque<Node> pending = new ArrayDeque<>();
    Deque<Node> children = new ArrayDeque<>();
    pending.push(root);
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      action.accept(node);
      node.forEachChild(children::push);
      while (!children.isEmpty()) {
        pending.push(children.pop());
      }
    }
  }
}
