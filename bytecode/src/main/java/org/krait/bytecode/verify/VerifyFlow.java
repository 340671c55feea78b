package org.krait.bytecode.verify;

import java.util.Arrays;
import java.util.BitSet;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.ExceptionTable;
import org.krait.bytecode.OpcodeTable;
import org.krait.bytecode.OperandKind;
import org.krait.bytecode.Opcodes;
import org.krait.bytecode.StackEffects;
import org.krait.bytecode.StackKind;
import org.krait.constants.Constant;

/**
 * Runs code on kinds of values instead of values, along every path, until nothing new comes up.
 *
 * <p>States are kept only where paths can meet; between such places one scratch state is changed in
 * passing.
 */
final class VerifyFlow implements StackEffects.Follower {
  private static final int ALL = -1;

  /** Code that takes more work than this is refused; the library's greatest takes a thousandth. */
  private static final long MAX_WORK = 1L << 30;

  /** So many numbers in all states together. */
  private static final long MAX_HELD = 1L << 24;

  private static final int FIRST_ROOM = 16;
  private static final int[] ALLOWED = allowed();

  private final CodeObject code;
  private final InstructionMap map;
  private final Findings findings;
  private final FrameState[] states;
  private final BitSet pending = new BitSet();
  private final FrameState now;
  private final int[] handlers;
  private final int generatorStart;
  private final Takes takes = new Takes();

  private long work;
  private long held;
  private int at;
  private int looked;
  private boolean broken;
  private boolean variablesChanged;

  VerifyFlow(CodeObject code, InstructionMap map, Findings findings) {
    this.code = code;
    this.map = map;
    this.findings = findings;
    this.states = new FrameState[map.units()];
    this.now = new FrameState(FIRST_ROOM, code.localsPlusKinds().length);
    this.handlers = handlers();
    this.generatorStart = generatorStart();
  }

  /** The kinds that may lie where one is wanted. */
  private static int[] allowed() {
    int[] allowed = new int[StackKind.values().length];
    for (StackKind kind : StackKind.values()) {
      allowed[kind.ordinal()] =
          switch (kind) {
            case ANY -> ~FrameState.bit(StackKind.NULL);
            case MAYBE, UNSEEN, NTH -> ALL;
            default -> FrameState.bit(kind);
          };
    }
    return allowed;
  }

  /** Start, end, target, depth and lasti of each protected range, one after the other. */
  private int[] handlers() {
    int[] ranges = new int[5 * code.exceptionTable().length / 4 + 5];
    int n = 0;
    for (var table = new ExceptionTable(code.exceptionTable()); table.next(); n += 5) {
      ranges[n] = table.start();
      ranges[n + 1] = table.end();
      ranges[n + 2] = table.target();
      ranges[n + 3] = table.depth();
      ranges[n + 4] = table.pushesLasti() ? 1 : 0;
    }
    return Arrays.copyOf(ranges, n);
  }

  /** The first protected range that ends after a code unit. */
  private int rangeAfter(int unit) {
    int low = 0;
    int high = handlers.length / 5;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (handlers[5 * middle + 1] > unit) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return 5 * low;
  }

  /**
   * The one place where {@code RETURN_GENERATOR} may stand, at which it is run once and first of
   * all; -1 if nothing is.
   */
  private int generatorStart() {
    for (int at = 0; at < map.units() && !map.isLabel(at); at = map.next(at)) {
      switch (map.opcode(at)) {
        case Opcodes.RETURN_GENERATOR -> {
          return at;
        }
        case Opcodes.COPY_FREE_VARS, Opcodes.MAKE_CELL, Opcodes.NOP -> {}
        default -> {
          return -1;
        }
      }
    }
    return -1;
  }

  void run() {
    FrameState entry = new FrameState(0, code.localsPlusKinds().length);
    long parameters = VerifyFields.parameterCount(code);
    for (int i = 0; i < code.localsPlusKinds().length; i++) {
      entry.setVariable(i, i < parameters ? FrameState.VALUE : FrameState.UNBOUND);
    }
    map.setLabel(0);
    states[0] = entry;
    pending.set(0);
    while (!pending.isEmpty() && !findings.isFull()) {
      int from = pending.nextSetBit(0);
      pending.clear(from);
      follow(from);
      if (work > MAX_WORK || held > MAX_HELD) {
        findings.add(Rule.CODE_SIZE, "it has too many paths to verify");
        return;
      }
    }
  }

  /** Goes on from a place where paths meet to the next such place. */
  private void follow(int from) {
    now.set(states[from]);
    broken = false;
    variablesChanged = true;
    int range = rangeAfter(from);
    for (at = from; ; ) {
      if (range < handlers.length && handlers[range + 1] <= at) {
        range += 5;
        variablesChanged = true;
      }
      boolean raises = !OpcodeTable.isQuiet(map.opcode(at));
      if (raises && range < handlers.length && handlers[range] <= at) {
        raise(range);
      }
      if (!step()) {
        return;
      }
      int next = map.next(at);
      if (next >= map.units()) {
        fault(Rule.FALL_OFF, "control runs off the end");
        return;
      }
      if (map.isLabel(next)) {
        join(next);
        return;
      }
      at = next;
    }
  }

