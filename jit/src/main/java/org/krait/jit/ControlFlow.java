package org.krait.jit;

import static org.krait.bytecode.Opcodes.*;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.krait.bytecode.ExceptionTable;
import org.krait.bytecode.OpcodeTable;
import org.krait.runtime.execution.PyCode;

/** The basic blocks of a code object that normal control reaches from an entry, and what is live in them. */
final class ControlFlow {
  /** A block: instructions from {@code start} up to {@code end}, exclusive. */
  static final class Block {
    final int start;
    int end;

    /** The instruction that control falls into, or -1. */
    int next = -1;

    /** The target of the jump at the end, or -1. */
    int jump = -1;

    BitSet liveIn = new BitSet();
    private final BitSet used = new BitSet();
    private final BitSet set = new BitSet();

    /** Where exceptions of its instructions go. */
    private final BitSet handlers = new BitSet();

    Block(int start) {
      this.start = start;
    }
  }

  /** The instructions as compiled, {@code operand << 8 | opcode}. */
  final int[] words;

  final TreeMap<Integer, Block> blocks = new TreeMap<>();

  /** Where loops begin: the blocks that control jumps back to. */
  final BitSet heads = new BitSet();

  private final PyCode code;

  /**
   * The flow from some places on.
   *
   * @param handlers whether the handlers of exceptions belong to it
   */
  ControlFlow(PyCode code, Iterable<Integer> entries, boolean handlers) {
    this.code = code;
    this.words = decode(code.object().code());
    BitSet starts = starts();
    for (int entry : entries) {
      starts.set(entry);
    }
    for (int entry : entries) {
      reach(entry, starts);
    }
    // Where handlers are left to the interpreter, it still needs the variables that they read.
    Set<Integer> reached = new HashSet<>(blocks.keySet());
    BitSet loops = (BitSet) heads.clone();
    reachHandlers(starts);
    findLive();
    if (!handlers) {
      blocks.keySet().retainAll(reached);
      heads.and(loops);
    }
  }

  static int[] decode(byte[] bytes) {
    int[] words = new int[bytes.length / 2];
    int extended = 0;
    for (int i = 0; i < words.length; i++) {
      int op = bytes[2 * i] & 0xff;
      int operand = extended << 8 | bytes[2 * i + 1] & 0xff;
      words[i] = operand << 8 | op;
      if (op == EXTENDED_ARG) {
        extended = operand;
      } else {
        extended = 0;
        i += OpcodeTable.caches(op);
      }
    }
    return words;
  }

  int op(int pc) {
    return words[pc] & 0xff;
  }

  int arg(int pc) {
    return words[pc] >>> 8;
  }

  /** The instruction behind this one and its caches. */
  int after(int pc) {
    return pc + 1 + OpcodeTable.caches(op(pc));
  }

  /** Where a jump goes, or -1. An exhausted iterator's jump goes behind {@code END_FOR}. */
  int target(int pc) {
    int next = after(pc);
    return switch (op(pc)) {
      case JUMP_FORWARD, POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE,
              POP_JUMP_IF_NOT_NONE, SEND ->
          next + arg(pc);
      case FOR_ITER -> next + arg(pc) + 1;
      case JUMP_BACKWARD, JUMP_BACKWARD_NO_INTERRUPT -> next - arg(pc);
      default -> -1;
    };
  }

  boolean isGoto(int pc) {
    int op = op(pc);
    return op == JUMP_FORWARD || op == JUMP_BACKWARD || op == JUMP_BACKWARD_NO_INTERRUPT;
  }

  boolean isEnd(int pc) {
    int op = op(pc);
    return op == RETURN_VALUE || op == RETURN_CONST || op == RAISE_VARARGS || op == RERAISE;
  }

