package org.krait.compiler.flow;

import static org.krait.bytecode.Opcodes.*;

/** Shortens runs of {@code SWAP}, and spares them where the stores behind can change places. */
final class SimplifySwaps {
  private static final int PLACED = -1;

  private SimplifySwaps() {}

  /**
   * Replaces the run of swaps and nops at {@code start} by the fewest swaps of the same effect.
   *
   * @return the position of the last instruction of the run
   */
  static int shorten(Block block, int start) {
    int end = start + 1;
    int depth = block.code[start].operand;
    boolean severalSwaps = false;
    while (end < block.size && (block.code[end].opcode == SWAP || block.code[end].opcode == NOP)) {
      if (block.code[end].opcode == SWAP) {
        depth = Math.max(depth, block.code[end].operand);
        severalSwaps = true;
      }
      end++;
    }
    if (!severalSwaps) {
      return start;
    }
    int unused = writeBackwards(block, end - 1, permutation(block, start, end, depth));
    for (; unused >= start; unused--) {
      block.code[unused].makeNop();
    }
    return end - 1;
  }

  /** Which of the topmost {@code depth} items, counted from the top, the run puts where. */
  private static int[] permutation(Block block, int start, int end, int depth) {
    int[] items = new int[depth];
    for (int i = 0; i < depth; i++) {
      items[i] = i;
    }
    for (int i = start; i < end; i++) {
      if (block.code[i].opcode == SWAP) {
        int other = block.code[i].operand - 1;
        int top = items[0];
        items[0] = items[other];
        items[other] = top;
      }
    }
    return items;
  }

  /**
   * Writes the swaps for a permutation, the last one at {@code position}. Each cycle of the
   * permutation is resolved through the top of the stack, the only place that can be swapped.
   *
   * @return the position before the first swap written
   */
  private static int writeBackwards(Block block, int position, int[] items) {
    int current = position;
    for (int first = 0; first < items.length; first++) {
      if (items[first] == PLACED || items[first] == first) {
        continue;
      }
      int item = first;
      while (true) {
        if (item != 0) {
          block.code[current--].set(SWAP, item + 1);
        }
        int following = items[item];
        if (following == PLACED) {
          break;
        }
        items[item] = PLACED;
        item = following;
      }
    }
    return current;
  }

  /**
   * Exchanges, for the swaps at and before {@code position}, the two instructions that would
   * consume the swapped items.
   */
  static void applyStatically(Block block, int position) {
    for (int i = position; i >= 0; i--) {
      Instruction swap = block.code[i];
      if (swap.opcode != SWAP) {
        if (swap.opcode == NOP || isSwappable(swap.opcode)) {
          continue;
        }
        return;
      }
      int first = nextSwappable(block, i, -1);
      int second = first;
      for (int skipped = swap.operand - 1; skipped > 0 && second >= 0; skipped--) {
        second = nextSwappable(block, second, block.code[first].line());
      }
      if (second < 0 || storesCollide(block, first, second)) {
        return;
      }
      swap.makeNop();
      Instruction moved = block.code[first];
      block.code[first] = block.code[second];
      block.code[second] = moved;
    }
  }

  /** True of instructions that consume the top of the stack and can be seen by nobody else. */
  private static boolean isSwappable(int opcode) {
    return opcode == STORE_FAST || opcode == STORE_FAST_MAYBE_NULL || opcode == POP_TOP;
  }

  /** The next swappable instruction behind {@code i} on {@code line} (if not negative), or -1. */
  private static int nextSwappable(Block block, int i, int line) {
    for (int j = i + 1; j < block.size; j++) {
      Instruction candidate = block.code[j];
      if (line >= 0 && candidate.line() != line) {
        return -1;
      }
      if (candidate.opcode != NOP) {
        return isSwappable(candidate.opcode) ? j : -1;
      }
    }
    return -1;
  }

  private static boolean storesCollide(Block block, int first, int second) {
    int firstStore = storedLocal(block.code[first]);
    int secondStore = storedLocal(block.code[second]);
    if (firstStore < 0 && secondStore < 0) {
      return false;
    }
    if (firstStore == secondStore) {
      return true;
    }
    for (int i = first + 1; i < second; i++) {
      int store = storedLocal(block.code[i]);
      if (store >= 0 && (store == firstStore || store == secondStore)) {
        return true;
      }
    }
    return false;
  }

  private static int storedLocal(Instruction instruction) {
    return instruction.opcode == STORE_FAST || instruction.opcode == STORE_FAST_MAYBE_NULL
        ? instruction.operand
        : -1;
  }
}