  /** Runs one instruction; false when control does not go on to the next. */
  private boolean step() {
    int op = map.opcode(at);
    int arg = (int) map.arg(at);
    OperandKind operand = OpcodeTable.operandKind(op);
    looked = 0;
    switch (op) {
      case Opcodes.SWAP -> swap(arg);
      case Opcodes.COPY -> copy(arg);
      case Opcodes.LOAD_CONST -> push(kindOf(code.constants().get(arg)));
      case Opcodes.RETURN_GENERATOR -> start();
      default -> {
        if (operand == OperandKind.LOCAL) {
          local(op, arg);
        } else if (operand == OperandKind.FREE) {
          cell(op, arg);
        } else if (op == Opcodes.COPY_FREE_VARS) {
          copyFree(arg);
        }
        if (operand == OperandKind.FORWARD || operand == OperandKind.BACKWARD) {
          return jump(op, arg);
        }
        if (operand != OperandKind.LOCAL) {
          StackEffects.follow(op, arg, false, this);
        }
      }
    }
    return !broken && !OpcodeTable.noFallThrough(op);
  }

  private boolean jump(int op, int arg) {
    if (op == Opcodes.FOR_ITER) {
      // The paths differ: a value is pushed, or the mark that END_FOR takes away.
      StackEffects.follow(op, arg, true, this);
      if (!broken) {
        join((int) map.target(at));
        now.depth--;
        push(FrameState.VALUE);
      }
    } else {
      StackEffects.follow(op, arg, false, this);
      if (!broken) {
        join((int) map.target(at));
      }
    }
    return !broken && !OpcodeTable.noFallThrough(op);
  }

  /** Unites the present state with the one at a place where paths meet. */
  private void join(int target) {
    work += now.size();
    FrameState state = states[target];
    if (state == null) {
      states[target] = now.copy();
      held += now.size();
      pending.set(target);
    } else if (state.depth != now.depth) {
      findings.add(
          2 * map.place(target),
          Rule.STACK_DEPTH,
          "%d values on one path, %d on another".formatted(state.depth, now.depth));
    } else if (state.uniteStack(now, now.depth) | state.uniteVariables(now)) {
      pending.set(target);
    }
  }

  /** Unites the present state with the one that the handler of a protected range starts from. */
  private void raise(int range) {
    int target = handlers[range + 2];
    int depth = handlers[range + 3];
    int left = now.depth - taken();
    if (left < depth) {
      fault(Rule.STACK_DEPTH, "the handler expects " + depth + " values, there are " + left);
      return;
    }
    work += variablesChanged ? now.size() : depth;
    FrameState state = states[target];
    int full = depth + handlers[range + 4] + 1;
    if (state == null) {
      state = new FrameState(full, code.localsPlusKinds().length);
      state.depth = full;
      held += state.size();
      states[target] = state;
      pending.set(target);
    } else if (state.depth != full) {
      fault(Rule.STACK_DEPTH, "its handler is reached with " + state.depth + " values otherwise");
      return;
    }
    boolean news = state.uniteStack(now, depth);
    if (variablesChanged) {
      news |= state.uniteVariables(now);
      variablesChanged = false;
    }
    news |= uniteRaised(state, depth, full);
    if (news) {
      pending.set(target);
    }
  }

  /** How many values the instruction has taken from the stack when it raises. */
  private int taken() {
    int op = map.opcode(at);
    if (op == Opcodes.YIELD_VALUE || OpcodeTable.operandKind(op) == OperandKind.LOCAL) {
      // What is thrown into a generator comes up behind the yield.
      return 0;
    }
    takes.total = 0;
    StackEffects.follow(op, (int) map.arg(at), false, takes);
    return takes.total;
  }

  /** Counts what an instruction takes. */
  private static final class Takes implements StackEffects.Follower {
    private int total;

    @Override
    public void take(StackKind kind, int count) {
      total += count;
    }

    @Override
    public void look(StackKind kind, int count) {}

    @Override
    public void put(StackKind kind, int count) {}
  }

  private static boolean uniteRaised(FrameState state, int depth, int full) {
    int lasti = FrameState.bit(StackKind.LASTI);
    int exception = FrameState.bit(StackKind.EXC);
    boolean news = (state.stack[full - 1] & exception) == 0;
    state.stack[full - 1] |= exception;
    if (full - depth == 2) {
      news |= (state.stack[depth] & lasti) == 0;
      state.stack[depth] |= lasti;
    }
    return news;
  }

  private void fault(Rule rule, String sentence) {
    String name = OpcodeTable.name(map.opcode(at));
    findings.add(2 * map.place(at), rule, name + ": " + sentence);
    broken = true;
  }

