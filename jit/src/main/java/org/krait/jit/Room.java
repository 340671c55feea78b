package org.krait.jit;

import static org.krait.bytecode.Opcodes.*;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.krait.runtime.execution.ListRoom;
import org.krait.runtime.execution.Profile;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyDictItemIterator;
import org.krait.runtime.types.PyDictKeyIterator;
import org.krait.runtime.types.PyDictValueIterator;
import org.krait.runtime.types.PyEnumerate;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyTupleIterator;
import org.krait.runtime.types.PyZip;

/**
 * The list or dict of a comprehension, made with room for all that comes where nothing is left out; of other lists
 * for as many items as the last ones had ({@link ListRoom}).
 */
final class Room {
  /** Classes of iterators, besides those in parts, that say how many items are left. */
  private static final List<Object> KNOW_WHAT_IS_LEFT =
      List.of(
          PyZip.class, PyEnumerate.class, PyTupleIterator.class, PyDictItemIterator.class,
          PyDictKeyIterator.class, PyDictValueIterator.class);

  private final Translation t;

  /** The rooms of lists by the place behind their loop. */
  private final Map<Integer, ListRoom> rooms = new HashMap<>();

  /** Where growing lists are complete. */
  private final BitSet ends = new BitSet();

  Room(Translation t) {
    this.t = t;
  }

  /** The list or dict that is made at {@code t.pc} by an instruction without operands; false where nothing is known. */
  boolean make(int op) {
    int loop = t.flow.after(t.next);
    if (t.flow.op(t.next) != SWAP || t.flow.op(loop) != FOR_ITER) {
      return false;
    }
    return makeForAll(op, loop) || op == BUILD_LIST && makeAsBefore(loop);
  }

  private boolean makeForAll(int op, int loop) {
    int end = whereAlways(op == BUILD_LIST ? LIST_APPEND : MAP_ADD, loop);
    if (end < 0) {
      return false;
    }
    t.settle();
    if (!itemsLeft(loop)) {
      return false;
    }
    t.out.guarded(
        op == BUILD_LIST ? "listWithRoom" + kind(end) : "dictWithRoom", Translation.OBJECT, Translation.LONG);
    if (op == BUILD_LIST) {
      pushList(loop);
    } else {
      t.pushed(Kind.REFERENCE, PyDict.class);
    }
    return true;
  }

  /** A list with room for what there was before; false where it is no comprehension's. */
  private boolean makeAsBefore(int loop) {
    int append = -1;
    for (int pc = loop; pc < t.flow.target(loop); pc = t.flow.after(pc)) {
      if (t.flow.op(pc) == LIST_APPEND) {
        append = pc; // the outermost comprehension's comes last
      }
    }
    if (append < 0) {
      return false;
    }
    t.settle();
    t.loadObject(rooms.computeIfAbsent(t.flow.target(loop), end -> new ListRoom()), Names.LIST_ROOM);
    t.out.call(Names.LIST_ROOM, "list" + kind(append), Instructions.type(Translation.OBJECT, Names.LIST_ROOM));
    pushList(loop);
    return true;
  }

  /** The list on the JVM's stack is a comprehension's; those that coroutines may be suspended with are objects. */
  private void pushList(int loop) {
    if (t.code.isGenerator()) {
      t.pushed(Kind.REFERENCE, PyList.class);
      return;
    }
    ends.set(t.flow.target(loop));
    int list = t.variables.temporary(Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, list);
    int size = t.variables.temporary(Kind.TRUTH);
    t.out.number(0);
    t.out.store(Kind.TRUTH, size);
    t.push(new Value.GrowingList(list, size));
  }

  /** {@code LIST_APPEND} to such a list: the number of items stays in its variable. */
  static void append(Translation t, Value.GrowingList list, Value value) {
    Kind kind = BuiltinCalls.appended(t, value);
    t.out.load(Kind.REFERENCE, list.list());
    t.out.load(Kind.TRUTH, list.size());
    t.load(value, kind == null ? Kind.REFERENCE : kind);
    t.out.guarded(
        kind == null ? "appendAt" : kind == Kind.LONG ? "appendLongAt" : "appendDoubleAt", Translation.INT,
        Translation.OBJECT, Translation.INT, kind == null ? Translation.OBJECT : kind.desc);
    t.out.store(Kind.TRUTH, list.size());
    t.safepoints.end();
  }

  /** Where a list is complete, makes it an object and notes how many items it has. */
  void noteAt(int pc) {
    if (ends.get(pc) && !t.state.stack.isEmpty() && t.top(1) instanceof Value.GrowingList) {
      t.settle();
      t.load(t.pop(), Kind.REFERENCE);
      t.pushed(Kind.REFERENCE, PyList.class);
    }
    ListRoom room = rooms.get(pc);
    if (room != null && !t.state.stack.isEmpty() && Value.typeOf(t.top(1)) == PyList.class) {
      t.settle();
      t.loadObject(room, Names.LIST_ROOM);
      t.load(t.top(1), Kind.REFERENCE);
      t.out.call(
          Names.LIST_ROOM, "note", Instructions.type(Translation.VOID, Names.LIST_ROOM, Translation.OBJECT));
    }
  }

  /** Puts the number of items on the stack that the iterator there has left; false where it does not say. */
  private boolean itemsLeft(int loop) {
    if (t.top(1) instanceof Value.RangeIterator range) {
      t.out.load(Kind.LONG, range.left());
    } else if (t.top(1) instanceof Value.ListIterator list) {
      t.out.load(Kind.REFERENCE, list.list());
      t.out.guarded("length", Translation.LONG, Translation.OBJECT);
    } else if (t.top(1) instanceof Value.SequenceIterator s) {
      SequenceLoops.loadLength(t, s);
    } else if (t.seen.cache(loop) != null && KNOW_WHAT_IS_LEFT.contains(t.seen.cache(loop))) {
      t.load(t.top(1), Kind.REFERENCE);
      t.out.guarded("itemsLeft", Translation.LONG, Translation.OBJECT);
    } else {
      return false;
    }
    return true;
  }

  /** What a list is made for: the end of a method's name. */
  private String kind(int append) {
    return switch (t.seen.kinds(append) & Profile.ANY) {
      case Profile.LONG -> "ForLongs";
      case Profile.FLOAT -> "ForDoubles";
      default -> "";
    };
  }

  /** Where a loop adds an item, if each turn comes straight to it; else -1. */
  private int whereAlways(int adding, int loop) {
    int pc = t.flow.after(loop);
    while (t.flow.op(pc) != adding) {
      if (t.flow.isEnd(pc) || t.flow.target(pc) >= 0) {
        return -1;
      }
      pc = t.flow.after(pc);
    }
    return pc;
  }
}
