package org.krait.jit;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.execution.Outlined;

/**
 * Loops of large functions, comprehensions among them, as JVM methods of their own. HotSpot inlines 8,000 bytes into a
 * method, then nothing more, so that the later loops of a large one would call even the smallest operations.
 *
 * <p>Such a method takes the variables that are live at the loop's head, has them under the same numbers, and leaves
 * through exits as the unit's own method does. It returns which way out of the loop it took, and what it has written
 * lies in the thread then ({@link Outlined}).
 */
final class OutlinedLoops {
  /**
   * Calls of operations that HotSpot can be expected to inline into one method ({@code -Dkrait.jit.whole=N}). Functions
   * with fewer stay in one piece; of loops with more, those within get methods.
   */
  private static final int WHOLE = Integer.getInteger("krait.jit.whole", 60);

  /** Values that can be handed over in each direction. */
  private static final int MOST_VALUES = 60;

  /**
   * A loop.
   *
   * @param head its first block, the only one that is reached from outside
   * @param end behind its last instruction
   */
  record Loop(int head, int end) {
    boolean has(int block) {
      return block >= head && block < end;
    }

    /** A number that is no block's. */
    int key() {
      return Integer.MIN_VALUE + head;
    }
  }

  private final Translation t;

  /** By the head. */
  private final TreeMap<Integer, Loop> loops = new TreeMap<>();

  /** The calls of each block that is written. */
  private final TreeMap<Integer, Integer> calls = new TreeMap<>();

  /** The class that is written, and what else its methods need. */
  private ClassBuilder owner;

  private UnitWriter writer;

  OutlinedLoops(Translation t) {
    this.t = t;
  }

  void writeTo(ClassBuilder owner, UnitWriter writer) {
    this.owner = owner;
    this.writer = writer;
  }

  /** The loop whose method has a block, or null. */
  Loop at(int block) {
    if (loops.isEmpty()) {
      return null;
    }
    Map.Entry<Integer, Loop> before = loops.floorEntry(block);
    return before != null && before.getValue().has(block) ? before.getValue() : null;
  }

  // ---- which loops

  /** Chooses the loops, once the states of all blocks are known. */
  void plan(Map<Integer, Set<Integer>> edges) {
    if (t.code.isGenerator() || !t.jit.leaves && calls(0, t.flow.words.length) < WHOLE) {
      return;
    }
    for (Map.Entry<Integer, Integer> each : ends().entrySet()) {
      Loop loop = new Loop(each.getKey(), each.getValue());
      if (at(loop.head) == null && isChosen(loop) && isApart(loop, edges)) {
        loops.put(loop.head, loop);
      }
    }
  }

  /** Whether HotSpot can inline all that is called in a loop; for tests every other loop is chosen. */
  private boolean isChosen(Loop loop) {
    return t.jit.leaves ? t.code.lineAt(loop.head) % 2 == 0 : calls(loop.head, loop.end) <= WHOLE;
  }

  /** Loops by their heads, each with its end. */
  private TreeMap<Integer, Integer> ends() {
    TreeMap<Integer, Integer> ends = new TreeMap<>();
    for (ControlFlow.Block block : t.flow.blocks.values()) {
      if (t.start(block.start) == null) {
        continue;
      }
      for (int pc = block.start; pc < block.end; pc = t.flow.after(pc)) {
        if (t.flow.op(pc) == Opcodes.JUMP_BACKWARD && t.start(t.flow.target(pc)) != null) {
          ends.merge(t.flow.target(pc), t.flow.after(pc), Math::max);
        }
      }
    }
    return ends;
  }

  /** Notes what is called in a block. */
  void note(int block, int count) {
    calls.put(block, count);
  }

  private int calls(int from, int to) {
    int sum = 0;
    for (int count : calls.subMap(from, to).values()) {
      sum += count;
    }
    return sum;
  }

  /** Whether it is entered at its head alone, and has no more values to hand over than can be. */
  private boolean isApart(Loop loop, Map<Integer, Set<Integer>> edges) {
    for (Translation.Entry entry : t.entries.values()) {
      if (loop.has(entry.block())) {
        return false;
      }
    }
    for (Map.Entry<Integer, Set<Integer>> edge : edges.entrySet()) {
      boolean inside = loop.has(edge.getKey());
      for (int to : edge.getValue()) {
        if (!inside && to != loop.head && loop.has(to) || inside && !loop.has(to) && hasTooManyValues(to)) {
          return false;
        }
      }
    }
    return !hasTooManyValues(loop.head);
  }