  // The stack

  @Override
  public void take(StackKind kind, int count) {
    check(kind, count);
    if (!broken) {
      now.depth -= count;
      looked = 0;
    }
  }

  @Override
  public void look(StackKind kind, int count) {
    check(kind, count);
    looked += count;
  }

  @Override
  public void put(StackKind kind, int count) {
    int mask =
        kind == StackKind.MAYBE ? FrameState.VALUE | FrameState.UNBOUND : FrameState.bit(kind);
    for (int i = 0; i < count && !broken; i++) {
      push(mask);
    }
  }

  private void check(StackKind kind, int count) {
    if (broken) {
      return;
    }
    int top = now.depth - looked;
    if (top < count) {
      fault(Rule.STACK_UNDERFLOW, "needs " + (looked + count) + " values, there are " + now.depth);
      return;
    }
    int allowed = ALLOWED[kind.ordinal()];
    for (int i = top - count; i < top; i++) {
      if ((now.stack[i] & ~allowed) != 0) {
        fault(Rule.STACK_KIND, "wants " + kind + ", finds " + kinds(now.stack[i]));
        return;
      }
    }
  }

  private static String kinds(int mask) {
    StringBuilder names = new StringBuilder();
    for (StackKind kind : StackKind.values()) {
      if ((mask & FrameState.bit(kind)) != 0) {
        names.append(names.isEmpty() ? "" : " or ").append(kind);
      }
    }
    return names.toString();
  }

  private void push(int mask) {
    if (now.depth >= code.stackSize()) {
      fault(Rule.STACK_OVERFLOW, "co_stacksize is " + code.stackSize());
    } else if (!broken) {
      now.push(mask);
    }
  }

  private int pop() {
    check(StackKind.UNSEEN, 1);
    return broken ? 0 : now.stack[--now.depth];
  }

  private void swap(int n) {
    check(StackKind.UNSEEN, n);
    if (!broken) {
      int top = now.depth - 1;
      int other = now.depth - n;
      int kind = now.stack[top];
      now.stack[top] = now.stack[other];
      now.stack[other] = kind;
    }
  }

  private void copy(int n) {
    check(StackKind.UNSEEN, n);
    if (!broken) {
      push(now.stack[now.depth - n]);
    }
  }

  private static int kindOf(Constant constant) {
    // Not a switch over types: its first use costs a process several milliseconds.
    if (constant instanceof CodeObject) {
      return FrameState.bit(StackKind.CODE);
    }
    return constant instanceof Constant.Tuple ? FrameState.bit(StackKind.TUPLE) : FrameState.VALUE;
  }

  /** The frame is made into a generator and comes back with the first value that was sent. */
  private void start() {
    if (at != generatorStart) {
      fault(Rule.GENERATOR, "does not come first");
    }
    push(FrameState.VALUE);
  }

  // Variables

  private void local(int op, int index) {
    int variable = now.variable(index);
    switch (op) {
      case Opcodes.LOAD_FAST -> {
        noCell(index, variable);
        if ((variable & FrameState.UNBOUND) != 0) {
          fault(Rule.UNBOUND_LOCAL, named(index) + " may have no value");
        }
        push(isArgumentIterator(index) ? FrameState.bit(StackKind.ITER) : FrameState.VALUE);
      }
      case Opcodes.LOAD_FAST_CHECK -> {
        noCell(index, variable);
        push(FrameState.VALUE);
        set(index, FrameState.VALUE);
      }
      case Opcodes.LOAD_FAST_AND_CLEAR -> {
        push(variable);
        set(index, FrameState.UNBOUND);
      }
      case Opcodes.STORE_FAST -> set(index, pop());
      case Opcodes.DELETE_FAST -> {
        noCell(index, variable);
        set(index, FrameState.UNBOUND);
      }
      default -> throw new IllegalStateException(OpcodeTable.name(op));
    }
  }

  /** The iterator that a generator expression gets as its argument. */
  private boolean isArgumentIterator(int index) {
    return index == 0 && code.localsPlusNames().getFirst().equals(".0");
  }

  private void set(int index, int states) {
    if (!broken) {
      now.setVariable(index, states);
      variablesChanged = true;
    }
  }

  private void noCell(int index, int variable) {
    if ((variable & FrameState.CELL) != 0) {
      fault(Rule.CELL, named(index) + " may be a cell");
    }
  }

  private void cell(int op, int index) {
    if (op == Opcodes.MAKE_CELL) {
      set(index, FrameState.CELL);
    } else if (now.variable(index) != FrameState.CELL) {
      fault(Rule.CELL, named(index) + " may be no cell");
    }
  }

  private void copyFree(int count) {
    int variables = code.localsPlusKinds().length;
    for (int i = variables - count; i < variables; i++) {
      set(i, FrameState.CELL);
    }
  }

  private String named(int index) {
    return code.localsPlusNames().get(index);
  }
}
