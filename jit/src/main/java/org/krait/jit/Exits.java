package org.krait.jit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.Exit;

/**
 * The exits of a unit, and the variables that they need: what is thrown hands all of these over, each
 * exit knows which are its own.
 */
final class Exits {
  private final List<Exit> exits = new ArrayList<>();
  private final List<Integer> references = new ArrayList<>();
  private final List<Value.Variable> numbers = new ArrayList<>();

  /** Exits that several instructions leave at. */
  private final BitSet shared = new BitSet();

  /** Forgets the exits; variables that were needed once stay known. */
  void clear() {
    exits.clear();
    shared.clear();
  }

  /**
   * A new exit, by its number.
   *
   * @param isFresh whether the frame is made there, so that it has no variables yet
   * @param mark {@link Exit#NONE}, {@link Exit#QUIET} or {@link Exit#UNSEEN}
   */
  int add(int at, int sp, int called, State from, boolean isFresh, int mark) {
    List<Integer> places = new ArrayList<>();
    List<Exit.Source> sources = new ArrayList<>();
    for (int p = 0; p < from.size(); p++) {
      Value value = from.at(p);
      boolean isThere =
          p < from.locals.length && (isFresh ? value == Value.NULL : !from.dirty[p]);
      if (value != Value.DEAD && !isThere) {
        places.add(p);
        sources.add(source(value));
      }
    }
    exits.add(
        new Exit(
            at,
            sp,
            called,
            places.stream().mapToInt(Integer::intValue).toArray(),
            sources.toArray(Exit.Source[]::new),
            mark,
            false));
    return exits.size() - 1;
  }

  Exit get(int number) {
    return exits.get(number);
  }

  /** Lets a variable stand in for the result of the call that an exit is for. */
  void keep(int number, int variable) {
    exits.set(number, exits.get(number).keeping(reference(variable)));
  }

  /** Says that another instruction leaves at an exit too. */
  void share(int number) {
    shared.set(number);
  }

  Exit[] all() {
    Exit[] all = new Exit[exits.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = exits.get(i).known(!shared.get(i));
    }
    return all;
  }

  /** The variables of references, in the order in which they are handed over. */
  List<Integer> references() {
    return references;
  }

  /** The variables of primitives, in the order in which they are handed over. */
  List<Value.Variable> numbers() {
    return numbers;
  }

  private Exit.Source source(Value value) {
    if (value instanceof Value.Variable v) {
      return switch (v.kind()) {
        case REFERENCE -> new Exit.Reference(reference(v.index()));
        case LONG -> new Exit.LongNumber(number(v.kind(), v.index()));
        case DOUBLE -> new Exit.DoubleNumber(number(v.kind(), v.index()));
        case TRUTH -> new Exit.Truth(number(v.kind(), v.index()));
      };
    }
    if (value instanceof Value.Constant(PyObject object)) {
      return new Exit.Constant(object);
    }
    if (value == Value.NULL) {
      return new Exit.Constant(null);
    }
    if (value instanceof Value.RangeIterator r) {
      return new Exit.RangeIterator(
          number(Kind.LONG, r.next()), number(Kind.LONG, r.left()), r.step());
    }
    if (value instanceof Value.ListIterator l) {
      return new Exit.ListIterator(reference(l.list()), number(Kind.LONG, l.index()));
    }
    throw new IllegalStateException("cannot leave with " + value);
  }

  private int reference(int variable) {
    int at = references.indexOf(variable);
    if (at < 0) {
      at = references.size();
      references.add(variable);
    }
    return at;
  }

  private int number(Kind kind, int variable) {
    Value.Variable wanted = new Value.Variable(kind, variable, null);
    int at = numbers.indexOf(wanted);
    if (at < 0) {
      at = numbers.size();
      numbers.add(wanted);
    }
    return at;
  }
}
