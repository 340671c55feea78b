package org.krait.jit;

import static org.krait.bytecode.Opcodes.*;

import java.lang.classfile.Opcode;
import java.util.Set;
import org.krait.runtime.Comparison;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * Tuples of two ints that only a dict, a set or a comparison gets to see, as in {@code grid[x, y]}, {@code (x, y) in seen},
 * {@code table.get((i, j), 0)} and {@code (x, y) == goal}: translated together with what looks at them, without making them. Of one
 * that a variable holds, as in {@code key = (i, j)}, the items are kept beside it.
 */
final class PairKeys {
  private static final Set<Object> KEYED = Set.of(PyDict.class, PySet.class, PyFrozenSet.class);
  private static final Set<Object> DICTS = Set.of(PyDict.class);

  /** Where the numbers of a variable's items begin among its further variables. */
  private static final int FIRST_PART = 1_000;

  private static final PyObject GET = PyDict.TYPE.lookup(PyStr.interned("get"));
  private static final PyObject ADD = PySet.TYPE.lookup(PyStr.interned("add"));

  private final Translation t;
  private final Instructions instructions;

  PairKeys(Translation t, Instructions instructions) {
    this.t = t;
    this.instructions = instructions;
  }

  /** Translates the {@code BUILD_TUPLE} at {@code t.pc} and what follows; false where the tuple has to be made. */
  boolean translate() {
    if (!isInt(t.top(1)) || !isInt(t.top(2)) || t.seen.distrusted() || !isInside(t.next)) {
      return false;
    }
    return switch (t.flow.op(t.next)) {
      case BINARY_SUBSCR -> subscript();
      case STORE_SUBSCR -> store();
      case CALL -> call(t.next, -1);
      case COMPARE_OP -> comparison(t.next, -1);
      default -> instructions.isPlainLoad(t.next) && behind(t.flow.after(t.next));
    };
  }

  /** With a load between the tuple and this instruction. */
  private boolean behind(int pc) {
    if (!isInside(pc)) {
      return false;
    }
    return switch (t.flow.op(pc)) {
      case CONTAINS_OP -> contains(pc);
      case CALL -> call(pc, t.next);
      case COMPARE_OP -> comparison(pc, t.next);
      default -> false;
    };
  }

  private static boolean isInt(Value value) {
    return value.kind() == Kind.LONG && ItemAccess.number(value) == Kind.LONG && !(value instanceof Value.Word);
  }

  private boolean isInside(int pc) {
    return !t.flow.blocks.containsKey(pc) && !t.seen.distrusted(pc);
  }

  private boolean isDict(Value container) {
    return Value.typeOf(container) == PyDict.class || t.seen.cache(t.next) == PyDict.class;
  }

  private boolean subscript() {
    if (!isDict(t.top(3))) {
      return false;
    }
    t.safepoints.ensure();
    Value[] v = t.operands(3);
    load(v[0], v[1], v[2]);
    t.out.guarded(
        "dictItemOfPair", Translation.OBJECT, Translation.OBJECT, Translation.LONG, Translation.LONG);
    t.pushed(Kind.REFERENCE, null);
    t.next = t.flow.after(t.next);
    return true;
  }

  /** {@code STORE_SUBSCR}: value, container, key. */
  private boolean store() {
    if (!isDict(t.top(3))) {
      return false;
    }
    t.safepoints.ensure();
    t.settle();
    Value[] v = t.operands(4);
    load(v[1], v[2], v[3]);
    t.load(v[0], Kind.REFERENCE);
    t.out.guarded(
        "setDictItemOfPair", Translation.VOID, Translation.OBJECT, Translation.LONG, Translation.LONG,
        Translation.OBJECT);
    t.safepoints.end();
    t.next = t.flow.after(t.next);
    return true;
  }

  private boolean contains(int pc) {
    if (!KEYED.contains(t.seen.cache(pc) == null ? Object.class : t.seen.cache(pc))) {
      return false;
    }
    t.safepoints.ensure();
    t.settle();
    instructions.loadPlain(t.next);
    t.settle();
    Value[] v = t.operands(3);
    load(v[2], v[0], v[1]);
    t.out.guarded("isPairKey", Translation.TRUTH, Translation.OBJECT, Translation.LONG, Translation.LONG);
    if (t.flow.arg(pc) != 0) {
      t.out.number(1);
      t.out.op(Opcode.IXOR);
    }
    t.pushed(Kind.TRUTH, null);
    t.next = t.flow.after(pc);
    return true;
  }

