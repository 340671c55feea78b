package org.krait.jit;

import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.List;

/** What brings the values of a block's end to where the next block has them. */
final class Moves {
  /** A jump whose values have to be moved first: written behind the blocks. */
  private record Stub(Label label, State from, int target, Exits.Group group) {}

  private final Translation t;
  private final List<Stub> stubs = new ArrayList<>();

  Moves(Translation t) {
    this.t = t;
  }

  static boolean areNeeded(State from, State to) {
    if (from.handling && !to.handling) {
      return true;
    }
    for (int p = 0; p < from.size(); p++) {
      if (isMoved(from.at(p), to.at(p))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the moves leave where an int is negative. */
  static boolean areGuarded(State from, State to) {
    for (int p = 0; p < from.size(); p++) {
      Value value = from.at(p);
      if (to.at(p) instanceof Value.Word && value.kind() == Kind.LONG && !(value instanceof Value.Constant)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMoved(Value from, Value to) {
    return !(to instanceof Value.Constant || to == Value.NULL || to == Value.DEAD)
        && !samePlace(from, to);
  }

  private static boolean samePlace(Value from, Value to) {
    if (from instanceof Value.Variable a && to instanceof Value.Variable b) {
      return a.index() == b.index();
    }
    return from.equals(to);
  }

  /** Where to jump to have the present values moved before a block. */
  Label before(int target) {
    Label label = t.out.label();
    stubs.add(new Stub(label, t.state.copy(), target, t.group));
    return label;
  }

  /** Writes what stands behind the blocks. */
  void write() {
    for (Stub stub : stubs) {
      State to = t.start(stub.target);
      Label from = t.out.label();
      t.out.bind(stub.label);
      t.out.bind(from);
      t.variables.endBlock();
      move(stub.from, to);
      if (areGuarded(stub.from, to)) {
        t.body.cover(from, stub.group);
      }
      t.out.jump(t.label(stub.target));
    }
  }

  void move(State from, State to) {
    if (from.handling && !to.handling) {
      t.handling.write();
    }
    // All are loaded before the first is stored, because one may lie where another goes.
    List<Value.Variable> targets = new ArrayList<>();
    for (int p = from.size() - 1; p >= 0; p--) {
      if (isMoved(from.at(p), to.at(p))) {
        load(from.at(p), to.at(p), targets);
      }
    }
    for (int i = targets.size() - 1; i >= 0; i--) {
      t.out.store(targets.get(i).kind(), targets.get(i).index());
    }
  }

  private void load(Value source, Value target, List<Value.Variable> targets) {
    if (target instanceof Value.Variable v) {
      if (source == Value.NULL) {
        t.out.nothing();
      } else {
        t.load(source, v.kind());
      }
      targets.add(v);
    } else if (target instanceof Value.RangeIterator r) {
      Value.RangeIterator s = (Value.RangeIterator) source;
      part(Kind.LONG, s.next(), r.next(), targets);
      part(Kind.LONG, s.left(), r.left(), targets);
    } else if (target instanceof Value.ListIterator l) {
      Value.ListIterator s = (Value.ListIterator) source;
      part(Kind.REFERENCE, s.list(), l.list(), targets);
      part(Kind.LONG, s.index(), l.index(), targets);
    } else if (target instanceof Value.SequenceIterator i) {
      Value.SequenceIterator s = (Value.SequenceIterator) source;
      for (int k = 0; k < i.sequences().size(); k++) {
        part(Kind.REFERENCE, s.sequences().get(k), i.sequences().get(k), targets);
      }
      part(Kind.LONG, s.index(), i.index(), targets);
    } else if (target instanceof Value.GrowingList g) {
      Value.GrowingList s = (Value.GrowingList) source;
      part(Kind.REFERENCE, s.list(), g.list(), targets);
      part(Kind.TRUTH, s.size(), g.size(), targets);
    } else if (target instanceof Value.Word w) {
      Words.loadNatural(t, source);
      targets.add(new Value.Variable(Kind.LONG, w.bits(), null));
    } else {
      throw new IllegalStateException("cannot move to " + target);
    }
  }

  private void part(Kind kind, int from, int to, List<Value.Variable> targets) {
    t.out.load(kind, from);
    targets.add(new Value.Variable(kind, to, null));
  }
}
