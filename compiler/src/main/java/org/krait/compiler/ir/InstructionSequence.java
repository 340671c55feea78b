package org.krait.compiler.ir;

import java.util.Arrays;
import org.krait.syntax.ast.Location;

/**
 * Instructions in the order in which code generation emitted them.
 *
 * <p>Opcodes are those of {@code org.krait.bytecode.Opcodes}, pseudo-instructions included. The
 * operand of a jump or of a block-opening pseudo-instruction is the number of its {@link Label}.
 * Everything is held in parallel arrays, since whole libraries pass through here.
 */
public final class InstructionSequence {
  private static final int UNPLACED = -1;

  private int[] opcodes = new int[32];
  private int[] operands = new int[32];
  private Location[] locations = new Location[32];
  private int size;

  private int[] labelPositions = new int[8];
  private int labelCount;

  /** A label not yet placed. */
  public Label newLabel() {
    if (labelCount == labelPositions.length) {
      labelPositions = Arrays.copyOf(labelPositions, labelCount * 2);
    }
    labelPositions[labelCount] = UNPLACED;
    return new Label(labelCount++);
  }

  /** Places the label before the next instruction; several labels may stand at one place. */
  public void useLabel(Label label) {
    if (labelPositions[label.id()] != UNPLACED) {
      throw new IllegalStateException("label placed twice: " + label);
    }
    labelPositions[label.id()] = size;
  }

  /** Appends an instruction with an operand (0 where the opcode takes none). */
  public void add(int opcode, int operand, Location location) {
    ensureRoom();
    opcodes[size] = opcode;
    operands[size] = operand;
    locations[size] = location;
    size++;
  }

  /** Appends an instruction that takes no operand. */
  public void add(int opcode, Location location) {
    add(opcode, 0, location);
  }

  /** Appends a jump or a block-opening pseudo-instruction. */
  public void addJump(int opcode, Label target, Location location) {
    add(opcode, target.id(), location);
  }

  /** Puts an instruction before the one at {@code index}; labels at or behind it move along. */
  public void insert(int index, int opcode, int operand, Location location) {
    ensureRoom();
    System.arraycopy(opcodes, index, opcodes, index + 1, size - index);
    System.arraycopy(operands, index, operands, index + 1, size - index);
    System.arraycopy(locations, index, locations, index + 1, size - index);
    opcodes[index] = opcode;
    operands[index] = operand;
    locations[index] = location;
    size++;
    for (int i = 0; i < labelCount; i++) {
      if (labelPositions[i] >= index) {
        labelPositions[i]++;
      }
    }
  }

  /** {@link #insert(int, int, int, Location)} for a jump or a block-opening pseudo-instruction. */
  public void insertJump(int index, int opcode, Label target, Location location) {
    insert(index, opcode, target.id(), location);
  }

  public int size() {
    return size;
  }

  public int opcode(int index) {
    return opcodes[index];
  }

  public int operand(int index) {
    return operands[index];
  }

  public Location location(int index) {
    return locations[index];
  }

  public int labelCount() {
    return labelCount;
  }

  /** The index of the instruction behind the label ({@link #size()} at the end), or -1. */
  public int position(int label) {
    return labelPositions[label];
  }

  private void ensureRoom() {
    if (size == opcodes.length) {
      int room = size * 2;
      opcodes = Arrays.copyOf(opcodes, room);
      operands = Arrays.copyOf(operands, room);
      locations = Arrays.copyOf(locations, room);
    }
  }
}
