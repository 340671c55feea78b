package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.execution.Exit;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.PyNone;

/**
 * {@code YIELD_VALUE}, and the way back: a suspended frame keeps numbers and iterators in parts as they
 * are, in an array of its own, with an {@link Exit} that says how to make objects of them.
 */
final class Suspensions {
  /** The parameter that holds what is sent; the sink, where a generator is drained. */
  static final int SENT = 2;

  private record Place(int position, int part) {}

  private final Translation t;

  /** Numbers of places in the array. */
  private final Map<Place, Integer> places = new HashMap<>();

  /** What is kept at each place of the code; null where nothing is. */
  private final Map<Integer, Exit> held = new HashMap<>();

  /** The generators that frames wait for, by where those stand. */
  private final Map<Integer, Waiting> waiting = new HashMap<>();

  private final java.util.Set<Integer> handlers = new java.util.TreeSet<>();

  /** A generator whose unit looks at no frames, and where it lies in the frame that waits for it. */
  record Waiting(PyCode code, Linkage quiet, int position) {}

  /** Says that the frame waits for a generator on top of its stack when it is suspended behind the present instruction. */
  void waitsFor(PyCode inner, Linkage quiet) {
    int at = t.flow.after(t.pc);
    if (t.flow.op(at) == Opcodes.YIELD_VALUE) {
      waiting.put(at, new Waiting(inner, quiet, t.code.localsCount + t.state.stack.size() - 1));
    }
  }

  /** What a frame that stands there waits for; null where that is not known. */
  Waiting waiting(int framePc) {
    return t.drains ? null : waiting.get(framePc);
  }

  /** Whether a {@link org.krait.runtime.execution.Chain} keeps generators of the code that wait for each other. */
  boolean chains() {
    return chained().length > 0;
  }

  /** Where a frame stands when it waits for one of those. */
  int[] chained() {
    return t.drains || !t.quiet || t.code.catches()
        ? new int[0]
        : waiting.keySet().stream().filter(at -> waiting.get(at).code() == t.code).mapToInt(at -> at).sorted().toArray();
  }

  Suspensions(Translation t) {
    this.t = t;
  }

  private static boolean isHeld(Value value) {
    return value instanceof Value.Variable && isNumber(value.kind())
        || value instanceof Value.RangeIterator
        || value instanceof Value.ListIterator;
  }

  private static boolean isNumber(Kind kind) {
    return kind == Kind.LONG || kind == Kind.DOUBLE;
  }

  private int index(int position, int part) {
    return places.computeIfAbsent(new Place(position, part), place -> places.size());
  }

  // ---- suspending

  void yieldValue() {
    t.handling.tell();
    t.settle();
    if (t.frameless) {
      waitFirst();
      return;
    }
    Value value = t.pop();
    if (t.drains) {
      offer(value);
    }
    State state = t.state;
    List<Integer> positions = new ArrayList<>();
    List<Exit.Source> sources = new ArrayList<>();
    int locals = state.locals.length;
    for (int p = 0; p < state.size(); p++) {
      Value kept = state.at(p);
      if (kept == Value.DEAD) {
        continue;
      }
      if (kept instanceof Value.Constant && isNumber(kept.kind())) {
        // Another way to this place may have another number.
        int variable = t.variables.of(p, kept.kind());
        t.load(kept, kept.kind());
        t.out.store(kept.kind(), variable);
        kept = new Value.Variable(kept.kind(), variable, null);
        state.set(p, kept);
      }
      if (isHeld(kept)) {
        positions.add(p);
        sources.add(hold(p, kept));
      } else if (p >= locals || state.dirty[p]) {
        t.frameAccess.store(p, kept);
        if (p < locals) {
          state.dirty[p] = false;
        }
      }
    }
    if (!positions.isEmpty() && !t.out.isDry()) {
      held.put(
          t.pc,
          new Exit(
              t.pc, 0, 0, positions.stream().mapToInt(Integer::intValue).toArray(),
              sources.toArray(Exit.Source[]::new), Exit.NONE, Exit.NONE, false, null));
    }
    suspend(t.code.localsCount + state.stack.size());
    if (t.resumes()) {
      if (!t.quiet && isDelegating()) {
        t.frameAccess.load();
        t.load(t.top(1), Kind.REFERENCE);
        t.out.call(
            Names.DELEGATION, "waitsFor",
            MethodTypeDesc.of(Translation.VOID, Names.FRAME, Translation.OBJECT));
      }
      if (!t.quiet) {
        t.frameAccess.detach();
      } else if (t.resumesItself) {
        setState(PyFrame.SUSPENDED);
      }
      if (t.quiet && t.code.catches()) {
        t.loadThread();
        t.frameAccess.load();
        t.out.guarded("watchSuspended", Translation.VOID, Names.THREAD, Names.FRAME);
      }
    } else {
      setState(PyFrame.SUSPENDED);
    }
    give(value);
    if (t.drains) {
      return;
    }
    State resumed = state.copy();
    for (int p = 0; p < resumed.size(); p++) {
      resumed.set(p, kept(p, resumed.at(p)));
    }
    resumed.stack.add(
        new Value.Variable(
            Kind.REFERENCE, t.variables.of(resumed.size(), Kind.REFERENCE), null));
    // The numbers beside a tuple are not kept.
    java.util.Arrays.fill(resumed.pairs, false);
    resumed.opened = false;
    resumed.unchecked = false;
    t.resumeAt(t.pc, t.next, resumed);
    handleAt(resumed);
  }