  /** {@code ==} and {@code !=} with another tuple, which lies below the pair, or is loaded behind it. */
  private boolean comparison(int pc, int loading) {
    int operator = t.flow.arg(pc) >> 4;
    if (t.seen.cache(pc) != PyTuple.class || operator != Comparison.EQ && operator != Comparison.NE
        || loading < 0 && t.top(3).kind() != Kind.REFERENCE) {
      return false;
    }
    t.safepoints.ensure();
    t.settle();
    if (loading >= 0) {
      instructions.loadPlain(loading);
      t.settle();
    }
    Value[] v = t.operands(3);
    load(loading < 0 ? v[0] : v[2], loading < 0 ? v[1] : v[0], loading < 0 ? v[2] : v[1]);
    t.out.guarded("isPair", Translation.TRUTH, Translation.OBJECT, Translation.LONG, Translation.LONG);
    if (operator == Comparison.NE) {
      t.out.number(1);
      t.out.op(Opcode.IXOR);
    }
    t.pushed(Kind.TRUTH, null);
    t.next = t.flow.after(pc);
    return true;
  }

  /** {@code d.get(key)}, {@code d.get(key, otherwise)} and {@code s.add(key)}. */
  private boolean call(int pc, int otherwise) {
    int count = otherwise < 0 ? 1 : 2;
    if (t.flow.arg(pc) != count
        || t.state.stack.size() < 4
        || t.top(3).kind() != Kind.REFERENCE
        || !(t.top(4) instanceof Value.Constant(PyObject method))
        || method != GET && (method != ADD || count == 2)) {
      return false;
    }
    t.safepoints.ensure();
    t.settle();
    if (otherwise >= 0) {
      instructions.loadPlain(otherwise);
      t.settle();
    }
    Value[] v = t.operands(count + 3);
    load(v[1], v[2], v[3]);
    if (method == ADD) {
      t.out.guarded("addPair", Translation.VOID, Translation.OBJECT, Translation.LONG, Translation.LONG);
      t.safepoints.end();
      t.push(new Value.Constant(PyNone.NONE));
    } else {
      t.load(otherwise < 0 ? new Value.Constant(PyNone.NONE) : v[4], Kind.REFERENCE);
      t.out.guarded(
          "dictItemOfPairOr", Translation.OBJECT, Translation.OBJECT, Translation.LONG, Translation.LONG,
          Translation.OBJECT);
      t.pushed(Kind.REFERENCE, null);
    }
    t.next = t.flow.after(pc);
    return true;
  }

  // ---- tuples in variables

  /** The JVM variable of an item of the tuple that a variable holds. */
  static int part(Translation t, int local, int item) {
    return t.variables.part(local, Kind.LONG, FIRST_PART + item);
  }

  /** Whether the {@code BUILD_TUPLE} at {@code t.pc} makes a tuple of two ints for a variable. */
  boolean isKept() {
    return isInt(t.top(1)) && isInt(t.top(2)) && !t.flow.blocks.containsKey(t.next)
        && t.flow.op(t.next) == STORE_FAST;
  }

  /**
   * Makes such a tuple, and keeps its items beside it as they are. HotSpot then makes it only where somebody wants it
   * as an object.
   */
  void keep(Runnable build) {
    int local = t.flow.arg(t.next);
    t.settle();
    Value[] items = t.operands(2);
    t.load(items[0], Kind.LONG);
    t.load(items[1], Kind.LONG);
    t.out.store(Kind.LONG, part(t, local, 1));
    t.out.store(Kind.LONG, part(t, local, 0));
    t.push(items[0]);
    t.push(items[1]);
    build.run();
    t.storeLocal(local, t.operands(1)[0]);
    t.state.pairs[local] = true;
    t.next = t.flow.after(t.next);
  }

  /** The variable that holds this very value, a tuple whose items lie beside it; or -1. */
  private int kept(Value value) {
    if (value instanceof Value.Variable v && v.kind() == Kind.REFERENCE) {
      for (int local = 0; local < t.state.pairs.length; local++) {
        if (t.state.pairs[local] && t.state.locals[local] instanceof Value.Variable held && held.index() == v.index()) {
          return local;
        }
      }
    }
    return -1;
  }

