package org.krait.bytecode.verify;

import java.util.Arrays;
import org.krait.bytecode.StackKind;

/**
 * What a frame can hold before an instruction: the kinds of each place on the stack, and for each
 * variable whether it can be unbound, a value or a cell. All are sets, as bits; paths that meet are
 * united.
 */
final class FrameState {
  /** A variable's possible states, and the kinds of stack item that stand for them. */
  static final int UNBOUND = bit(StackKind.NULL);

  static final int VALUE = bit(StackKind.ANY);
  static final int CELL = bit(StackKind.CELL);

  int depth;
  int[] stack;
  private final long[] unbound;
  private final long[] value;
  private final long[] cell;

  /** A state with room for {@code room} places on the stack at first. */
  FrameState(int room, int variables) {
    stack = new int[room];
    int words = (variables + 63) / 64;
    unbound = new long[words];
    value = new long[words];
    cell = new long[words];
  }

  static int bit(StackKind kind) {
    return 1 << kind.ordinal();
  }

  void set(FrameState other) {
    depth = other.depth;
    if (stack.length < depth) {
      stack = new int[Math.max(depth, 2 * stack.length)];
    }
    System.arraycopy(other.stack, 0, stack, 0, other.depth);
    System.arraycopy(other.unbound, 0, unbound, 0, unbound.length);
    System.arraycopy(other.value, 0, value, 0, value.length);
    System.arraycopy(other.cell, 0, cell, 0, cell.length);
  }

  FrameState copy() {
    FrameState copy = new FrameState(depth, 64 * unbound.length);
    copy.set(this);
    return copy;
  }

  void push(int kinds) {
    if (depth == stack.length) {
      stack = Arrays.copyOf(stack, 2 * depth);
    }
    stack[depth++] = kinds;
  }

  /** A measure of what it costs to unite two states. */
  int size() {
    return 1 + depth + 3 * unbound.length;
  }

  /** What the variable can be: {@link #UNBOUND}, {@link #VALUE}, {@link #CELL} or several. */
  int variable(int index) {
    int word = index >> 6;
    long bit = 1L << index;
    return ((unbound[word] & bit) != 0 ? UNBOUND : 0)
        | ((value[word] & bit) != 0 ? VALUE : 0)
        | ((cell[word] & bit) != 0 ? CELL : 0);
  }

  void setVariable(int index, int states) {
    int word = index >> 6;
    long bit = 1L << index;
    unbound[word] = (states & UNBOUND) != 0 ? unbound[word] | bit : unbound[word] & ~bit;
    value[word] = (states & ~(UNBOUND | CELL)) != 0 ? value[word] | bit : value[word] & ~bit;
    cell[word] = (states & CELL) != 0 ? cell[word] | bit : cell[word] & ~bit;
  }

  /** Takes in the first {@code count} places of another state's stack; true when that was news. */
  boolean uniteStack(FrameState other, int count) {
    boolean news = false;
    for (int i = 0; i < count; i++) {
      int united = stack[i] | other.stack[i];
      news |= united != stack[i];
      stack[i] = united;
    }
    return news;
  }

  /** Takes in another state's variables; true when that was news. */
  boolean uniteVariables(FrameState other) {
    return unite(unbound, other.unbound) | unite(value, other.value) | unite(cell, other.cell);
  }

  private static boolean unite(long[] into, long[] from) {
    boolean news = false;
    for (int i = 0; i < into.length; i++) {
      long united = into[i] | from[i];
      news |= united != into[i];
      into[i] = united;
    }
    return news;
  }
}
