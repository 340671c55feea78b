package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.bytecode.OpcodeTable;
import org.krait.runtime.Assumption;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.Exit;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyLong;

/**
 * One code object on its way: the symbolic state, and the ways in which everything that translates an
 * instruction reads and changes it.
 *
 * <p>Two rules keep exits right. A guard belongs to the latest <em>safepoint</em>, a place of the code at
 * which every value lay in a variable that has not been written since; whatever can be seen from outside,
 * and every write of a variable, ends the safepoint. And at most one value is on the JVM's stack
 * ({@link Value.Pending}); it is put into a variable before anything else is pushed that does not use it
 * first.
 */
final class Translation {
  static final ClassDesc LONG = ConstantDescs.CD_long;
  static final ClassDesc DOUBLE = ConstantDescs.CD_double;
  static final ClassDesc INT = ConstantDescs.CD_int;
  static final ClassDesc TRUTH = ConstantDescs.CD_boolean;
  static final ClassDesc VOID = ConstantDescs.CD_void;
  static final ClassDesc OBJECT = Names.OBJECT;

  /** Where a frame can be entered: the frame's instruction, the block, and what is in the frame then. */
  record Entry(int framePc, int block, State state) {}

  /** What a suspended frame of this code keeps as numbers. */
  final Suspensions suspensions = new Suspensions(this);

  final Jit jit;
  final PyCode code;
  final PyDict globals;
  final PyFunction function;
  final ControlFlow flow;

  /** Whether it takes arguments, and not a frame. */
  final boolean frameless;

  /** Whether, taking arguments, it makes a frame before anything that could look at frames. */
  final boolean opens;

  /** Whether handlers of exceptions are translated too. */
  final boolean handles;

  final int head;
  final ClassDesc self;
  final String method;
  final Kind[] parameters;
  final Constants constants = new Constants();
  final Set<Assumption> assumptions = new LinkedHashSet<>();
  final Map<String, Class<?>> linked = new LinkedHashMap<>();

  /** The units that it calls directly. */
  final Set<org.krait.runtime.execution.CompiledCode> units = new LinkedHashSet<>();

  /** What it calls, directly or not, whose translation is under way. */
  final Set<MutualRecursion.Attempt> needs = new LinkedHashSet<>();

  /** The callee that was to be called through a link last, and where. */
  PyCode linkedTo;

  int linkedAt = -1;

  /** Callees that had no direct form. */
  final Set<PyCode> waitsFor = new LinkedHashSet<>();
  final Variables variables;
  final Joins joins;
  final Map<Integer, Entry> entries = new LinkedHashMap<>();

  /** Blocks that are known to run with this state, though no way to them may have been seen. */
  final Map<Integer, State> seeds = new HashMap<>();

  final int threadVariable = 0;

  /** The frame, or where arguments are taken the function. */
  final int ownerVariable = 1;

  final int exitVariable;

  /** The frame, its places and the depth of calls before it; -1 where no frame is ever made. */
  final int frameVariable;

  final int slotsVariable;
  final int depthVariable;

  /** The array of numbers that a suspended frame keeps; -1 where none is ever suspended. */
  final int numbersVariable;

  /** What recursive calls are taken to return; set when the guess was confirmed. */
  Kind result = Kind.REFERENCE;

  /** The kinds of values that were returned. */
  final Set<Kind> returned = new LinkedHashSet<>();

  /** Whether it runs generators in which nothing can look at frames. */
  boolean quiet;

  /** Whether it runs new generators whose values are offered to a sink; see {@code Draining} of the runtime. */
  boolean drains;

  /** Where such a generator expression takes its {@code zip} apart; or -1. */
  int zipLoad = -1;

  /** Whether such a generator runs others of its own code: then its frame says that it runs. */
  boolean resumesItself;

  /** The kinds of values that are yielded. */
  final Set<Kind> yielded = new LinkedHashSet<>();

  boolean callsItself;
  boolean callsAny;

  /** Functions that a temporary variable is known to hold one of. */
  final Map<Integer, List<PyFunction>> candidates = new HashMap<>();

  Emitter out = new Emitter(null);
  State state;
  int pc;

