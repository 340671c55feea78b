package org.krait.jit;

import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A JVM method of a unit while it is written: the unit's own, or that of a loop which stands apart. */
final class Body {
  /** A part of the method whose exceptions go to the handler of a group. */
  record Range(Exits.Group group, Label from, Label to) {}

  private final Translation t;

  /** The loop; null for the unit's own method. */
  final OutlinedLoops.Loop loop;

  /** Where values are moved at the ends of blocks. */
  final Moves moves;

  /** Exceptions that are raised without being thrown. */
  final Raises raises;

  final List<Range> ranges = new ArrayList<>();
  private final Map<Integer, Label> labels = new HashMap<>();

  /** The blocks outside a loop that it leads to, in the order in which they were met. */
  final Map<Integer, Label> ways = new LinkedHashMap<>();

  Body(Translation t, OutlinedLoops.Loop loop) {
    this.t = t;
    this.loop = loop;
    this.moves = new Moves(t);
    this.raises = new Raises(t);
  }

  /** Whether a block, rather than a jump to where it is, is written here. */
  boolean has(int block) {
    return t.outlined.at(block) == loop;
  }

  /** Where to jump to get to a block. */
  Label label(int block) {
    if (loop != null && !has(block)) {
      return ways.computeIfAbsent(block, b -> t.out.label());
    }
    return t.out.isDry() ? null : labels.computeIfAbsent(block, b -> t.out.label());
  }

  /** Writes what stands behind the blocks. */
  void finish() {
    moves.write();
    raises.write();
  }

  /** What is thrown from a place up to here goes to the handler of a group. */
  void cover(Label from, Exits.Group by) {
    Label to = t.out.label();
    t.out.bind(to);
    ranges.add(new Range(by, from, to));
  }

  /** Returns what lies on the JVM's stack from the unit. */
  void give(Kind kind) {
    if (loop == null) {
      t.out.give(kind);
    } else {
      t.outlined.give(kind);
    }
  }

  /** Sets what the handler of a group needs and what has no value in a state. */
  void clear(Exits.Group of, State at) {
    if (t.out.isDry()) {
      return;
    }
    Set<Integer> set = new HashSet<>();
    if (at != null) {
      t.variablesOf(at).forEach(variable -> set.add(variable.index()));
    }
    for (Value.Variable variable : of.variables()) {
      if (variable.index() >= t.firstVariable() && set.add(variable.index())) {
        t.out.nothing(variable.kind());
        t.out.store(variable.kind(), variable.index());
      }
    }
  }
}
