package org.krait.generators;

import java.util.ArrayList;
import java.util.List;
import org.krait.generators.PegModel.Alt;
import org.krait.generators.PegModel.Bound;
import org.krait.generators.PegModel.Item;
import org.krait.generators.PegModel.Ref;

/**
 * Alternatives with what neighbours begin with held in common, so that it is parsed once.
 *
 * <p>What an item does depends on nothing but its place, so the meaning is the same.
 */
final class AltTree {
  /** The item without a name; null at the end of an alternative. */
  final Item item;

  /** The alternative that ends here, or null. */
  final Alt end;

  final List<AltTree> next = new ArrayList<>();

  /** Every alternative that goes through here, with the position of the item in it. */
  final List<Alt> through = new ArrayList<>();

  final int position;

  private AltTree(Item item, Alt end, int position) {
    this.item = item;
    this.end = end;
    this.position = position;
  }

  /** The trees of alternatives, without those for errors, from an item on. */
  static List<AltTree> of(List<Alt> alts, int from) {
    List<AltTree> roots = new ArrayList<>();
    for (Alt alt : alts) {
      if (alt.items().stream().map(AltTree::plain).noneMatch(AltTree::isInvalid)) {
        add(roots, alt, from);
      }
    }
    return roots;
  }

  static boolean isInvalid(Item item) {
    return item instanceof Ref(String rule) && rule.startsWith("invalid_");
  }

  private static void add(List<AltTree> siblings, Alt alt, int position) {
    if (position == alt.items().size()) {
      siblings.add(new AltTree(null, alt, position));
      return;
    }
    Item item = plain(alt.items().get(position));
    AltTree node = siblings.isEmpty() ? null : siblings.getLast();
    if (node == null || node.item == null || !node.item.equals(item)) {
      node = new AltTree(item, null, position);
      siblings.add(node);
    }
    node.through.add(alt);
    add(node.next, alt, position + 1);
  }

  /** An item without its name. */
  static Item plain(Item item) {
    return item instanceof Bound bound ? bound.item() : item;
  }

  /** The items from here on while there is only one way. */
  List<Item> straight() {
    List<Item> items = new ArrayList<>();
    AltTree node = this;
    while (node.item != null) {
      items.add(node.item);
      if (node.next.size() != 1) {
        break;
      }
      node = node.next.get(0);
    }
    return items;
  }
}