  /** Where the keywords of the next call are given, or -1. */
  int keywordsAt = -1;

  /** The instruction before which the value on top is an exception that was just made; or -1. */
  int made = -1;

  /** The instruction that comes next; translating one may take in several. */
  int next;

  private final Map<Integer, State> starts = new HashMap<>();

  /** The blocks that each block leads to. */
  private final Map<Integer, Set<Integer>> edges = new HashMap<>();

  private Set<Integer> successors = new LinkedHashSet<>();
  final Exits exits = new Exits();

  /** Loops that get methods of their own. */
  final OutlinedLoops outlined = new OutlinedLoops(this);

  /** The method that is written. */
  Body body = new Body(this, null);

  /** The group of the present block. */
  Exits.Group group;

  private boolean left;

  /** Where guards leave. */
  final Safepoints safepoints = new Safepoints(this);

  /** How often loops look whether to leave. */
  final LoopPolls polls = new LoopPolls(this);

  /** What was seen when the code ran. */
  final Observations seen;

  /** The code's own frame. */
  final FrameAccess frameAccess;

  final Catches catches = new Catches(this);

  /** Methods by which they leave. */
  final Leaving.Methods leavings = new Leaving.Methods(this);

  /** Ways into the midst of loops. */
  final Reentries reentries = new Reentries(this);

  /** The exception that is being handled. */
  final Handling handling = new Handling(this);

  private final java.util.TreeSet<Integer> open = new java.util.TreeSet<>();
  private final Instructions instructions = new Instructions(this);

  Translation(
      Jit jit, PyCode code, PyFrame frame, int head, boolean frameless, boolean opens,
      boolean handles, Kind[] parameters, ClassDesc self, String method, ControlFlow flow) {
    this.jit = jit;
    this.code = code;
    this.globals = frame.globals;
    this.function = frame.function;
    this.head = head;
    this.frameless = frameless;
    this.opens = opens;
    this.handles = handles;
    this.parameters = parameters;
    this.self = self;
    this.method = method;
    this.flow = flow;
    this.seen = new Observations(this, frame);
    this.frameAccess = new FrameAccess(this);
    this.variables = new Variables(firstVariable());
    this.joins = new Joins(variables, code.localsCount);
    this.exitVariable = variables.take(Kind.TRUTH);
    boolean framed = !frameless || opens;
    this.frameVariable =
        opens ? variables.take(Kind.REFERENCE) : frameless ? -1 : ownerVariable;
    this.slotsVariable = framed ? variables.take(Kind.REFERENCE) : -1;
    this.depthVariable = framed ? variables.take(Kind.TRUTH) : -1;
    this.numbersVariable = code.isGenerator() && !frameless ? variables.take(Kind.REFERENCE) : -1;
  }

  /** Whether it runs generators or coroutines from where they wait. */
  boolean resumes() {
    return code.isGenerator() && head < 0 && !frameless;
  }

  /** Whether a frame is entered there for the first time. */
  boolean isStart(Entry entry) {
    return resumes() && entry.framePc == code.creation();
  }

  /** The first variable that is no parameter. */
  int firstVariable() {
    int first = resumes() ? 3 : 2;
    if (frameless) {
      for (Kind kind : parameters) {
        first += kind == Kind.LONG || kind == Kind.DOUBLE ? 2 : 1;
      }
    }
    return first;
  }

  // ---- the passes

  /** Finds the state at the start of every block. */
  void analyze() {
    for (Entry entry : List.copyOf(entries.values())) {
      meet(entry.block, entry.state, true);
    }
    seeds.forEach((block, seed) -> meet(block, seed, true));
    int steps = 0;
    do {
      while (!open.isEmpty()) {
        if (++steps > 40 * flow.blocks.size() + 200) {
          throw new Refused("the kinds of its variables do not settle");
        }
        translateBlock(flow.blocks.get(open.pollFirst()));
      }
      // Once more, in the order of writing, to learn what the exits need.
      writeBlocks();
    } while (!open.isEmpty());
    outlined.plan(edges);
    exits.merge(flow.blocks.keySet(), targets());
    writeBlocks();
  }

