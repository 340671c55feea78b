package org.krait.generators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.krait.generators.PegModel.Alt;
import org.krait.generators.PegModel.Bound;
import org.krait.generators.PegModel.Cut;
import org.krait.generators.PegModel.Forced;
import org.krait.generators.PegModel.Gather;
import org.krait.generators.PegModel.Group;
import org.krait.generators.PegModel.Item;
import org.krait.generators.PegModel.Look;
import org.krait.generators.PegModel.Optional;
import org.krait.generators.PegModel.Predicate;
import org.krait.generators.PegModel.Ref;
import org.krait.generators.PegModel.Repeat;
import org.krait.generators.PegModel.Rule;
import org.krait.generators.PegModel.Soft;
import org.krait.generators.PegModel.Token;

/** With which kinds of tokens the items of a grammar can begin; rules for errors left out. */
final class FirstSets {
  private final PegModel model;
  private final Map<String, TreeSet<String>> byRule = new HashMap<>();

  FirstSets(PegModel model) {
    this.model = model;
    model.rules().keySet().forEach(name -> byRule.put(name, new TreeSet<>()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Rule rule : model.rules().values()) {
        for (Alt alt : rule.alts()) {
          changed |= byRule.get(rule.name()).addAll(of(alt.items()));
        }
      }
    }
  }

  /** The kinds with which a sequence can begin; empty when that cannot be told. */
  TreeSet<String> of(List<Item> items) {
    TreeSet<String> kinds = new TreeSet<>();
    for (Item item : items) {
      if (item instanceof Look(Item inner, boolean wanted) && wanted) {
        return of(inner);
      }
      kinds.addAll(of(item));
      if (!isNullable(item)) {
        break;
      }
    }
    return kinds;
  }

  /** The kinds with which an item can begin. */
  TreeSet<String> of(Item item) {
    return switch (item) {
      case Token(String kind) -> one(kind);
      case Soft s -> one("NAME");
      case Ref(String rule) -> rule.startsWith("invalid_") ? new TreeSet<>() : byRule.get(rule);
      case Bound(String name, Item inner) -> of(inner);
      case Optional(Item inner) -> of(inner);
      case Repeat(Item inner, boolean nonEmpty) -> of(inner);
      case Gather(Item inner, Item separator) -> of(inner);
      case Forced(Token token) -> of(token);
      case Group(List<Alt> alts) -> {
        TreeSet<String> kinds = new TreeSet<>();
        alts.forEach(alt -> kinds.addAll(of(alt.items())));
        yield kinds;
      }
      case Look l -> new TreeSet<>();
      case Cut c -> new TreeSet<>();
      case Predicate p -> new TreeSet<>();
    };
  }

  private static TreeSet<String> one(String kind) {
    return new TreeSet<>(List.of(kind));
  }

  /** True for an item that can match nothing. */
  static boolean isNullable(Item item) {
    return switch (item) {
      case Optional o -> true;
      case Repeat(Item inner, boolean nonEmpty) -> !nonEmpty;
      case Look l -> true;
      case Cut c -> true;
      case Predicate p -> true;
      case Bound(String name, Item inner) -> isNullable(inner);
      default -> false;
    };
  }
}
