package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.execution.Profile;
import org.krait.runtime.types.PyEnumerate;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyZip;

/**
 * Loops over {@code zip} and {@code enumerate} of lists and tuples without the iterator: what is gone through, and one
 * index, lie in variables ({@link Value.SequenceIterator}). Nobody else has the iterator, so that it makes no
 * difference which of several sequences had an item left when another had none.
 */
final class SequenceLoops {
  /** More variables than this are no gain. */
  private static final int MOST = 6;

  private final Translation t;

  SequenceLoops(Translation t) {
    this.t = t;
  }

  /** A call that makes an iterator of lists and tuples for the loop that follows; false where it is anything else. */
  static boolean begin(Translation t, CallSites.Site site, PyType type) {
    boolean zip = type == PyZip.TYPE;
    List<Value> args = site.args();
    int count = zip ? args.size() : 1;
    Long start = zip ? null : start(args);
    int loop = loop(t);
    if (loop < 0 || count > MOST || !zip && start == null
        || t.seen.cache(loop) != (zip ? PyZip.class : PyEnumerate.class)
        || (t.seen.kinds(loop) & Profile.NO_SEQUENCE) != 0) {
      return false;
    }
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      return false;
    }
    t.operands(site.taken());
    List<Integer> sequences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      t.load(args.get(i), Kind.REFERENCE);
      t.out.guarded(
          isList(t, loop, count, i) ? "asList" : "asSequence", Translation.OBJECT, Translation.OBJECT);
      int sequence = t.variables.temporary(Kind.REFERENCE);
      t.out.store(Kind.REFERENCE, sequence);
      sequences.add(sequence);
    }
    int index = t.variables.temporary(Kind.LONG);
    t.out.constant(0);
    t.out.store(Kind.LONG, index);
    t.push(new Value.SequenceIterator(sequences, index, start));
    t.next = t.flow.after(t.next);
    return true;
  }

  /** The {@code zip} that a generator expression goes through, which nobody else has; false where it is another call. */
  static boolean forGenerator(Translation t, CallSites.Site site) {
    int call = t.flow.after(t.next);
    if (t.flow.op(t.next) != Opcodes.GET_ITER || t.flow.op(call) != Opcodes.CALL || t.flow.arg(call) != 0
        || t.flow.blocks.containsKey(t.next) || t.flow.blocks.containsKey(call)) {
      return false;
    }
    t.safepoints.own(site.taken());
    if (t.seen.distrusted()) {
      return false;
    }
    t.operands(site.taken());
    Instructions.array(t, site.args().toArray(Value[]::new));
    t.out.guarded("zipForGenerator", Translation.OBJECT, Names.OBJECTS);
    t.safepoints.end();
    t.pushed(Kind.REFERENCE, PyZip.class);
    return true;
  }

  /**
   * {@code LOAD_FAST} of such a {@code zip}, where the generator's values go to a sink and nothing can look at its
   * frame: the loop that follows goes through the lists and tuples themselves. False for any other variable.
   */
  static boolean ofGenerator(Translation t, int local) {
    int unpack = t.flow.after(t.next);
    if (!t.drains || !t.quiet || local != 0 || t.flow.op(t.next) != Opcodes.FOR_ITER
        || t.flow.op(unpack) != Opcodes.UNPACK_SEQUENCE || t.flow.blocks.containsKey(unpack)
        || t.seen.cache(t.next) != PyZip.class || (t.seen.kinds(t.next) & Profile.NO_SEQUENCE) != 0
        || t.flow.arg(unpack) > MOST || t.flow.arg(unpack) == 0) {
      return false;
    }
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      return false;
    }
    t.settle();
    t.zipLoad = t.pc;
    int count = t.flow.arg(unpack);
    List<Integer> sequences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      t.load(t.state.locals[local], Kind.REFERENCE);
      t.out.number(i);
      t.out.number(count);
      t.out.guarded(
          "zippedSequence", Translation.OBJECT, Translation.OBJECT, Translation.INT, Translation.INT);
      if (isList(t, t.next, count, i)) {
        t.out.guarded("asList", Translation.OBJECT, Translation.OBJECT);
      }
      int sequence = t.variables.temporary(Kind.REFERENCE);
      t.out.store(Kind.REFERENCE, sequence);
      sequences.add(sequence);
    }
    int index = t.variables.temporary(Kind.LONG);
    t.out.constant(0);
    t.out.store(Kind.LONG, index);
    t.push(new Value.SequenceIterator(sequences, index, null));
    return true;
  }

  /** The first number of {@code enumerate}, or null where it is no small constant. */
  private static Long start(List<Value> args) {
    if (args.size() == 1) {
      return 0L;
    }
    return args.size() == 2 && args.get(1) instanceof Value.Constant(PyObject object)
            && object.getClass() == PyLong.class && Math.abs(((PyLong) object).value) < Integer.MAX_VALUE
        ? ((PyLong) object).value
        : null;
  }

  /** The loop over what is made now, in the same block; or -1. */
  private static int loop(Translation t) {
    int pc = t.next;
    if (t.flow.op(pc) != Opcodes.GET_ITER || t.flow.blocks.containsKey(pc)) {
      return -1;
    }
    pc = t.flow.after(pc);
    while (isPreparation(t.flow.op(pc))) {
      pc = t.flow.after(pc);
    }
    return t.flow.op(pc) == Opcodes.FOR_ITER ? pc : -1;
  }

  /** Whether an instruction may stand between a comprehension's iterator and its loop. */
  private static boolean isPreparation(int op) {
    return op == Opcodes.LOAD_FAST_AND_CLEAR || op == Opcodes.SWAP || op == Opcodes.BUILD_LIST
        || op == Opcodes.BUILD_SET || op == Opcodes.BUILD_MAP;
  }

  /** The bits that a loop has noted of one of its sequences. */
  private static int kinds(Translation t, int loop, int count, int place) {
    return t.seen.kinds(loop) >> (count == 2 ? place * Profile.RIGHT : 0) & Profile.ANY;
  }

  /** Whether nothing but lists was seen at a place. */
  private static boolean isList(Translation t, int loop, int count, int place) {
    return (t.seen.kinds(loop) & Profile.TUPLE) == 0 || (kinds(t, loop, count, place) & Profile.OTHER) == 0;
  }

  /** {@code FOR_ITER}. */
  void next(Value.SequenceIterator iterator, Supplier<Label> exhausted) {
    t.safepoints.ensure();
    t.settle();
    int count = iterator.sequences().size();
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(item(iterator, i, exhausted));
    }
    if (iterator.start() != null) {
      items.addFirst(number(iterator));
    }
    t.out.load(Kind.LONG, iterator.index());
    t.out.constant(1);
    t.out.op(Opcode.LADD);
    t.out.store(Kind.LONG, iterator.index());
    t.safepoints.end();
    if (Loops.isUnpacked(t) && t.flow.arg(t.next) == items.size()) {
      items.reversed().forEach(t::push);
      t.next = t.flow.after(t.next);
      return;
    }
    Instructions.array(t, items.toArray(Value[]::new));
    t.out.generic("tuple", Translation.OBJECT, Names.OBJECTS);
    t.pushed(Kind.REFERENCE, PyTuple.class);
  }

  private Value item(Value.SequenceIterator iterator, int place, Supplier<Label> exhausted) {
    int count = iterator.sequences().size();
    int kinds = kinds(t, t.pc, count, place);
    boolean list = isList(t, t.pc, count, place);
    Kind form =
        t.seen.distrusted() ? null
            : kinds == Profile.LONG ? Kind.LONG : kinds == Profile.FLOAT ? Kind.DOUBLE
                : kinds == Profile.OTHER && list ? Kind.REFERENCE : null;
    loadPlace(iterator, place);
    t.out.guarded(list ? "listHas" : "sequenceHas", Translation.TRUTH, Translation.OBJECT, Translation.LONG);
    t.out.branch(Opcode.IFEQ, exhausted.get());
    loadPlace(iterator, place);
    Kind kind = form == null ? Kind.REFERENCE : form;
    String name = form != null ? "list" + ItemAccess.name(form) : list ? "listAny" : "sequenceItem";
    t.out.guarded(name, kind.desc, Translation.OBJECT, Translation.LONG);
    int item = t.variables.temporary(kind);
    t.out.store(kind, item);
    return new Value.Variable(kind, item, null);
  }

  private Value number(Value.SequenceIterator iterator) {
    int number = t.variables.temporary(Kind.LONG);
    t.out.load(Kind.LONG, iterator.index());
    if (iterator.start() != 0) {
      t.out.constant(iterator.start());
      t.out.op(Opcode.LADD);
    }
    t.out.store(Kind.LONG, number);
    return new Value.Variable(Kind.LONG, number, null);
  }

  private void loadPlace(Value.SequenceIterator iterator, int place) {
    t.out.load(Kind.REFERENCE, iterator.sequences().get(place));
    t.out.load(Kind.LONG, iterator.index());
  }

  /** Pushes how many turns are left at most of a loop that has not begun. */
  static void loadLength(Translation t, Value.SequenceIterator iterator) {
    List<Integer> sequences = iterator.sequences();
    for (int i = 0; i < sequences.size(); i++) {
      t.out.load(Kind.REFERENCE, sequences.get(i));
      t.out.guarded("length", Translation.LONG, Translation.OBJECT);
      if (i > 0) {
        t.out.guarded("min", Translation.LONG, Translation.LONG, Translation.LONG);
      }
    }
  }

  /** Pushes the iterator as an object. */
  static void load(Translation t, Value.SequenceIterator iterator) {
    List<Integer> sequences = iterator.sequences();
    if (iterator.start() != null) {
      t.out.load(Kind.REFERENCE, sequences.getFirst());
      t.out.load(Kind.LONG, iterator.index());
      t.out.constant(iterator.start());
      t.out.guarded(
          "enumerateAt", Translation.OBJECT, Translation.OBJECT, Translation.LONG, Translation.LONG);
      return;
    }
    Value[] items =
        sequences.stream().map(each -> new Value.Variable(Kind.REFERENCE, each, null)).toArray(Value[]::new);
    Instructions.array(t, items);
    t.out.load(Kind.LONG, iterator.index());
    t.out.guarded("zipAt", Translation.OBJECT, Names.OBJECTS, Translation.LONG);
  }
}