  private BitSet starts() {
    BitSet starts = new BitSet(words.length);
    for (int pc = 0; pc < words.length; pc = after(pc)) {
      int target = target(pc);
      if (target >= 0) {
        starts.set(target);
        // What is taken apart at once stays in one block with the iterator that gives it (Loops).
        int next = after(pc);
        boolean unpacked = op(pc) == FOR_ITER && op(next) == UNPACK_SEQUENCE;
        starts.set(unpacked ? after(next) : next);
      } else if (isEnd(pc) || op(pc) == YIELD_VALUE) {
        starts.set(after(pc));
      }
    }
    ExceptionTable table = new ExceptionTable(code.object().exceptionTable());
    while (table.next()) {
      starts.set(table.target());
    }
    return starts;
  }

  private void reachHandlers(BitSet starts) {
    boolean more = true;
    while (more) {
      more = false;
      ExceptionTable table = new ExceptionTable(code.object().exceptionTable());
      while (table.next()) {
        if (!blocks.containsKey(table.target()) && isReached(table.start(), table.end())) {
          reach(table.target(), starts);
          more = true;
        }
      }
    }
  }

  private boolean isReached(int from, int to) {
    for (Block block : blocks.values()) {
      if (block.start < to && block.end > from) {
        return true;
      }
    }
    return false;
  }

  private void reach(int entry, BitSet starts) {
    java.util.ArrayDeque<Integer> open = new java.util.ArrayDeque<>();
    open.add(entry);
    while (!open.isEmpty()) {
      int start = open.poll();
      if (blocks.containsKey(start)) {
        continue;
      }
      Block block = new Block(start);
      blocks.put(start, block);
      int pc = start;
      while (true) {
        int next = after(pc);
        block.end = next;
        int target = target(pc);
        if (target >= 0) {
          block.jump = target;
          if (op(pc) == JUMP_BACKWARD) {
            heads.set(target);
          }
          open.add(target);
        }
        if (isGoto(pc) || isEnd(pc)) {
          break;
        }
        if (starts.get(next) || next >= words.length) {
          block.next = next;
          open.add(next);
          break;
        }
        pc = next;
      }
    }
  }

  // ---- liveness of variables

  private void findLive() {
    for (Block block : blocks.values()) {
      for (int pc = block.start; pc < block.end; pc = after(pc)) {
        note(block, pc);
        long entry = code.handlerAt(pc);
        if (entry >= 0) {
          block.handlers.set((int) (entry >>> 33));
        }
      }
    }
    BitSet kept = code.isGenerator() ? read() : new BitSet();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Block block : blocks.descendingMap().values()) {
        BitSet live = new BitSet();
        addLive(live, block.next);
        addLive(live, block.jump);
        live.andNot(block.set);
        live.or(block.used);
        // What is set in the block may not be set yet when an exception leaves it.
        for (int h = block.handlers.nextSetBit(0); h >= 0; h = block.handlers.nextSetBit(h + 1)) {
          addLive(live, h);
        }
        live.or(kept);
        if (!live.equals(block.liveIn)) {
          block.liveIn = live;
          changed = true;
        }
      }
    }
  }

  private void addLive(BitSet live, int start) {
    Block block = start < 0 ? null : blocks.get(start);
    if (block != null) {
      live.or(block.liveIn);
    }
  }

  private void note(Block block, int pc) {
    int local = arg(pc);
    switch (op(pc)) {
      case STORE_FAST -> block.set.set(local);
      case LOAD_FAST, LOAD_FAST_CHECK, LOAD_FAST_AND_CLEAR, DELETE_FAST, LOAD_CLOSURE, LOAD_DEREF,
          STORE_DEREF, DELETE_DEREF, MAKE_CELL, LOAD_FROM_DICT_OR_DEREF -> {
        if (!block.set.get(local)) {
          block.used.set(local);
        }
      }
      default -> {}
    }
  }

  /** Variables that are read somewhere: programs look at what a suspended frame has. */
  private BitSet read() {
    BitSet read = new BitSet();
    for (int pc = 0; pc < words.length; pc = after(pc)) {
      switch (op(pc)) {
        case LOAD_FAST, LOAD_FAST_CHECK, LOAD_FAST_AND_CLEAR, DELETE_FAST -> read.set(arg(pc));
        default -> {}
      }
    }
    return read;
  }
}
