package org.krait.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The order in which objects that were found together come to their ends: before those to which they
 * refer, as with counted references, where the last reference to an object goes with its holder's end.
 *
 * <p>What holds an object is looked for in attributes and in containers between the two, with a limit to
 * the work; among those that it says nothing of, the given order stands.
 */
final class DropOrder {
  /** How many objects are looked at in all. */
  private static final int LIMIT = 50_000;

  /** One of the objects, and what is known of it. */
  private static final class Node {
    final PyObject object;
    final int place;
    final Set<Node> held = Collections.newSetFromMap(new IdentityHashMap<>());
    int holders;

    Node(PyObject object, int place) {
      this.object = object;
      this.place = place;
    }
  }

  private final Map<PyObject, Node> nodes = new IdentityHashMap<>();
  private final List<Node> inOrder = new ArrayList<>();
  private int looked;

  private DropOrder(List<PyObject> objects) {
    for (PyObject object : objects) {
      Node node = new Node(object, inOrder.size());
      nodes.put(object, node);
      inOrder.add(node);
    }
  }

  /** The places of objects in a list, in the order of their ends. */
  static int[] of(List<PyObject> objects) {
    DropOrder order = new DropOrder(objects);
    for (Node node : order.inOrder) {
      order.findHeld(node);
    }
    return order.sorted();
  }

  private void findHeld(Node holder) {
    Set<PyObject> met = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<PyObject> open = new ArrayDeque<>();
    open.add(holder.object);
    while (!open.isEmpty() && looked < LIMIT) {
      PyObject object = open.remove();
      Node node = nodes.get(object);
      if (node != null && node != holder) {
        if (holder.held.add(node)) {
          node.holders++;
        }
      } else if (met.add(object)) {
        looked++;
        Held.add(object, open, Integer.MAX_VALUE);
      }
    }
  }

  private int[] sorted() {
    PriorityQueue<Node> free = new PriorityQueue<>((Node one, Node other) -> Integer.compare(one.place, other.place));
    for (Node node : inOrder) {
      if (node.holders == 0) {
        free.add(node);
      }
    }
    int[] places = new int[inOrder.size()];
    boolean[] isDone = new boolean[places.length];
    int count = 0;
    for (int next = 0; count < places.length; ) {
      Node node = free.poll();
      if (node == null) {
        // A cycle: the first in it.
        node = inOrder.get(next++);
      }
      if (!isDone[node.place]) {
        isDone[node.place] = true;
        places[count++] = node.place;
        for (Node held : node.held) {
          if (--held.holders == 0) {
            free.add(held);
          }
        }
      }
    }
    return places;
  }
}
