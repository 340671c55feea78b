package org.krait.jit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.Exit;
import org.krait.runtime.execution.PyCode;

/**
 * The exits of a unit, and the variables that they need.
 *
 * <p>Neighbouring blocks share a group: what is thrown in them goes to one handler of the method, which
 * hands over the variables of the group; each exit knows which are its own. Were there one handler for
 * all, every variable would live through the whole method, which is more than HotSpot can bear.
 */
final class Exits {
  /** Exits that a group is made to have, where there are as many. */
  private static final int ENOUGH = 8;

  /** The group of what is given up at the start. */
  static final int ENTRY = -1;

  /** The variables of a group. */
  static final class Group {
    /** Of references, in the order in which they are handed over, each with its place there. */
    final Map<Integer, Integer> references = new LinkedHashMap<>();

    /** Of primitives, likewise. */
    final Map<Value.Variable, Integer> numbers = new LinkedHashMap<>();

    /** Those that handlers of exceptions need besides. */
    final Set<Value.Variable> kept = new java.util.LinkedHashSet<>();

    private int exits;

    /** Exits of the blocks that were put together. */
    private int merged;

    /** All of them. */
    List<Value.Variable> variables() {
      List<Value.Variable> all = new ArrayList<>(kept);
      references.keySet().forEach(v -> all.add(new Value.Variable(Kind.REFERENCE, v, null)));
      all.addAll(numbers.keySet());
      return all;
    }
  }

  private final List<Exit> exits = new ArrayList<>();

  /** The group of each exit. */
  private final List<Group> owners = new ArrayList<>();

  /** By the block. */
  private final Map<Integer, Group> groups = new java.util.HashMap<>();

  private Group group;

  /** Exits that several instructions leave at. */
  private final BitSet shared = new BitSet();

  /** Forgets the exits; variables that were needed once stay known. */
  void clear() {
    exits.clear();
    owners.clear();
    shared.clear();
    groups.values().forEach(each -> each.exits = 0);
  }

  /** Says that what follows are exits of a block, or of {@link #ENTRY}. */
  Group enter(int block) {
    group = groups.computeIfAbsent(block, b -> new Group());
    return group;
  }

  /**
   * Puts blocks, in this order, into common groups; what the exits need has to be learnt anew then.
   *
   * <p>Blocks that lead to handlers share a group only with those that lead to the same ones. HotSpot's
   * first compiler gives up where a handler of the JVM is reached by a way that begins in itself, and its
   * second one optimises no loop that is entered at two places; both would come about otherwise.
   *
   * @param targets what tells groups apart: the handlers that each block leads to
   */
  void merge(Iterable<Integer> blocks, Map<Integer, Set<Integer>> targets) {
    Map<Set<Integer>, Group> common = new java.util.HashMap<>();
    Map<Integer, Group> merged = new java.util.HashMap<>();
    for (int block : blocks) {
      Group old = groups.get(block);
      if (old == null) {
        continue;
      }
      Set<Integer> led = targets.getOrDefault(block, Set.of());
      Group shared = common.get(led);
      if (shared == null || shared.merged >= ENOUGH) {
        shared = new Group();
        common.put(led, shared);
      }
      shared.merged += old.exits;
      merged.put(block, shared);
    }
    groups.keySet().retainAll(List.of(ENTRY));
    groups.putAll(merged);
  }

  int size() {
    return exits.size();
  }

  /** The group of an exit. */
  Group groupOf(int exit) {
    return owners.get(exit);
  }

  /**
   * A new exit, by its number.
   *
   * @param isFresh whether the frame is made there, so that it has no variables yet
   * @param mark {@link Exit#NONE}, {@link Exit#QUIET} or {@link Exit#UNSEEN}
   * @param handled the variable with the exception that is being handled, if only the code knows it; else -1
   */
  int add(int at, int sp, int called, State from, boolean isFresh, int mark, int handled) {
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
            handled < 0 ? Exit.NONE : reference(handled),
            false,
            null));
    owners.add(group);
    group.exits++;
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

  /** All of them, as they are at the end of translating a code object. */
  Exit[] all(PyCode code) {
    Exit[] all = new Exit[exits.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = exits.get(i).known(!shared.get(i), code);
    }
    return all;
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
    if (value instanceof Value.SequenceIterator s) {
      int[] sequences = s.sequences().stream().mapToInt(this::reference).toArray();
      return new Exit.SequenceIterator(sequences, number(Kind.LONG, s.index()), s.start());
    }
    if (value instanceof Value.GrowingList g) {
      return new Exit.GrowingList(reference(g.list()), number(Kind.TRUTH, g.size()));
    }
    if (value instanceof Value.Word w) {
      return new Exit.Word(number(Kind.LONG, w.bits()));
    }
    if (value instanceof Value.Wrapped w) {
      return new Exit.Operation(w.operator(), source(w.left()), source(w.right()));
    }
    throw new IllegalStateException("cannot leave with " + value);
  }

  private int reference(int variable) {
    return placeOf(variable, group.references);
  }

  private int number(Kind kind, int variable) {
    return placeOf(new Value.Variable(kind, variable, null), group.numbers);
  }

  private static <T> int placeOf(T wanted, Map<T, Integer> places) {
    Integer known = places.putIfAbsent(wanted, places.size());
    return known == null ? places.size() - 1 : known;
  }
}
