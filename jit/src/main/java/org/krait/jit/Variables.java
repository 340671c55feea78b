package org.krait.jit;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers of JVM variables: one for each position (variable or stack place) and kind that is needed, and
 * temporary ones. A variable has one kind throughout a method.
 */
final class Variables {
  /** Written out: the JVM makes a record's equals and hash code at their first calls, which takes some milliseconds. */
  private record Place(int position, Kind kind, int part) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Place place && position == place.position && kind == place.kind && part == place.part;
    }

    @Override
    public int hashCode() {
      return (position * 31 + kind.ordinal()) * 31 + part;
    }
  }

  private final Map<Place, Integer> places = new HashMap<>();
  private final Map<Kind, java.util.ArrayList<Integer>> temporaries = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> used = new EnumMap<>(Kind.class);
  private final Map<Integer, Kind> all = new java.util.TreeMap<>();
  private int next;

  /** @param first the first number that is free */
  Variables(int first) {
    next = first;
  }

  private int fresh(Kind kind) {
    int index = next;
    next += kind == Kind.LONG || kind == Kind.DOUBLE ? 2 : 1;
    all.put(index, kind);
    return index;
  }

  /** Sets all variables that there are to nothing. */
  void clearAll(Emitter out) {
    all.forEach(
        (index, kind) -> {
          out.nothing(kind);
          out.store(kind, index);
        });
  }

  /** Takes a variable of its own, as for a parameter. */
  int take(Kind kind) {
    return fresh(kind);
  }

  /** Says that a position has a variable already. */
  void bind(int position, Kind kind, int index) {
    places.put(new Place(position, kind, 0), index);
  }

  /** The variable of a position. */
  int of(int position, Kind kind) {
    return places.computeIfAbsent(new Place(position, kind, 0), place -> fresh(kind));
  }

  /** Further variables of a position, for iterators in parts. */
  int part(int position, Kind kind, int part) {
    return places.computeIfAbsent(new Place(position, kind, part), place -> fresh(kind));
  }

  /** A variable for the rest of the block. */
  int temporary(Kind kind) {
    java.util.ArrayList<Integer> pool =
        temporaries.computeIfAbsent(kind, k -> new java.util.ArrayList<>());
    int n = used.merge(kind, 1, Integer::sum) - 1;
    if (n == pool.size()) {
      pool.add(fresh(kind));
    }
    return pool.get(n);
  }

  /** Frees the temporary variables, at the end of a block. */
  void endBlock() {
    used.clear();
  }
}
