package org.krait.generators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a grammar table says: kinds of tokens and rules, in the table's order. */
record PegModel(List<TokenKind> tokens, Map<String, Rule> rules) {

  /** A kind of token; {@code text} is null for kinds with varying text. */
  record TokenKind(int number, String name, String text) {}

  /**
   * A rule.
   *
   * @param type the Java type of its result
   * @param memo true when results are remembered per position
   * @param fastMemo true when the fast pass remembers them too
   * @param nests true when rules can nest through this one without brackets
   * @param pure true when no invalid rule is tried below
   */
  record Rule(
      String name, String type, boolean memo, boolean fastMemo, boolean nests, boolean pure, List<Alt> alts) {}

  /** One alternative; {@code action} is a Java expression or null. */
  record Alt(List<Item> items, String action) {
    /** The items with a name. */
    List<Bound> bound() {
      return items.stream().filter(Bound.class::isInstance).map(Bound.class::cast).toList();
    }

    /** True for an alternative that is nothing but a rule for errors. */
    boolean isInvalid() {
      return items.size() == 1 && items.get(0) instanceof Ref ref && ref.rule().startsWith("invalid_");
    }
  }

  /** A part of an alternative. */
  sealed interface Item {}

  /** A token, by the name of its kind. */
  record Token(String kind) implements Item {}

  /** A name that is a keyword only here. */
  record Soft(String text) implements Item {}

  /** A rule, by name. */
  record Ref(String rule) implements Item {}

  /** Alternatives in parentheses. */
  record Group(List<Alt> alts) implements Item {}

  /** An item whose result has a name. */
  record Bound(String name, Item item) implements Item {}

  /** An item that may be absent. */
  record Optional(Item item) implements Item {}

  /** An item any number of times, or at least once. */
  record Repeat(Item item, boolean nonEmpty) implements Item {}

  /** An item at least once, with separators between. */
  record Gather(Item item, Item separator) implements Item {}

  /** An item that must, or must not, come next; it is not consumed. */
  record Look(Item item, boolean wanted) implements Item {}

  /** No other alternative is tried from here on. */
  record Cut() implements Item {}

  /** A token without which the input is wrong. */
  record Forced(Token token) implements Item {}

  /** A Java condition that spares the fast pass an alternative. */
  record Predicate(String java) implements Item {}

  /** The keywords: tokens with a text of letters, by text. */
  Map<String, TokenKind> keywords() {
    Map<String, TokenKind> keywords = new LinkedHashMap<>();
    for (TokenKind kind : tokens) {
      if (kind.text() != null && Character.isLetter(kind.text().charAt(0))) {
        keywords.put(kind.text(), kind);
      }
    }
    return keywords;
  }
}
