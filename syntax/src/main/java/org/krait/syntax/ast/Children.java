package org.krait.syntax.ast;

import java.util.List;
import java.util.function.Consumer;

/** What the generated nodes share. */
final class Children {
  private Children() {}

  static void accept(List<? extends Node> nodes, Consumer<? super Node> action) {
    for (Node node : nodes) {
      if (node != null) {
        action.accept(node);
      }
    }
  }

  /** The node's kind and place: short, whatever hangs below it. */
  static String describe(Node node) {
    Location at = node.location();
    String name = node.nodeKind().pythonName();
    return at == null ? name : name + "@" + at.line() + ":" + at.column();
  }
}
