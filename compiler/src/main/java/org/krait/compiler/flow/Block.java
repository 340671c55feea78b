package org.krait.compiler.flow;

import java.util.Arrays;
import org.krait.bytecode.OpcodeTable;
import org.krait.compiler.ir.Locations;
import org.krait.syntax.ast.Location;

/**
 * Instructions entered only at the first and left by a jump or exit only at the last.
 *
 * <p>The blocks of a graph form a chain in the order of their code. What a pass remembers about a
 * block is a field here, so that no pass needs a map.
 */
public final class Block {
  private static final Instruction[] NONE = {};
  private static final int NO_LABEL = -1;

  Instruction[] code = NONE;
  int size;

  /** The block that follows in the code, or null. */
  Block next;

  /** The number of a label that code generation placed here, used or not; or {@link #NO_LABEL}. */
  int label = NO_LABEL;

  /** True when an exception can lead here. */
  boolean isHandler;

  /** True when the handler wants the position of the raising instruction on the stack. */
  boolean keepsLastInstruction;

  /** Edges into this block, once they have been counted. */
  int predecessors;

  /** Reached without an exception. */
  boolean warm;

  /** Reached only after an exception. */
  boolean cold;

  /** The stack's depth at the entry, or a negative number while unknown. */
  int startDepth;

  /** The first instruction's place in the code, in code units. */
  int offset;

  /** Of the first 64 locals, those that may be unbound at the entry. */
  long unbound;

  /** Free for the pass at work, which clears it first. */
  boolean visited;

  public int size() {
    return size;
  }

  public Instruction get(int index) {
    return code[index];
  }

  public Block next() {
    return next;
  }

  public int offset() {
    return offset;
  }

  public int startDepth() {
    return startDepth;
  }

  public void setOffset(int offset) {
    this.offset = offset;
  }

  public boolean keepsLastInstruction() {
    return keepsLastInstruction;
  }

  boolean isLabelled() {
    return label != NO_LABEL;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The last instruction, or null. */
  Instruction last() {
    return size == 0 ? null : code[size - 1];
  }

  /** The line of the first instruction, or -1. */
  int firstLine() {
    return size == 0 ? Locations.NONE.line() : code[0].line();
  }

  /** True when control can run off the end into {@link #next}. */
  boolean fallsThrough() {
    Instruction last = last();
    return last == null || !OpcodeTable.noFallThrough(last.opcode);
  }

  /** True when the last instruction returns or raises. */
  boolean exitsScope() {
    return size > 0 && OpcodeTable.isScopeExit(code[size - 1].opcode);
  }

  Instruction add(int opcode, int operand, Location location) {
    Instruction added = new Instruction(opcode, operand, location);
    add(added);
    return added;
  }

  void add(Instruction instruction) {
    if (size == code.length) {
      code = Arrays.copyOf(code, Math.max(4, size * 2));
    }
    code[size++] = instruction;
  }

  void addCopiesOf(Block other) {
    for (int i = 0; i < other.size; i++) {
      add(other.code[i].copy());
    }
  }

  /** Puts instructions before all others. */
  void prepend(Instruction[] first) {
    Instruction[] joined = new Instruction[first.length + size];
    System.arraycopy(first, 0, joined, 0, first.length);
    System.arraycopy(code, 0, joined, first.length, size);
    code = joined;
    size = joined.length;
  }

  /** Forgets all instructions from {@code newSize} on. */
  void truncate(int newSize) {
    Arrays.fill(code, newSize, size, null);
    size = newSize;
  }

  /** This block or the first behind it that has instructions; null when none has. */
  Block orNextNonEmpty() {
    Block block = this;
    while (block != null && block.size == 0) {
      block = block.next;
    }
    return block;
  }

  /** Puts a block between this one and the next. */
  void insertAfter(Block inserted) {
    inserted.next = next;
    next = inserted;
  }
}
