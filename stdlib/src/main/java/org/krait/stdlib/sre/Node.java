package org.krait.stdlib.sre;

import java.util.BitSet;
import java.util.List;

/** The code of a pattern as a tree, for {@link PatternWriter}. */
sealed interface Node {
  /** The most for a repeat without limit. */
  int UNLIMITED = Integer.MAX_VALUE;

  /** How a repeat chooses how often. */
  enum Greed {
    GREEDY,
    LAZY,
    POSSESSIVE
  }

  /**
   * One character.
   *
   * @param at its operation in the code
   * @param allHigh whether it takes all characters from U+0100 on
   */
  record One(int at, CharacterSet set, boolean allHigh) implements Node {}

  /** A place between characters, by its number in {@code re._constants}. */
  record At(int where) implements Node {}

  /** Where a group starts or ends. */
  record Mark(int index) implements Node {}

  record Branch(List<List<Node>> alternatives) implements Node {}

  /** One character several times. */
  record RepeatOne(One item, int least, int most, Greed greed) implements Node {}

  record Repeat(List<Node> body, int least, int most, Greed greed) implements Node {}

  /** A look ahead, or back by a number of characters. */
  record Look(List<Node> body, int back, boolean negative) implements Node {}

  record Atomic(List<Node> body) implements Node {}

  /** What a group matched; {@code op}: with which case. */
  record Reference(int group, int op) implements Node {}

  record Conditional(int group, List<Node> yes, List<Node> no) implements Node {}

  record Fail() implements Node {}

  /** The match must not be empty where the last one was. */
  record Advanced() implements Node {}

  /** Whether it can match no character. */
  default boolean isNullable() {
    return switch (this) {
      case One _, Fail _ -> false;
      case At _, Mark _, Look _, Reference _, Advanced _ -> true;
      case RepeatOne repeat -> repeat.least == 0;
      case Repeat repeat -> repeat.least == 0 || isNullable(repeat.body);
      case Branch branch -> branch.alternatives.stream().anyMatch(Node::isNullable);
      case Atomic atomic -> isNullable(atomic.body);
      case Conditional conditional -> isNullable(conditional.yes) || isNullable(conditional.no);
    };
  }

  static boolean isNullable(List<Node> nodes) {
    for (Node node : nodes) {
      if (!node.isNullable()) {
        return false;
      }
    }
    return true;
  }

  /** Adds the marks that it may set. */
  default void marks(BitSet found) {
    switch (this) {
      case Mark mark -> found.set(mark.index);
      case Repeat repeat -> marks(repeat.body, found);
      case Branch branch -> branch.alternatives.forEach(alternative -> marks(alternative, found));
      case Look look -> marks(look.body, found);
      case Atomic atomic -> marks(atomic.body, found);
      case Conditional conditional -> {
        marks(conditional.yes, found);
        marks(conditional.no, found);
      }
      default -> {}
    }
  }

  static void marks(List<Node> nodes, BitSet found) {
    nodes.forEach(node -> node.marks(found));
  }
}
