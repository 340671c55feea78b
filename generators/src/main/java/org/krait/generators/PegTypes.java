package org.krait.generators;

import java.util.List;
import java.util.Map;
import org.krait.generators.PegModel.Alt;
import org.krait.generators.PegModel.Bound;
import org.krait.generators.PegModel.Gather;
import org.krait.generators.PegModel.Group;
import org.krait.generators.PegModel.Item;
import org.krait.generators.PegModel.Optional;
import org.krait.generators.PegModel.Ref;
import org.krait.generators.PegModel.Repeat;
import org.krait.generators.PegModel.Soft;
import org.krait.generators.PegModel.Token;

/** The Java types of a grammar's items. */
final class PegTypes {
  private final PegModel model;

  PegTypes(PegModel model) {
    this.model = model;
  }

  /** The type of a variable for an item: {@code int} for a token. */
  String variable(Item item) {
    return switch (item) {
      case Token t -> "int";
      case Soft s -> "int";
      case Optional(Token t) -> "int";
      default -> reference(item);
    };
  }

  /** The reference type of an item's result. */
  String reference(Item item) {
    return switch (item) {
      case Token t -> "Integer";
      case Soft s -> "Integer";
      case Ref(String rule) -> model.rules().get(rule).type();
      case Group(List<Alt> alts) -> alternatives(alts);
      case Optional(Item inner) -> reference(inner);
      case Repeat(Item inner, boolean nonEmpty) -> "List<" + reference(inner) + ">";
      case Gather(Item inner, Item separator) -> "List<" + reference(inner) + ">";
      case Bound(String name, Item inner) -> reference(inner);
      default -> "Object";
    };
  }

  private String alternatives(List<Alt> alts) {
    List<String> types = alts.stream().map(this::result).distinct().toList();
    return types.size() == 1 ? types.get(0) : "Object";
  }

  private String result(Alt alt) {
    Item only = onlyResult(alt);
    return only == null || alt.action() != null ? "Object" : reference(only);
  }

  /** The item whose result is that of an alternative without action; null when there is none. */
  static Item onlyResult(Alt alt) {
    List<Bound> bound = alt.bound();
    if (bound.size() == 1) {
      return bound.get(0);
    }
    List<Item> consuming = alt.items().stream().filter(PegTypes::hasResult).toList();
    return bound.isEmpty() && consuming.size() == 1 ? consuming.get(0) : null;
  }

  private static boolean hasResult(Item item) {
    return switch (item) {
      case PegModel.Look l -> false;
      case PegModel.Cut c -> false;
      case PegModel.Predicate p -> false;
      default -> true;
    };
  }

  /** The number of each kind of token, by name. */
  Map<String, Integer> numbers() {
    return model.tokens().stream()
        .collect(java.util.stream.Collectors.toMap(t -> t.name(), t -> t.number()));
  }
}