  private boolean isSeen(Value container, Set<Object> classes) {
    Object seen = Value.typeOf(container) != null ? Value.typeOf(container) : t.seen.cache();
    return !t.seen.distrusted() && seen != null && classes.contains(seen);
  }

  private void loadParts(int local) {
    t.out.load(Kind.LONG, part(t, local, 0));
    t.out.load(Kind.LONG, part(t, local, 1));
  }

  /** {@code BINARY_SUBSCR}; false where it is to be translated in another way. */
  boolean get() {
    int local = kept(t.top(1));
    if (local < 0 || !isSeen(t.top(2), DICTS)) {
      return false;
    }
    t.safepoints.ensure();
    Value[] v = t.operands(2);
    t.load(v[0], Kind.REFERENCE);
    loadParts(local);
    t.out.guarded(
        "dictItemOfPair", Translation.OBJECT, Translation.OBJECT, Translation.LONG, Translation.LONG);
    t.pushed(Kind.REFERENCE, null);
    return true;
  }

  /** {@code STORE_SUBSCR}: value, container, key. */
  boolean set() {
    int local = kept(t.top(1));
    if (local < 0 || !isSeen(t.top(2), DICTS)) {
      return false;
    }
    t.safepoints.ensure();
    t.settle();
    Value[] v = t.operands(3);
    t.load(v[1], Kind.REFERENCE);
    t.load(v[2], Kind.REFERENCE);
    loadParts(local);
    t.load(v[0], Kind.REFERENCE);
    t.out.guarded(
        "setDictItemOfTuple", Translation.VOID, Translation.OBJECT, Translation.OBJECT, Translation.LONG,
        Translation.LONG, Translation.OBJECT);
    t.safepoints.end();
    return true;
  }

  /** {@code CONTAINS_OP}. */
  boolean contains() {
    int local = kept(t.top(2));
    if (local < 0 || !isSeen(t.top(1), KEYED)) {
      return false;
    }
    t.safepoints.ensure();
    t.settle();
    Value[] v = t.operands(2);
    t.load(v[1], Kind.REFERENCE);
    loadParts(local);
    t.out.guarded("isPairKey", Translation.TRUTH, Translation.OBJECT, Translation.LONG, Translation.LONG);
    if (t.flow.arg(t.pc) != 0) {
      t.out.number(1);
      t.out.op(Opcode.IXOR);
    }
    t.pushed(Kind.TRUTH, null);
    return true;
  }

  /** {@code d.get(key)}, {@code d.get(key, otherwise)} and {@code s.add(key)}. */
  boolean call() {
    int count = t.flow.arg(t.pc);
    if (count < 1 || count > 2 || t.state.stack.size() < count + 2 || t.seen.distrusted()
        || t.pc > 0 && t.flow.op(t.pc - 1) == KW_NAMES) {
      return false;
    }
    int local = kept(t.top(count));
    if (local < 0
        || t.top(count + 1).kind() != Kind.REFERENCE
        || !(t.top(count + 2) instanceof Value.Constant(PyObject method))
        || method != GET && (method != ADD || count == 2)) {
      return false;
    }
    t.safepoints.ensure();
    t.settle();
    Value[] v = t.operands(count + 2);
    t.load(v[1], Kind.REFERENCE);
    if (method == ADD) {
      t.load(v[2], Kind.REFERENCE);
      loadParts(local);
      t.out.guarded(
          "addTuple", Translation.VOID, Translation.OBJECT, Translation.OBJECT, Translation.LONG, Translation.LONG);
      t.safepoints.end();
      t.push(new Value.Constant(PyNone.NONE));
    } else {
      loadParts(local);
      t.load(count == 1 ? new Value.Constant(PyNone.NONE) : v[3], Kind.REFERENCE);
      t.out.guarded(
          "dictItemOfPairOr", Translation.OBJECT, Translation.OBJECT, Translation.LONG, Translation.LONG,
          Translation.OBJECT);
      t.pushed(Kind.REFERENCE, null);
    }
    return true;
  }

  private void load(Value container, Value first, Value second) {
    t.load(container, Kind.REFERENCE);
    t.load(first, Kind.LONG);
    t.load(second, Kind.LONG);
  }
}
