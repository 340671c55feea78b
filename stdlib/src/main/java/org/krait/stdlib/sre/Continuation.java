package org.krait.stdlib.sre;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is to be matched behind a node. */
sealed interface Continuation {
  /** How many characters are compared to see whether two alternatives exclude each other. */
  int LONGEST_PREFIX = 12;

  /** The end of the pattern, or of a group that is not re-entered; {@code certain}: nothing can fail there. */
  record End(boolean certain) implements Continuation {}

  /** Something that starts with a character of a set. */
  record Starting(CharacterSet set) implements Continuation {}

  /** The nodes of a sequence from an index on, and what is behind them. */
  record Nodes(List<Node> nodes, int index, Continuation next) implements Continuation {
    Continuation rest() {
      return new Nodes(nodes, index + 1, next);
    }
  }

  static Continuation of(List<Node> nodes, Continuation next) {
    return new Nodes(nodes, 0, next);
  }

  /** What is behind a body that is repeated: the body again, or what is behind all. */
  static Continuation again(List<Node> body, Continuation behind) {
    CharacterSet start =
        Node.isNullable(body)
            ? CharacterSet.ANYTHING
            : of(body, new Starting(CharacterSet.ANYTHING)).first();
    return new Starting(start.or(behind.first()));
  }

  /** Whether nothing can fail any more. */
  default boolean isCertain() {
    return switch (this) {
      case End end -> end.certain;
      case Starting _ -> false;
      case Nodes(var nodes, var index, var next) ->
          index == nodes.size()
              ? next.isCertain()
              : nodes.get(index) instanceof Node.Mark && ((Nodes) this).rest().isCertain();
    };
  }

  /** What the next character must be in, when the text is to match. */
  default CharacterSet first() {
    return switch (this) {
      case End _ -> CharacterSet.ANYTHING;
      case Starting starting -> starting.set;
      case Nodes(var nodes, var index, var next) ->
          index == nodes.size() ? next.first() : first(nodes.get(index), ((Nodes) this).rest());
    };
  }

  private static CharacterSet first(Node node, Continuation rest) {
    return switch (node) {
      case Node.One one -> one.set();
      case Node.Fail _ -> CharacterSet.END;
      case Node.At at ->
          switch (at.where()) {
            case 5, 6 -> CharacterSet.LINE_END;
            case 7 -> CharacterSet.END;
            default -> rest.first();
          };
      case Node.Mark _, Node.Advanced _ -> rest.first();
      case Node.Reference _ -> CharacterSet.ANYTHING;
      case Node.RepeatOne repeat ->
          repeat.most() == 0
              ? rest.first()
              : repeat.least() > 0 ? repeat.item().set() : repeat.item().set().or(rest.first());
      case Node.Repeat repeat -> {
        CharacterSet turn =
            Node.isNullable(repeat.body())
                ? CharacterSet.ANYTHING
                : of(repeat.body(), new Starting(CharacterSet.ANYTHING)).first();
        yield repeat.least() > 0 ? turn : turn.or(rest.first());
      }
      case Node.Branch branch -> first(branch.alternatives(), rest);
      case Node.Look look ->
          look.negative() || look.back() > 0 || Node.isNullable(look.body())
              ? rest.first()
              : of(look.body(), new Starting(CharacterSet.ANYTHING)).first();
      case Node.Atomic atomic -> of(atomic.body(), rest).first();
      case Node.Conditional conditional -> first(List.of(conditional.yes(), conditional.no()), rest);
    };
  }

  private static CharacterSet first(List<List<Node>> alternatives, Continuation rest) {
    boolean nullable = alternatives.stream().anyMatch(Node::isNullable);
    // Once, not for each: branches that follow each other would take for ever.
    Continuation behind = new Starting(nullable ? rest.first() : CharacterSet.ANYTHING);
    CharacterSet any = null;
    for (List<Node> alternative : alternatives) {
      CharacterSet start = of(alternative, behind).first();
      any = any == null ? start : any.or(start);
    }
    return any == null ? CharacterSet.END : any;
  }

