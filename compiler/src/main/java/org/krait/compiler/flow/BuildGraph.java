package org.krait.compiler.flow;

import org.krait.bytecode.OpcodeTable;
import org.krait.compiler.ir.CodeUnit;
import org.krait.compiler.ir.InstructionSequence;

/**
 * Cuts an instruction sequence into basic blocks and binds jumps to them.
 *
 * <p>A block starts at every label, used or not, and behind every jump and exit.
 */
public final class BuildGraph {
  private final InstructionSequence source;

  /** By position in the sequence: the block that starts there, made when it is first needed. */
  private final Block[] blockAt;

  private final Block entry = new Block();
  private Block current = entry;

  private BuildGraph(InstructionSequence source) {
    this.source = source;
    this.blockAt = new Block[source.size() + 1];
  }

  /** The graph of a unit's instructions. */
  public static FlowGraph run(CodeUnit unit, InstructionSequence source) {
    return new FlowGraph(unit, new BuildGraph(source).build());
  }

  private Block build() {
    markLabels();
    for (int i = 0; i < source.size(); i++) {
      if (startsBlock(i)) {
        startBlock(i);
      }
      int opcode = source.opcode(i);
      Instruction added = current.add(opcode, source.operand(i), source.location(i));
      if (OpcodeTable.hasTarget(opcode)) {
        added.target = placed(source.position(source.operand(i)));
        added.operand = added.target.label;
      }
    }
    return entry;
  }

  private void markLabels() {
    for (int label = 0; label < source.labelCount(); label++) {
      int position = source.position(label);
      if (position >= 0) {
        if (blockAt[position] == null) {
          blockAt[position] = position == 0 ? entry : new Block();
        }
        blockAt[position].label = label;
      }
    }
  }

  private Block placed(int position) {
    if (position < 0) {
      throw new IllegalStateException("jump to a label that was never placed");
    }
    return blockAt[position];
  }

  private boolean startsBlock(int position) {
    Instruction last = current.last();
    return last != null && (blockAt[position] != null || OpcodeTable.isTerminator(last.opcode));
  }

  private void startBlock(int position) {
    Block block = blockAt[position] != null ? blockAt[position] : new Block();
    current.next = block;
    current = block;
  }
}