  /** The handlers that each block leads to, with those apart that do not come after it. */
  private Map<Integer, Set<Integer>> targets() {
    Map<Integer, Integer> order = new BlockOrder(entries.values(), edges).numbers();
    Map<Integer, Set<Integer>> targets = new HashMap<>();
    for (Catches.Catch each : catches.all()) {
      int block = flow.blocks.floorKey(each.pc());
      boolean isBack = order.getOrDefault(each.handler(), 0) <= order.getOrDefault(block, 0);
      targets
          .computeIfAbsent(block, b -> new java.util.TreeSet<>())
          .add(isBack ? ~each.handler() : each.handler());
    }
    // No method has the handlers of another one's blocks.
    for (int block : flow.blocks.keySet()) {
      OutlinedLoops.Loop loop = outlined.at(block);
      if (loop != null) {
        targets.computeIfAbsent(block, b -> new java.util.TreeSet<>()).add(loop.key());
      }
    }
    return targets;
  }

  /** Goes through all blocks in order. */
  void writeBlocks() {
    exits.clear();
    catches.clear();
    polls.clear();
    body = new Body(this, null);
    group = exits.enter(Exits.ENTRY);
    for (Entry entry : entries.values()) {
      // What is given up before anything was done; a frame that was given has its values.
      State given = frameless ? entry.state : new State(code.localsCount);
      safepoints.giveUp(entry.block, given, code.localsCount + entry.state.stack.size());
    }
    for (ControlFlow.Block block : flow.blocks.values()) {
      OutlinedLoops.Loop loop = outlined.at(block.start);
      if (loop == null) {
        writeBlock(block);
      } else if (loop.head() == block.start) {
        outlined.write(loop);
      }
    }
    body.finish();
  }

  /** Writes a block, if it is reached. */
  void writeBlock(ControlFlow.Block block) {
    if (starts.containsKey(block.start)) {
      int before = out.calls();
      translateBlock(block);
      outlined.note(block.start, out.calls() - before);
    }
  }

  /** Starts writing for real. */
  void writeTo(Emitter emitter) {
    out = emitter;
  }

  Label label(int block) {
    return body.label(block);
  }

  State start(int block) {
    return starts.get(block);
  }

  private void translateBlock(ControlFlow.Block block) {
    state = starts.get(block.start).copy();
    successors = edges.computeIfAbsent(block.start, b -> new LinkedHashSet<>());
    safepoints.end();
    variables.endBlock();
    out.bind(label(block.start));
    boolean loops = flow.heads.get(block.start);
    if (loops) {
      reentries.beforeLoop(block.start, polls.turn(block.start));
    }
    group = exits.enter(block.start);
    body.clear(group, state);
    int before = exits.size();
    Label from = out.label();
    out.bind(from);
    int line = -1;
    pc = block.start;
    boolean falls = true;
    left = false;
    made = -1;
    candidates.clear();
    if (loops) {
      polls.begin(block.start);
      body.cover(from, group);
      out.bind(polls.turn(block.start));
      reentries.atTurn(block.start);
      body.clear(group, state);
      from = out.label();
      out.bind(from);
      before = exits.size();
    }
    while (pc < block.end) {
      next = flow.after(pc);
      int at = code.lineAt(pc);
      if (at != line) {
        line = at;
        out.line(at);
      }
      falls = instructions.translate() && !left;
      pc = next;
      if (left) {
        break;
      }
    }
    if (falls) {
      fall(pc);
    }
    if (exits.size() > before) {
      body.cover(from, group);
    }
  }

  /** The variables that hold the values of a state. */
  Set<Value.Variable> variablesOf(State at) {
    Set<Value.Variable> all = new LinkedHashSet<>();
    for (int p = 0; p < at.size(); p++) {
      all.addAll(at.at(p).variables());
    }
    for (int local = 0; local < at.pairs.length; local++) {
      if (at.pairs[local]) {
        all.add(new Value.Variable(Kind.LONG, PairKeys.part(this, local, 0), null));
        all.add(new Value.Variable(Kind.LONG, PairKeys.part(this, local, 1), null));
      }
    }
    if (at.handling) {
      all.add(new Value.Variable(Kind.REFERENCE, handling.variable(), null));
    }
    return all;
  }

