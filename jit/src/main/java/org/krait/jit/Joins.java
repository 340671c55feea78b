package org.krait.jit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyLong;

/** What states that come together have in common, and where values lie then. */
final class Joins {
  private final Variables variables;
  private final int localsCount;

  /** The variables on the stack that may hold null. */
  private final BitSet unsure = new BitSet();

  Joins(Variables variables, int localsCount) {
    this.variables = variables;
    this.localsCount = localsCount;
  }

  /** The state at the start of a block that was reached with this state first. */
  State start(State from) {
    State to = from.copy();
    for (int p = 0; p < from.size(); p++) {
      to.set(p, canonical(p, from.at(p)));
    }
    return to;
  }

  /**
   * Makes the state at the start of a block cover another one; whether that changed it.
   *
   * @param guards whether the way there may leave where an int is negative that is none elsewhere
   */
  boolean cover(State to, State from, ControlFlow.Block block, boolean guards) {
    if (to.stack.size() != from.stack.size()) {
      throw new Refused("its stack has two depths at one place");
    }
    boolean changed = false;
    for (int p = 0; p < from.size(); p++) {
      Value before = to.at(p);
      Value after = merge(p, before, from.at(p), block, guards);
      if (!after.equals(before)) {
        to.set(p, after);
        changed = true;
      }
    }
    if (to.opened && !from.opened) {
      to.opened = false;
      changed = true;
    }
    if (from.unchecked && !to.unchecked) {
      to.unchecked = true;
      changed = true;
    }
    if (to.handling && !from.handling) {
      to.handling = false;
      changed = true;
    }
    if (from.caught && !to.caught) {
      to.caught = true;
      changed = true;
    }
    for (int i = 0; i < to.pairs.length; i++) {
      if (to.pairs[i] && !from.pairs[i]) {
        to.pairs[i] = false;
        changed = true;
      }
    }
    for (int i = 0; i < to.dirty.length; i++) {
      if (from.dirty[i] && !to.dirty[i]) {
        to.dirty[i] = true;
        changed = true;
      }
    }
    return changed;
  }

  /** A value where values of its position lie when paths meet. */
  Value canonical(int position, Value value) {
    // No switch over types here and below: the JVM links each at its first run, for some milliseconds.
    if (value instanceof Value.Variable v) {
      return variable(position, v.kind(), v.type());
    }
    if (value instanceof Value.Pending p) {
      return variable(position, p.kind(), p.type());
    }
    if (value instanceof Value.RangeIterator r) {
      return new Value.RangeIterator(
          variables.part(position, Kind.LONG, 1), variables.part(position, Kind.LONG, 2), r.step());
    }
    if (value instanceof Value.ListIterator) {
      return new Value.ListIterator(
          variables.part(position, Kind.REFERENCE, 3), variables.part(position, Kind.LONG, 4));
    }
    if (value instanceof Value.SequenceIterator s) {
      List<Integer> sequences = new ArrayList<>();
      for (int i = 0; i < s.sequences().size(); i++) {
        sequences.add(variables.part(position, Kind.REFERENCE, 7 + i));
      }
      return new Value.SequenceIterator(sequences, variables.part(position, Kind.LONG, 6), s.start());
    }
    if (value instanceof Value.GrowingList) {
      return new Value.GrowingList(
          variables.part(position, Kind.REFERENCE, -1), variables.part(position, Kind.TRUTH, -2));
    }
    return value instanceof Value.Word ? word(position) : value;
  }

  /** Whether a value is null on one path and something on another. */
  boolean isUnsure(Value value) {
    return value instanceof Value.Variable variable && unsure.get(variable.index());
  }

  Value.Variable variable(int position, Kind kind, Class<?> type) {
    return new Value.Variable(kind, variables.of(position, kind), type);
  }

  private Value merge(int position, Value a, Value b, ControlFlow.Block block, boolean guards) {
    if (a == Value.DEAD || b == Value.DEAD) {
      return Value.DEAD;
    }
    if (a == b || a.equals(b)) {
      return a;
    }
    if (a instanceof Value.Constant x && b instanceof Value.Constant y && same(x.object(), y.object())) {
      return a;
    }
    boolean local = position < localsCount;
    if (a == Value.NULL || b == Value.NULL) {
      if (!local) {
        // What a comprehension saves of a variable that may have no value.
        Value.Variable saved = variable(position, Kind.REFERENCE, null);
        unsure.set(saved.index());
        return saved;
      }
      return block.liveIn.get(position) ? variable(position, Kind.REFERENCE, null) : Value.DEAD;
    }
    Value ca = canonical(position, a);
    Value cb = canonical(position, b);
    if (ca.equals(cb)) {
      return ca;
    }
    boolean whole = isWhole(ca) && isWhole(cb);
    if (whole && ca.kind() == cb.kind()) {
      Class<?> type = Value.typeOf(a) == Value.typeOf(b) ? Value.typeOf(a) : null;
      return variable(position, ca.kind(), type);
    }
    if (local && !block.liveIn.get(position)) {
      return Value.DEAD;
    }
    if (ca instanceof Value.Word && isNatural(b, guards) || cb instanceof Value.Word && isNatural(a, guards)) {
      return word(position);
    }
    return variable(position, Kind.REFERENCE, null);
  }

  private Value.Word word(int position) {
    return new Value.Word(variables.part(position, Kind.LONG, 5));
  }

  /** Whether a value can become a word. */
  private static boolean isNatural(Value value, boolean guards) {
    return value instanceof Value.Constant(PyObject object)
        ? Words.isWord(object)
        : guards && value.kind() == Kind.LONG;
  }

  private static boolean isWhole(Value value) {
    return value instanceof Value.Variable || value instanceof Value.Constant;
  }

  /** Whether two constants cannot be told apart. */
  private static boolean same(PyObject a, PyObject b) {
    return a == b
        || a instanceof PyLong x && b instanceof PyLong y && x.value == y.value
            && a.getClass() == b.getClass();
  }
}
