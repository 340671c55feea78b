package org.krait.bytecode.verify;

import org.krait.bytecode.CodeObject;
import org.krait.bytecode.OpcodeTable;
import org.krait.bytecode.Opcodes;

/**
 * Where the instructions of a code object are, by code unit.
 *
 * <p>An instruction starts at its first {@code EXTENDED_ARG}.
 */
final class InstructionMap {
  private final int units;
  private final int[] next;
  private final int[] place;
  private final int[] opcode;
  private final long[] arg;
  private final boolean[] label;

  InstructionMap(CodeObject code) {
    byte[] bytes = code.code();
    units = bytes.length / 2;
    next = new int[units];
    place = new int[units];
    opcode = new int[units];
    arg = new long[units];
    label = new boolean[units];
    for (int start = 0; start < units; start = next[start]) {
      int at = start;
      long operand = 0;
      int extended = 0;
      while ((bytes[2 * at] & 0xff) == Opcodes.EXTENDED_ARG && at + 1 < units) {
        operand = (operand | bytes[2 * at + 1] & 0xff) << 8;
        // Longer chains are a fault anyway; the operand only has to stay too great.
        operand = ++extended > 3 ? 1L << 40 : operand;
        at++;
      }
      place[start] = at;
      opcode[start] = bytes[2 * at] & 0xff;
      arg[start] = operand | bytes[2 * at + 1] & 0xff;
      next[start] = at + 1 + OpcodeTable.caches(opcode[start]);
    }
  }

  int units() {
    return units;
  }

  boolean isStart(long unit) {
    return unit >= 0 && unit < units && next[(int) unit] != 0;
  }

  /** The unit after the instruction and its caches; may lie outside damaged code. */
  int next(int start) {
    return next[start];
  }

  /** The unit of the opcode itself, after any {@code EXTENDED_ARG}. */
  int place(int start) {
    return place[start];
  }

  int opcode(int start) {
    return opcode[start];
  }

  /** The operand; beyond 32 bits when there are too many extensions. */
  long arg(int start) {
    return arg[start];
  }

  /** Where the jump that starts here goes; any number in damaged code. */
  long target(int start) {
    return OpcodeTable.isBackwardJump(opcode[start])
        ? next[start] - arg[start]
        : next[start] + arg[start];
  }

  /** Marks a place that is reached otherwise than from the instruction before it. */
  void setLabel(int start) {
    label[start] = true;
  }

  boolean isLabel(int start) {
    return label[start];
  }
}
