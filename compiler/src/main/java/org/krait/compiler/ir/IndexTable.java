package org.krait.compiler.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Values numbered from 0 in the order of their first use; equal values share a number.
 *
 * @param <T> values whose {@code equals} says what may be merged
 */
public final class IndexTable<T> {
  private static final int FIRST_CAPACITY = 16;

  private final ArrayList<T> values = new ArrayList<>();

  /** Open addressing: the number of a value plus one, or 0 for a free slot. */
  private int[] slots = new int[FIRST_CAPACITY];

  /** The number of the value, which is new if it was not there. */
  public int add(T value) {
    int slot = slotOf(value);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    values.add(value);
    slots[slot] = values.size();
    if (values.size() * 2 > slots.length) {
      grow();
    }
    return values.size() - 1;
  }

  /** Numbers a value anew, even if an equal one is there; later look-ups find the first. */
  public int append(T value) {
    if (slots[slotOf(value)] == 0) {
      return add(value);
    }
    values.add(value);
    return values.size() - 1;
  }

  /** The number of the value, or -1. */
  public int indexOf(T value) {
    return slots[slotOf(value)] - 1;
  }

  public boolean contains(T value) {
    return indexOf(value) >= 0;
  }

  public T get(int index) {
    return values.get(index);
  }

  public int size() {
    return values.size();
  }

  /** The values in order; a view. */
  public List<T> values() {
    return Collections.unmodifiableList(values);
  }

  private int slotOf(T value) {
    int mask = slots.length - 1;
    int slot = spread(value.hashCode()) & mask;
    while (slots[slot] != 0 && !values.get(slots[slot] - 1).equals(value)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int i = 0; i < values.size(); i++) {
      int slot = slotOf(values.get(i));
      if (slots[slot] == 0) {
        slots[slot] = i + 1;
      }
    }
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
