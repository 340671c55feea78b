package org.krait.jit;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Blocks in an order in which each comes before those that it leads to, but for jumps back. */
final class BlockOrder {
  /** A block on the way down, with what it leads to and has not been looked at. */
  private record Step(int block, Iterator<Integer> rest) {}

  private final Map<Integer, Set<Integer>> edges;
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final Set<Integer> seen = new HashSet<>();
  private int last;

  BlockOrder(Collection<Translation.Entry> entries, Map<Integer, Set<Integer>> edges) {
    this.edges = edges;
    for (Translation.Entry entry : entries) {
      from(entry.block());
    }
  }

  /** The number of each block that is reached. */
  Map<Integer, Integer> numbers() {
    return Collections.unmodifiableMap(numbers);
  }

  private void from(int entry) {
    Deque<Step> way = new ArrayDeque<>();
    enter(entry, way);
    while (!way.isEmpty()) {
      Step step = way.peek();
      if (step.rest.hasNext()) {
        enter(step.rest.next(), way);
      } else {
        way.pop();
        numbers.put(step.block, last--);
      }
    }
  }

  private void enter(int block, Deque<Step> way) {
    if (seen.add(block)) {
      way.push(new Step(block, edges.getOrDefault(block, Set.of()).iterator()));
    }
  }
}
