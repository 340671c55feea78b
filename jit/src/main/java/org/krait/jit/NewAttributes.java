package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.List;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Shape;
import org.krait.runtime.execution.AttributeCache;
import org.krait.runtime.types.PyStr;

/**
 * Several new attributes of one object, as {@code __init__} sets them from its parameters: the shape is compared
 * once, before the first, and written once, behind the last.
 *
 * <p>Nobody can look at the object in between. Where other threads could, the attributes are added one by one.
 */
final class NewAttributes {
  private final Translation t;
  private final AttributeAccess access;

  NewAttributes(Translation t, AttributeAccess access) {
    this.t = t;
    this.access = access;
  }

  /** A store: what is stored, and for each shape that the object may have at first, where. */
  private record Store(Value value, List<AttributeCache.Slot> slots) {}

  /** Translates a store and those that follow it; false where there is nothing to gain. */
  boolean add(AttributeCache.Slot first) {
    Value owner = t.top(1);
    if (!(owner instanceof Value.Variable) || t.top(2) instanceof Value.Pending || Concurrency.active()) {
      return false;
    }
    List<AttributeCache.Slot> slots = new ArrayList<>();
    for (AttributeCache.Slot slot = first; slot != null; slot = slot.next()) {
      if (!isPlain(slot)) {
        return false;
      }
      slots.add(slot);
    }
    List<Store> stores = new ArrayList<>(List.of(new Store(t.top(2), slots)));
    int end = collect(owner, stores);
    if (stores.size() < 2 || !t.assume(Concurrency.single())) {
      return false;
    }
    t.operands(2);
    write(owner, stores);
    t.next = end;
    t.safepoints.end();
    return true;
  }

  private static boolean isPlain(AttributeCache.Slot slot) {
    return slot.after() != null && AttributeAccess.form("", slot.shape()).isEmpty();
  }

  /** Adds the stores that follow; where the code goes on. */
  private int collect(Value owner, List<Store> stores) {
    int at = t.next;
    int first = t.pc;
    while (true) {
      int second = at;
      int third = t.flow.after(second);
      int store = third >= t.flow.words.length ? third : t.flow.after(third);
      if (store >= t.flow.words.length
          || t.flow.op(second) != Opcodes.LOAD_FAST
          || t.flow.op(third) != Opcodes.LOAD_FAST
          || t.flow.op(store) != Opcodes.STORE_ATTR
          || t.flow.blocks.containsKey(second)
          || t.flow.blocks.containsKey(third)
          || t.flow.blocks.containsKey(store)
          || !owner.equals(t.state.locals[t.flow.arg(third)])) {
        return at;
      }
      t.pc = store;
      Store next = next(t.state.locals[t.flow.arg(second)], stores.getLast());
      t.pc = first;
      if (next == null) {
        return at;
      }
      stores.add(next);
      at = t.flow.after(store);
    }
  }

  /** The store at the present place, when it is one of the same kind. */
  private Store next(Value value, Store last) {
    if (!(value instanceof Value.Variable) && !(value instanceof Value.Constant)
        || !(t.seen.cache() instanceof AttributeCache.Slot known)
        || t.seen.distrusted()
        || !AttributeAccess.fits(value, known)
        || !access.assume(known, t.code.names[t.flow.arg(t.pc)], false)) {
      return null;
    }
    List<AttributeCache.Slot> slots = new ArrayList<>();
    for (AttributeCache.Slot before : last.slots) {
      AttributeCache.Slot slot = known;
      while (slot != null && slot.shape() != before.after()) {
        slot = slot.next();
      }
      if (slot == null || !isPlain(slot)) {
        return null;
      }
      slots.add(slot);
    }
    return new Store(value, slots);
  }

  private void write(Value owner, List<Store> stores) {
    int alternatives = stores.getFirst().slots.size();
    Label end = t.out.label();
    for (int i = 0; i < alternatives; i++) {
      Label other = t.out.label();
      t.load(owner, Kind.REFERENCE);
      t.loadObject(stores.getFirst().slots.get(i).shape(), Names.SHAPE);
      if (i < alternatives - 1) {
        t.out.guarded("hasShape", Translation.TRUTH, Translation.OBJECT, Names.SHAPE);
        t.out.branch(Opcode.IFEQ, other);
      } else {
        t.out.guarded("checkShape", Translation.VOID, Translation.OBJECT, Names.SHAPE);
      }
      write(owner, stores, i);
      if (i < alternatives - 1) {
        t.out.jump(end);
        t.out.bind(other);
      }
    }
    t.out.bind(end);
  }

  private void write(Value owner, List<Store> stores, int alternative) {
    List<Value> values = new ArrayList<>();
    for (Store store : stores) {
      // Before anything is written: here a guard may fail.
      values.add(
          Shape.isNumber(store.slots.get(alternative).index()) ? number(store.value) : store.value);
    }
    Shape after = stores.getLast().slots.get(alternative).after();
    if (stores.stream().anyMatch(store -> Shape.isNumber(store.slots.get(alternative).index()))) {
      t.load(owner, Kind.REFERENCE);
      t.out.number(after.roomForNumbers());
      t.out.guarded("makeRoomForNumbers", Translation.VOID, Translation.OBJECT, Translation.INT);
    }
    for (int i = 0; i < values.size(); i++) {
      int index = stores.get(i).slots.get(alternative).index();
      t.load(owner, Kind.REFERENCE);
      if (Shape.isNumber(index)) {
        t.out.number(index - Shape.NUMBER);
        t.load(values.get(i), Kind.DOUBLE);
        t.out.guarded("putNumber", Translation.VOID, Translation.OBJECT, Translation.INT, Translation.DOUBLE);
      } else {
        t.out.number(index);
        t.load(values.get(i), Kind.REFERENCE);
        t.out.guarded("putSlot", Translation.VOID, Translation.OBJECT, Translation.INT, Translation.OBJECT);
      }
    }
    t.load(owner, Kind.REFERENCE);
    t.loadObject(after, Names.SHAPE);
    t.out.guarded("putShape", Translation.VOID, Translation.OBJECT, Names.SHAPE);
  }

  /** A value that is known to be a float, and no NaN. */
  private Value number(Value value) {
    t.load(value, Kind.DOUBLE);
    t.out.guarded("plainNumber", Translation.DOUBLE, Translation.DOUBLE);
    int variable = t.variables.temporary(Kind.DOUBLE);
    t.out.store(Kind.DOUBLE, variable);
    return new Value.Variable(Kind.DOUBLE, variable, null);
  }
}
