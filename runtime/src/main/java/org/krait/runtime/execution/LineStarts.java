package org.krait.runtime.execution;

import static org.krait.bytecode.Opcodes.*;

import java.util.BitSet;
import org.krait.bytecode.OpcodeTable;

/**
 * Where the lines of a code object start, as line events count them.
 *
 * <p>An instruction starts a line when its line is another than that of the instruction before it, or
 * when a jump or a handler leads to it. Whether such a start is an event depends on the instruction
 * that ran before: coming from the same line is none. Often that is known beforehand; where it is not,
 * the jumps that lead there have to tell ({@link #tells}).
 */
final class LineStarts {
  private final PyCode code;
  private final int[] instructions;
  private final BitSet starts = new BitSet();
  private final BitSet mixed = new BitSet();
  private final BitSet telling = new BitSet();

  /** For each instruction the one before it in the code, or its {@code SEND}; or -1. */
  private final int[] previous;

  LineStarts(PyCode code, int[] instructions, int first) {
    this.code = code;
    this.instructions = instructions;
    this.previous = new int[instructions.length];
    readSequence(first);
    readJumps(first);
    readHandlers();
    for (int i = starts.nextSetBit(0); i >= 0; i = starts.nextSetBit(i + 1)) {
      if (code.lineAt(i) <= 0 || i < first || op(i) == RESUME) {
        starts.clear(i);
      }
    }
    sortOut(first);
  }

  /** Whether a line event can be raised at an instruction. */
  boolean isStart(int unit) {
    return starts.get(unit);
  }

  /** Whether the start is reached from its own line and from others. */
  boolean isMixed(int unit) {
    return mixed.get(unit);
  }

  /** Whether a jump has to tell where it goes, because its target cannot know otherwise. */
  boolean tells(int unit) {
    return telling.get(unit);
  }

  /**
   * Whether a line event is due.
   *
   * @param from the jump or raising instruction that led here; {@link FrameExtras#CALLED} behind a call;
   *     or -1 when none told
   */
  boolean isDue(int unit, int from) {
    if (from == FrameExtras.CALLED) {
      return true;
    }
    if (from >= 0) {
      return !isSameLine(from, unit);
    }
    return !mixed.get(unit) || !isSameLine(previous[unit], unit);
  }

  private int op(int unit) {
    return instructions[unit] & 0xff;
  }

  private boolean isSameLine(int from, int unit) {
    return from >= 0 && op(from) != RESUME && code.lineAt(from) == code.lineAt(unit);
  }

  private void readSequence(int first) {
    int line = 0;
    int before = -1;
    for (int i = 0; i < instructions.length; i += 1 + OpcodeTable.caches(op(i))) {
      previous[i] = before;
      before = i;
      if (i < first) {
        continue;
      }
      switch (op(i)) {
        case END_ASYNC_FOR, END_FOR, END_SEND, RESUME -> {}
        default -> {
          if (code.lineAt(i) != line) {
            starts.set(i);
          }
          line = code.lineAt(i);
        }
      }
    }
  }

  private void readJumps(int first) {
    for (int i = first; i < instructions.length; i += 1 + OpcodeTable.caches(op(i))) {
      int target = target(instructions, i);
      if (target >= 0 && target < instructions.length) {
        starts.set(target);
        if (op(i) == SEND && !fallsThrough(previous[target - 1])) {
          previous[target - 1] = i;
        }
      }
    }
  }

  private void readHandlers() {
    for (int target : code.handlerTargets()) {
      if (op(target) != END_ASYNC_FOR) {
        starts.set(target);
        mixed.set(target);
      }
    }
  }

  private boolean isCall(int unit) {
    return op(unit) == CALL || op(unit) == CALL_FUNCTION_EX;
  }

  /**
   * Where an instruction leads that may have to tell: a jump to its target, a call to the next one. For
   * CPython a call of a Python function ends outside of all lines, so that what follows starts one again.
   */
  static int follower(int[] instructions, int unit) {
    int op = instructions[unit] & 0xff;
    return op == CALL || op == CALL_FUNCTION_EX
        ? unit + 1 + OpcodeTable.caches(op)
        : target(instructions, unit);
  }

  /** Where a jump goes; -1 for what is none. {@code FOR_ITER} and {@code SEND} skip the end mark. */
  static int target(int[] instructions, int unit) {
    int word = instructions[unit];
    int arg = word >>> 8;
    return switch (word & 0xff) {
      case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE, JUMP_FORWARD ->
          unit + 1 + arg;
      case FOR_ITER, SEND -> unit + 3 + arg;
      case JUMP_BACKWARD, JUMP_BACKWARD_NO_INTERRUPT -> unit + 1 - arg;
      default -> -1;
    };
  }

  /** Finds the starts that are reached from the same line and from others. */
  private void sortOut(int first) {
    BitSet same = new BitSet();
    BitSet other = new BitSet();
    for (int i = starts.nextSetBit(0); i >= 0; i = starts.nextSetBit(i + 1)) {
      if (previous[i] >= 0 && fallsThrough(previous[i])) {
        (isSameLine(previous[i], i) ? same : other).set(i);
        if (isCall(previous[i])) {
          other.set(i);
        }
      }
    }
    for (int i = first; i < instructions.length; i += 1 + OpcodeTable.caches(op(i))) {
      int target = op(i) == SEND ? -1 : target(instructions, i);
      if (target >= 0 && target < instructions.length && starts.get(target)) {
        (isSameLine(i, target) ? same : other).set(target);
      }
    }
    mixed.and(starts);
    for (int i = same.nextSetBit(0); i >= 0; i = same.nextSetBit(i + 1)) {
      if (other.get(i) || mixed.get(i)) {
        mixed.set(i);
      } else {
        starts.clear(i);
      }
    }
    for (int i = first; i < instructions.length; i += 1 + OpcodeTable.caches(op(i))) {
      int target = follower(instructions, i);
      if (target >= 0 && target < instructions.length && mixed.get(target)) {
        telling.set(i);
      }
    }
  }

  private boolean fallsThrough(int unit) {
    return switch (op(unit)) {
      case END_FOR -> false;
      default -> !OpcodeTable.noFallThrough(op(unit));
    };
  }
}