  /** Ends a block by falling into the next. */
  private void fall(int target) {
    settle();
    meet(target, state, true);
    State to = starts.get(target);
    guard(to);
    body.moves.move(state, to);
    Integer following = flow.blocks.higherKey(pc - 1);
    while (following != null && !starts.containsKey(following)) {
      following = flow.blocks.higherKey(following);
    }
    if (following == null || following != target || !body.has(following)) {
      out.jump(label(target));
    }
  }

  /** Leaves to the interpreter because what comes has not been seen to run; nothing else is reached. */
  void leave() {
    leave(Exit.UNSEEN);
  }

  /** Leaves to the interpreter, where that is the usual thing and no sign of a wrong guess. */
  void leaveQuietly() {
    state.unchecked = false;
    leave(Exit.QUIET);
  }

  private void leave(int reason) {
    safepoints.leave(reason);
    settle();
    fail();
    left = true;
  }

  /** Says that what was written raises: the rest of the block is not reached. */
  void raised() {
    left = true;
  }

  /** Throws as a failed guard does. */
  void fail() {
    out.guarded("failure", ConstantDescs.CD_Throwable);
    out.op(Opcode.ATHROW);
  }

  /** Whether calls are counted: where some are made, so that they might go too deep. */
  boolean countsDepth() {
    return callsAny;
  }

  /** Says that the frame may be resumed, when it stands at an instruction, at a block with this state. */
  void resumeAt(int framePc, int block, State at) {
    entries.put(framePc, new Entry(framePc, block, at));
    meet(block, at);
  }

  // ---- blocks and edges

  /** Where to jump to get to a block with the present state. */
  Label edge(int target) {
    meet(target, state, safepoints.has());
    return Moves.areNeeded(state, starts.get(target)) ? body.moves.before(target) : label(target);
  }

  void jump(int target) {
    settle();
    meet(target, state, safepoints.has());
    body.moves.move(state, starts.get(target));
    out.jump(label(target));
  }

  /** To the next turn of a loop. */
  void jumpBack(int head) {
    settle();
    meet(head, state, true);
    guard(starts.get(head));
    body.moves.move(state, starts.get(head));
    polls.jumpBack(head);
  }

  /** Makes sure that the move to a block can leave, where it may have to. */
  private void guard(State to) {
    if (Moves.areGuarded(state, to)) {
      safepoints.ensure();
    }
  }

  void meet(int target, State from) {
    meet(target, from, false);
  }

  /** Makes a block's start state cover another state; see {@link Joins#cover}. */
  private void meet(int target, State from, boolean guards) {
    successors.add(target);
    State to = starts.get(target);
    boolean changed = to == null;
    if (to == null) {
      starts.put(target, joins.start(from));
    } else {
      changed = joins.cover(to, from, flow.blocks.get(target), guards);
    }
    if (changed) {
      if (!out.isDry()) {
        throw new IllegalStateException("a state changed while its code was written");
      }
      open.add(target);
    }
  }

  // ---- values

  Value.Variable spill(Value.Pending pending) {
    int variable = variables.temporary(pending.kind());
    out.store(pending.kind(), variable);
    return new Value.Variable(pending.kind(), variable, pending.type());
  }

  /** Puts the pending value, if the stack has one, into a variable. */
  void settle() {
    List<Value> stack = state.stack;
    for (int i = 0; i < stack.size(); i++) {
      if (stack.get(i) instanceof Value.Pending pending) {
        stack.set(i, spill(pending));
      }
    }
  }

  Value top(int depth) {
    return state.stack.get(state.stack.size() - depth);
  }

  Value pop() {
    return state.stack.removeLast();
  }

  void push(Value value) {
    state.stack.add(value);
  }

  /** Says that the value on the JVM's stack is on the operand stack now. */
  void pushed(Kind kind, Class<?> type) {
    state.stack.add(new Value.Pending(kind, type));
  }