  /** Goes on at once if the sink takes what is yielded; else the frame is suspended by what follows. */
  private void offer(Value value) {
    Kind kind = Instructions.kindGiven(value);
    t.out.load(Kind.REFERENCE, SENT);
    t.load(value, kind);
    t.out.callVirtual(Names.SINK, "offer", MethodTypeDesc.of(Translation.TRUTH, kind.desc));
    Label refused = t.out.label();
    t.out.branch(Opcode.IFEQ, refused);
    t.push(new Value.Constant(PyNone.NONE));
    t.jump(t.next);
    t.pop();
    t.out.bind(refused);
  }

  /** Says that the handler of an exception that is raised in the suspended frame may be gone to. */
  private void handleAt(State resumed) {
    long entry = t.handles && t.resumes() ? t.code.handlerAt(t.pc) : -1;
    int handler = (int) (entry >>> 33);
    if (entry < 0 || !t.flow.blocks.containsKey(handler)) {
      return;
    }
    State at = resumed.copy();
    int depth = (int) (entry & 0xffffffffL) >> 1;
    at.stack.subList(depth, at.stack.size()).clear();
    for (int i = (entry & 1) != 0 ? 2 : 1; i > 0; i--) {
      at.stack.add(t.joins.variable(at.size(), Kind.REFERENCE, null));
    }
    handlers.add(handler - 1);
    t.frameAccess.mayBeAttached();
    t.resumeAt(handler - 1, handler, at);
  }