  /** What the next characters must be in, as far as that is the same number in every match. */
  default List<CharacterSet> prefix() {
    List<CharacterSet> prefix = new ArrayList<>();
    Continuation at = this;
    while (prefix.size() < LONGEST_PREFIX) {
      if (!(at instanceof Nodes here)) {
        prefix.add(at.first());
        break;
      }
      if (here.index == here.nodes.size()) {
        at = here.next;
        continue;
      }
      switch (here.nodes.get(here.index)) {
        case Node.One one -> prefix.add(one.set());
        case Node.Mark _ -> {}
        case Node.RepeatOne repeat when repeat.least() > 0 -> {
          for (int i = 0; i < repeat.least() && prefix.size() < LONGEST_PREFIX; i++) {
            prefix.add(repeat.item().set());
          }
          if (repeat.least() != repeat.most()) {
            CharacterSet more = repeat.item().set().or(here.rest().first());
            if (prefix.size() < LONGEST_PREFIX) {
              prefix.add(more);
            }
            return prefix;
          }
        }
        default -> {
          prefix.add(here.first());
          return prefix;
        }
      }
      at = here.rest();
    }
    return prefix;
  }

  /** Whether no text can match two things with these prefixes. */
  static boolean exclude(List<CharacterSet> one, List<CharacterSet> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!one.get(i).meets(other.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a node, tried here, leaves nothing to be tried otherwise once it has matched. */
  static boolean isQuiet(Node node, Continuation behind) {
    return switch (node) {
      case Node.One _, Node.Mark _, Node.At _, Node.Reference _, Node.Fail _, Node.Advanced _, Node.Look _,
          Node.Atomic _ -> true;
      case Node.RepeatOne repeat -> isQuiet(repeat, behind);
      case Node.Repeat repeat -> isQuiet(repeat, behind);
      case Node.Branch branch -> isQuiet(branch, behind);
      case Node.Conditional conditional ->
          isQuiet(conditional.yes(), behind) && isQuiet(conditional.no(), behind);
    };
  }

  static boolean isQuiet(List<Node> nodes, Continuation behind) {
    for (int i = 0; i < nodes.size(); i++) {
      if (!isQuiet(nodes.get(i), new Nodes(nodes, i + 1, behind))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isQuiet(Node.RepeatOne repeat, Continuation behind) {
    return repeat.greed() == Node.Greed.POSSESSIVE
        || repeat.least() >= repeat.most()
        || behind.isCertain()
        || !repeat.item().set().meets(behind.first())
        || repeat.greed() == Node.Greed.GREEDY && isBeforeBoundary(repeat, behind);
  }

  /** Whether a place between two characters of the repeat cannot be the boundary of a word that must follow. */
  private static boolean isBeforeBoundary(Node.RepeatOne repeat, Continuation behind) {
    Continuation at = behind;
    while (at instanceof Nodes here) {
      if (here.index == here.nodes.size()) {
        at = here.next;
      } else if (here.nodes.get(here.index) instanceof Node.Mark) {
        at = here.rest();
      } else {
        return repeat.least() > 0
            && here.nodes.get(here.index) instanceof Node.At place
            && (place.where() == 3 || place.where() == 8 || place.where() == 10)
            && !repeat.item().set().meets(CharacterSet.noWord(place.where() == 10));
      }
    }
    return false;
  }

  private static boolean isQuiet(Node.Repeat repeat, Continuation behind) {
    if (repeat.greed() == Node.Greed.POSSESSIVE) {
      return true;
    }
    if (repeat.greed() == Node.Greed.LAZY || Node.isNullable(repeat.body())) {
      return false;
    }
    boolean decided =
        behind.isCertain()
            || exclude(of(repeat.body(), new Starting(CharacterSet.ANYTHING)).prefix(), behind.prefix());
    return decided && isQuiet(repeat.body(), again(repeat.body(), behind));
  }

  private static boolean isQuiet(Node.Branch branch, Continuation behind) {
    boolean[] decided = decided(branch, behind);
    for (int i = 0; i < decided.length; i++) {
      if (!decided[i] || !isQuiet(branch.alternatives().get(i), behind)) {
        return false;
      }
    }
    return true;
  }

  /** For each alternative, whether no later one need be tried once it has matched. */
  static boolean[] decided(Node.Branch branch, Continuation behind) {
    List<List<Node>> alternatives = branch.alternatives();
    boolean[] decided = new boolean[alternatives.size()];
    if (behind.isCertain()) {
      Arrays.fill(decided, true);
      return decided;
    }
    Continuation start = new Starting(behind.first());
    List<List<CharacterSet>> prefixes = alternatives.stream().map(each -> of(each, start).prefix()).toList();
    for (int i = 0; i < decided.length; i++) {
      // Once it has matched, what it has itself is certain, but not what is behind.
      List<CharacterSet> own = of(alternatives.get(i), new Starting(CharacterSet.ANYTHING)).prefix();
      decided[i] = true;
      for (int j = i + 1; decided[i] && j < decided.length; j++) {
        decided[i] = exclude(own, prefixes.get(j));
      }
    }
    return decided;
  }
}