  /** Takes operands, the deepest first; only the first may be pending. */
  Value[] operands(int count) {
    List<Value> stack = state.stack;
    int base = stack.size() - count;
    for (int i = 0; i < stack.size(); i++) {
      if (i != base && stack.get(i) instanceof Value.Pending pending) {
        stack.set(i, spill(pending));
      }
    }
    Value[] taken = new Value[count];
    for (int i = 0; i < count; i++) {
      taken[i] = stack.get(base + i);
    }
    stack.subList(base, stack.size()).clear();
    return taken;
  }

  /** Pushes a value on the JVM's stack; where the kind has to be guessed right, a guard sees to it. */
  void load(Value value, Kind kind) {
    if (value instanceof Value.Constant(PyObject object)) {
      loadConstant(object, kind);
    } else if (value instanceof Value.Variable v) {
      out.load(v.kind(), v.index());
      convert(v.kind(), kind);
    } else if (value instanceof Value.Pending p) {
      convert(p.kind(), kind);
    } else if (value instanceof Value.RangeIterator r) {
      out.load(Kind.LONG, r.next());
      out.load(Kind.LONG, r.left());
      out.constant(r.step());
      out.guarded("rangeIterator", OBJECT, LONG, LONG, LONG);
    } else if (value instanceof Value.ListIterator l) {
      out.load(Kind.REFERENCE, l.list());
      out.load(Kind.LONG, l.index());
      out.guarded("listIterator", OBJECT, OBJECT, LONG);
    } else if (value instanceof Value.SequenceIterator s) {
      SequenceLoops.load(this, s);
    } else if (value instanceof Value.GrowingList g) {
      out.load(Kind.REFERENCE, g.list());
      out.load(Kind.TRUTH, g.size());
      out.guarded("grown", OBJECT, OBJECT, INT);
    } else if (value instanceof Value.Word w) {
      out.load(Kind.LONG, w.bits());
      if (kind == Kind.LONG) {
        out.guarded("natural", LONG, LONG);
      } else {
        out.guarded("boxWord", OBJECT, LONG);
        convert(Kind.REFERENCE, kind);
      }
    } else if (value instanceof Value.Wrapped w) {
      load(w.left(), Kind.REFERENCE);
      load(w.right(), Kind.REFERENCE);
      out.number(w.operator());
      out.guarded("numbers", OBJECT, OBJECT, OBJECT, INT);
      convert(Kind.REFERENCE, kind);
    } else if (value == Value.NULL) {
      out.nothing();
    } else {
      throw new IllegalStateException("cannot load " + value);
    }
  }

  /** Pushes a number, an int too, as a double, where nobody can see that it was an int. */
  void loadRounded(Value value) {
    if (value.kind() == Kind.LONG) {
      load(value, Kind.LONG);
      out.op(Opcode.L2D);
    } else if (value.kind() == Kind.REFERENCE) {
      load(value, Kind.REFERENCE);
      out.guarded("toDouble", DOUBLE, OBJECT);
    } else {
      load(value, Kind.DOUBLE);
    }
  }

  private void loadConstant(PyObject object, Kind kind) {
    switch (kind) {
      case LONG -> {
        if (!(object instanceof PyLong number)) {
          throw new Refused("a constant of another kind than was seen");
        }
        out.constant(number.value);
      }
      case DOUBLE -> {
        if (!(object instanceof PyFloat number)) {
          throw new Refused("a constant of another kind than was seen");
        }
        out.constant(number.value);
      }
      case TRUTH -> out.number(object == PyBool.TRUE ? 1 : 0);
      case REFERENCE -> loadObject(object, OBJECT);
    }
  }

  /** Pushes an object of the runtime that the class refers to. */
  void loadObject(Object object, ClassDesc type) {
    Constants.Field field = constants.field(object, type);
    out.staticField(self, field.name(), type);
  }

  void convert(Kind from, Kind to) {
    if (from == to) {
      return;
    }
    switch (to) {
      case REFERENCE -> out.guarded("box", OBJECT, from.desc);
      case LONG -> {
        if (from != Kind.REFERENCE) {
          throw new Refused("a value of another kind than was seen");
        }
        out.guarded("asLong", LONG, OBJECT);
      }
      case DOUBLE -> {
        if (from != Kind.REFERENCE) {
          throw new Refused("a value of another kind than was seen");
        }
        // Of floats alone: that an int has become one can be seen.
        out.guarded("asDouble", DOUBLE, OBJECT);
      }
      case TRUTH -> {
        if (from != Kind.REFERENCE) {
          throw new Refused("a value of another kind than was seen");
        }
        out.guarded("asTruth", TRUTH, OBJECT);
      }
    }
  }