  /** Where frames may stand for that. */
  int[] handlers() {
    return handlers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether what is yielded came from another generator, which lies on top of the stack. */
  private boolean isDelegating() {
    return t.flow.op(t.next) == Opcodes.RESUME && (t.flow.arg(t.next) & 3) >= 2;
  }

  /**
   * What is known of a place when the frame is resumed: it may have come there in the interpreter, on a way
   * that machine code does not know, with other values.
   */
  private Value kept(int p, Value value) {
    boolean known =
        value instanceof Value.Constant
            || value instanceof Value.SequenceIterator
            || value instanceof Value.Variable && value.kind() == Kind.REFERENCE;
    return known ? t.joins.variable(p, Kind.REFERENCE, null) : t.joins.canonical(p, value);
  }

  private void give(Value value) {
    if (!t.quiet) {
      t.load(value, Kind.REFERENCE);
      t.out.give(Kind.REFERENCE);
      return;
    }
    Kind kind = Instructions.kindGiven(value);
    t.yielded.add(kind);
    boolean guessed = t.out.isDry() && kind != t.result;
    t.load(value, guessed ? Kind.REFERENCE : t.result);
    t.out.give(t.result);
  }

  /** The coroutine is made now that it waits; its own unit resumes it. */
  private void waitFirst() {
    Value value = t.pop();
    t.frameAccess.flush();
    State state = t.state;
    for (int p = state.locals.length; p < state.size(); p++) {
      t.frameAccess.store(p, state.at(p));
    }
    suspend(t.code.localsCount + state.stack.size());
    t.load(value, Kind.REFERENCE);
    t.loadThread();
    t.frameAccess.load();
    t.out.load(Kind.TRUTH, t.depthVariable);
    t.out.call(
        Names.AWAITED, "suspend",
        MethodTypeDesc.of(
            Translation.OBJECT, Translation.OBJECT, Names.THREAD, Names.FRAME, Translation.INT));
    t.out.give(Kind.REFERENCE);
  }

  /** Tells the frame where it stands, and what is held for it. */
  private void suspend(int sp) {
    t.frameAccess.load();
    t.out.number(t.pc);
    t.out.number(sp);
    if (places.isEmpty()) {
      t.out.callVirtual(
          Names.FRAME, "suspend",
          MethodTypeDesc.of(Translation.VOID, Translation.INT, Translation.INT));
      return;
    }
    // Also where nothing is held here: something may be elsewhere.
    load(held.get(t.pc), t.out);
    t.out.callVirtual(
        Names.FRAME, "suspend",
        MethodTypeDesc.of(Translation.VOID, Translation.INT, Translation.INT, Names.EXIT));
  }

  private void setState(int state) {
    t.frameAccess.load();
    t.out.number(state);
    t.out.setField(Names.FRAME, "state", Translation.INT);
  }

  /** Whether numbers are kept in the frame, so that {@link Translation#numbersVariable} holds its array. */
  boolean keepsNumbers() {
    return !places.isEmpty();
  }

  /** How many. */
  int numbers() {
    return places.size();
  }

  /** Writes a value to the array, and says how to get it back. */
  private Exit.Source hold(int p, Value value) {
    if (value instanceof Value.RangeIterator r) {
      store(p, 0, Kind.LONG, r.next());
      store(p, 1, Kind.LONG, r.left());
      return new Exit.RangeIterator(index(p, 0), index(p, 1), r.step());
    }
    if (value instanceof Value.ListIterator l) {
      t.frameAccess.store(p, new Value.Variable(Kind.REFERENCE, l.list(), null));
      store(p, 0, Kind.LONG, l.index());
      return new Exit.ListIterator(p, index(p, 0));
    }
    Value.Variable v = (Value.Variable) value;
    store(p, 0, v.kind(), v.index());
    return v.kind() == Kind.LONG
        ? new Exit.LongNumber(index(p, 0))
        : new Exit.DoubleNumber(index(p, 0));
  }

  private void store(int p, int part, Kind kind, int variable) {
    int at = index(p, part);
    t.out.load(Kind.REFERENCE, t.numbersVariable);
    t.out.number(at);
    t.out.load(kind, variable);
    if (kind == Kind.DOUBLE) {
      t.out.call(
          ConstantDescs.CD_Double, "doubleToRawLongBits",
          MethodTypeDesc.of(Translation.LONG, Translation.DOUBLE));
    }
    t.out.op(Opcode.LASTORE);
  }

  // ---- resuming

  /** Before anything is read from the frame: it has to have been left here, or is made as if it had. */
  void resume(Translation.Entry entry, Emitter out) {
    if (!t.isStart(entry)) {
      out.load(Kind.REFERENCE, t.ownerVariable);
      load(held.get(entry.framePc()), out);
      out.number(places.size());
      out.call(
          Names.DEOPTIMIZE, "regain",
          MethodTypeDesc.of(Translation.VOID, Names.FRAME, Names.EXIT, Translation.INT));
    }
  }

  /**
   * Behind all that may fail: a frame that may handle an exception where it stands goes on top at once, and forgets what it
   * held; its own level for exceptions is empty anywhere else.
   */
  void resumed(Translation.Entry entry, Emitter out) {
    if (t.code.waitsInHandlers() || handlers.contains(entry.framePc())) {
      out.load(Kind.REFERENCE, t.threadVariable);
      out.load(Kind.REFERENCE, t.ownerVariable);
      out.call(
          Names.RESUMABLE, "attach",
          MethodTypeDesc.of(Translation.VOID, Names.THREAD, Names.FRAME));
    } else if (t.resumesItself) {
      out.load(Kind.REFERENCE, t.ownerVariable);
      out.number(PyFrame.RUNNING);
      out.setField(Names.FRAME, "state", Translation.INT);
    }
  }

  private void load(Exit exit, Emitter out) {
    if (exit == null) {
      out.nothing();
    } else {
      t.loadObject(exit, Names.EXIT);
    }
  }

  /** Loads a place that is kept as a number; false when it is none. */
  boolean reload(Translation.Entry entry, int p, Value value, Emitter out) {
    if (!held.containsKey(entry.framePc()) || !isHeld(value)) {
      return false;
    }
    if (value instanceof Value.RangeIterator r) {
      load(p, 0, Kind.LONG, r.next(), out);
      load(p, 1, Kind.LONG, r.left(), out);
    } else if (value instanceof Value.ListIterator l) {
      out.load(Kind.REFERENCE, t.slotsVariable);
      out.number(p);
      out.op(Opcode.AALOAD);
      out.store(Kind.REFERENCE, l.list());
      load(p, 0, Kind.LONG, l.index(), out);
    } else {
      load(p, 0, value.kind(), ((Value.Variable) value).index(), out);
    }
    return true;
  }

  private void load(int p, int part, Kind kind, int variable, Emitter out) {
    out.load(Kind.REFERENCE, t.numbersVariable);
    out.number(index(p, part));
    out.op(Opcode.LALOAD);
    if (kind == Kind.DOUBLE) {
      out.call(
          ConstantDescs.CD_Double, "longBitsToDouble",
          MethodTypeDesc.of(Translation.DOUBLE, Translation.LONG));
    }
    out.store(kind, variable);
  }
}