  private boolean hasTooManyValues(int block) {
    return t.variablesOf(t.start(block)).size() > MOST_VALUES;
  }

  // ---- writing

  /** Writes a loop: its method, and in the present one the call. */
  void write(Loop loop) {
    Body outer = t.body;
    Body inner = new Body(t, loop);
    State start = t.start(loop.head);
    if (start == null) {
      return;
    }
    List<Value.Variable> values = values(start);
    Map<Integer, List<Value.Variable>> written = new HashMap<>();
    t.body = inner;
    if (t.out.isDry()) {
      writeBlocks(loop);
    } else {
      Emitter outside = t.out;
      owner.withMethodBody(
          name(loop), type(values), ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC, b -> {
            t.writeTo(new Emitter(b));
            method(b, loop, values, written);
          });
      t.writeTo(outside);
    }
    t.body = outer;
    call(loop, inner, values, written);
  }

  private static String name(Loop loop) {
    return "loop" + loop.head;
  }

  /** Whether a method of the class is that of a loop. */
  boolean isMethod(String name) {
    return loops.values().stream().anyMatch(loop -> name(loop).equals(name));
  }

  /** What the method gets besides the thread and the function or frame. */
  private List<Value.Variable> values(State start) {
    List<Value.Variable> values = new ArrayList<>(t.variablesOf(start));
    if (t.opens) {
      values.add(new Value.Variable(Kind.REFERENCE, t.frameVariable, null));
    }
    if (t.depthVariable >= 0) {
      values.add(new Value.Variable(Kind.TRUTH, t.depthVariable, null));
    }
    return values;
  }

  private MethodTypeDesc type(List<Value.Variable> values) {
    List<ClassDesc> all = new ArrayList<>(List.of(Names.THREAD, t.frameless ? Names.FUNCTION : Names.FRAME));
    for (Value.Variable value : values) {
      all.add(
          value.index() == t.frameVariable && t.opens ? Names.FRAME
              : value.kind() == Kind.TRUTH ? Translation.INT : value.kind().desc);
    }
    return MethodTypeDesc.of(Translation.INT, all);
  }

  private void writeBlocks(Loop loop) {
    for (ControlFlow.Block block : List.copyOf(t.flow.blocks.subMap(loop.head, loop.end).values())) {
      t.writeBlock(block);
    }
    t.body.finish();
  }

  private void method(
      CodeBuilder b, Loop loop, List<Value.Variable> values, Map<Integer, List<Value.Variable>> written) {
    take(values);
    t.out.startNoting();
    Label from = t.out.label();
    t.out.bind(from);
    writeBlocks(loop);
    writer.handlers(b, t.out);
    for (int target : t.body.ways.keySet()) {
      written.put(target, results(target, t.out.written()));
    }
    leave(written);
    Label to = t.out.label();
    t.out.bind(to);
    // What is thrown outside of the groups' parts is thrown on by the unit's own method.
    t.out.catchAll(from, to, to);
    t.loadThread();
    t.out.call(Names.OUTLINED, "thrown", MethodTypeDesc.of(Translation.INT, ConstantDescs.CD_Throwable, Names.THREAD));
    t.out.give(Kind.TRUTH);
  }

  /** Puts the parameters into the variables that they are in the unit's own method. */
  private void take(List<Value.Variable> values) {
    int slot = 2;
    for (Value.Variable value : values) {
      t.out.load(value.kind(), slot);
      slot += value.kind() == Kind.LONG || value.kind() == Kind.DOUBLE ? 2 : 1;
    }
    for (Value.Variable value : values.reversed()) {
      t.out.store(value.kind(), value.index());
    }
    int parameter = 2;
    for (Kind kind : t.frameless ? t.parameters : new Kind[0]) {
      int index = parameter;
      if (values.stream().noneMatch(value -> value.index() == index)) {
        t.out.nothing(kind);
        t.out.store(kind, index);
      }
      parameter += kind == Kind.LONG || kind == Kind.DOUBLE ? 2 : 1;
    }
    t.out.number(0);
    t.out.store(Kind.TRUTH, t.exitVariable);
    if (t.slotsVariable >= 0) {
      loadSlots();
      t.out.store(Kind.REFERENCE, t.slotsVariable);
    }
    t.polls.start(t.out);
  }