  // ---- variables of the code

  /** {@code STORE_FAST}. */
  void storeLocal(int local, Value value) {
    state.dirty[local] = true;
    state.pairs[local] = false;
    if (value instanceof Value.Constant || value == Value.NULL) {
      state.locals[local] = value;
      return;
    }
    if (value instanceof Value.Word word) {
      storeWord(local, word);
      return;
    }
    if (!(value instanceof Value.Variable) && !(value instanceof Value.Pending)) {
      // An iterator in parts becomes an object.
      settle();
      load(value, Kind.REFERENCE);
      value = new Value.Pending(Kind.REFERENCE, null);
    }
    Kind kind = value.kind();
    int variable = variables.of(local, kind);
    if (value instanceof Value.Variable same && same.index() == variable) {
      state.locals[local] = value;
      return;
    }
    saveAliases(variable, kind, value instanceof Value.Pending);
    load(value, kind);
    out.store(kind, variable);
    state.locals[local] = new Value.Variable(kind, variable, Value.typeOf(value));
    safepoints.end();
  }

  private void storeWord(int local, Value.Word word) {
    Value.Word kept = (Value.Word) joins.canonical(local, word);
    if (!kept.equals(word)) {
      saveAliases(kept.bits(), Kind.LONG, false);
      out.load(Kind.LONG, word.bits());
      out.store(Kind.LONG, kept.bits());
      safepoints.end();
    }
    state.locals[local] = kept;
  }

  /** Copies values on the operand stack that lie in a variable about to be written. */
  private void saveAliases(int variable, Kind kind, boolean pending) {
    List<Value> stack = state.stack;
    for (int i = 0; i < stack.size(); i++) {
      if (stack.get(i) instanceof Value.Variable v && v.index() == variable) {
        int copy = variables.temporary(kind);
        // What is pending stays below on the JVM's stack meanwhile.
        out.load(kind, variable);
        out.store(kind, copy);
        stack.set(i, new Value.Variable(kind, copy, v.type()));
      } else if (stack.get(i) instanceof Value.Word w && w.bits() == variable) {
        int copy = variables.temporary(kind);
        out.load(kind, variable);
        out.store(kind, copy);
        stack.set(i, new Value.Word(copy));
      }
    }
  }

  // ---- what may run any code

  /**
   * Before an operation that may run any Python code: the frame gets what it does not have yet, and its
   * place.
   *
   * @param taken how many values it takes from the stack
   */
  void beforeAnything(int taken) {
    frameAccess.flush();
    safepoints.own(taken);
    showPlace();
  }

  /** The same where the safepoint is there already. */
  void showAll() {
    frameAccess.flush();
    showPlace();
  }

  private void showPlace() {
    frameAccess.load();
    out.number(pc);
    out.setField(Names.FRAME, "pc", INT);
    callsAny = true;
  }

  /** Behind such an operation: its result, if any, is pending, and all else may have changed. */
  void afterAnything() {
    safepoints.end();
    state.unchecked = true;
  }

  /** Leaves when an assumption is broken; to be called at the start of the next instruction. */
  void checkAssumptions() {
    if (state.unchecked) {
      state.unchecked = false;
      safepoints.ensure();
      loadThread();
      loadUnit();
      out.call(Names.COMPILED, "check", MethodTypeDesc.of(VOID, Names.THREAD, Names.COMPILED));
    }
  }

  void loadUnit() {
    out.staticField(self, "unit", Names.COMPILED);
  }

  void loadThread() {
    out.load(Kind.REFERENCE, threadVariable);
  }

  /** Builds on an assumption from now on; false when it is broken already. */
  boolean assume(Assumption assumption) {
    if (!assumption.isValid()) {
      return false;
    }
    assumptions.add(assumption);
    return true;
  }

  static int caches(int op) {
    return OpcodeTable.caches(op);
  }
}