  /** Pushes the places of the frame, null where there is none yet. */
  private void loadSlots() {
    t.out.load(Kind.REFERENCE, t.frameVariable);
    t.out.call(Names.OUTLINED, "slots", MethodTypeDesc.of(Names.OBJECTS, Names.FRAME));
  }

  /** What a block outside has to get, of what is written. */
  private List<Value.Variable> results(int target, BitSet written) {
    List<Value.Variable> results = new ArrayList<>(values(t.start(target)));
    results.removeIf(value -> !written.get(value.index()) || value.index() == t.depthVariable);
    return results;
  }

  /** Writes the ways out. */
  private void leave(Map<Integer, List<Value.Variable>> written) {
    int number = 0;
    for (Map.Entry<Integer, Label> way : t.body.ways.entrySet()) {
      t.out.bind(way.getValue());
      int place = 0;
      for (Value.Variable value : written.get(way.getKey())) {
        t.out.load(value.kind(), value.index());
        put(value.kind(), place++);
      }
      t.out.number(number++);
      t.out.give(Kind.TRUTH);
    }
  }

  private void put(Kind kind, int place) {
    t.loadThread();
    t.out.number(place);
    t.out.call(
        Names.OUTLINED, "put",
        MethodTypeDesc.of(Translation.VOID, described(kind), Names.THREAD, Translation.INT));
  }

  private static ClassDesc described(Kind kind) {
    return kind == Kind.TRUTH ? Translation.INT : kind.desc;
  }

  private void take(Kind kind, int place) {
    t.loadThread();
    t.out.number(place);
    String name =
        switch (kind) {
          case REFERENCE -> "object";
          case LONG -> "longNumber";
          case DOUBLE -> "doubleNumber";
          case TRUTH -> "truth";
        };
    t.out.call(
        Names.OUTLINED, name, MethodTypeDesc.of(described(kind), Names.THREAD, Translation.INT));
  }

  /** In a loop's method: returns what lies on the JVM's stack from the unit. */
  void give(Kind kind) {
    put(kind, 0);
    t.out.number(Outlined.ENDED);
    t.out.give(Kind.TRUTH);
  }

  /** The call, and the ways on behind it. */
  private void call(
      Loop loop, Body inner, List<Value.Variable> values, Map<Integer, List<Value.Variable>> written) {
    t.state = t.start(loop.head).copy();
    t.pc = loop.head;
    t.safepoints.end();
    t.variables.endBlock();
    t.group = t.exits.enter(loop.key());
    t.out.bind(t.label(loop.head));
    t.out.line(t.code.lineAt(t.pc));
    t.body.clear(t.group, t.state);
    Label from = t.out.label();
    t.out.bind(from);
    // Only that the stack is too small can be thrown here.
    t.safepoints.ensure();
    t.loadThread();
    t.out.load(Kind.REFERENCE, t.ownerVariable);
    for (Value.Variable value : values) {
      t.out.load(value.kind(), value.index());
    }
    t.out.call(t.self, name(loop), type(values));
    t.body.cover(from, t.group);
    t.out.store(Kind.TRUTH, t.exitVariable);
    t.safepoints.end();
    int number = 0;
    for (int target : inner.ways.keySet()) {
      Label other = t.out.label();
      t.out.load(Kind.TRUTH, t.exitVariable);
      t.out.number(number++);
      t.out.branch(Opcode.IF_ICMPNE, other);
      takeResults(written.get(target));
      t.out.jump(t.label(target));
      t.out.bind(other);
    }
    Kind result = t.frameless ? t.result : Kind.REFERENCE;
    Label ended = t.out.label();
    t.out.load(Kind.TRUTH, t.exitVariable);
    t.out.number(Outlined.ENDED);
    t.out.branch(Opcode.IF_ICMPEQ, ended);
    t.loadThread();
    t.out.call(
        Names.OUTLINED, "throwOn", MethodTypeDesc.of(ConstantDescs.CD_Throwable, Names.THREAD));
    t.out.op(Opcode.ATHROW);
    t.out.bind(ended);
    take(result, 0);
    t.body.give(result);
  }

  private void takeResults(List<Value.Variable> results) {
    int place = 0;
    for (Value.Variable value : results) {
      take(value.kind(), place++);
      if (value.index() == t.frameVariable) {
        t.out.cast(Names.FRAME);
      }
      t.out.store(value.kind(), value.index());
      if (value.index() == t.frameVariable) {
        loadSlots();
        t.out.store(Kind.REFERENCE, t.slotsVariable);
      }
    }
  }
}
