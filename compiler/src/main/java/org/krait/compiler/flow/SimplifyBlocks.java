package org.krait.compiler.flow;

import static org.krait.bytecode.Opcodes.*;

import java.util.Arrays;
import org.krait.compiler.ir.IndexTable;
import org.krait.constants.Constant;

/**
 * Rewrites short runs of instructions into better ones that do the same, block by block: decided
 * jumps, tuples of constants, tuples packed only to be unpacked, jumps to jumps, swaps.
 *
 * <p>What becomes superfluous is left as {@code NOP} with its line; later passes remove it.
 */
final class SimplifyBlocks {
  private final IndexTable<Constant> constants;
  private Block block;

  /** The instruction at work. */
  private int index;

  private SimplifyBlocks(IndexTable<Constant> constants) {
    this.constants = constants;
  }

  static void run(FlowGraph graph) {
    SimplifyBlocks pass = new SimplifyBlocks(graph.unit.constants);
    for (Block block = graph.entry; block != null; block = block.next) {
      pass.simplify(block);
    }
  }

  private void simplify(Block simplified) {
    block = simplified;
    int opcode = NOP;
    int operand = 0;
    for (index = 0; index < block.size; index++) {
      Instruction instruction = block.code[index];
      // A copy of a constant just loaded is as good as a second load of it.
      boolean reloads =
          opcode == LOAD_CONST && instruction.opcode == COPY && instruction.operand == 1;
      if (!reloads) {
        opcode = instruction.opcode;
        operand = instruction.operand;
      }
      switch (opcode) {
        case LOAD_CONST -> useConstant(instruction, operand);
        case BUILD_TUPLE -> buildTuple(instruction);
        case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE, JUMP ->
            threadJump(instruction);
        case SWAP -> simplifySwaps(instruction);
        case PUSH_NULL -> pushNull(instruction);
        default -> {}
      }
    }
  }

  private int opcodeAt(int position) {
    return position < block.size ? block.code[position].opcode : NOP;
  }

  private void useConstant(Instruction load, int constant) {
    switch (opcodeAt(index + 1)) {
      case POP_JUMP_IF_FALSE -> decideJump(load, !ConstantTruth.of(constants.get(constant)));
      case POP_JUMP_IF_TRUE -> decideJump(load, ConstantTruth.of(constants.get(constant)));
      case IS_OP -> compareWithNone(load, constant);
      case RETURN_VALUE -> {
        load.makeNop();
        block.code[++index].set(RETURN_CONST, constant);
      }
      default -> {}
    }
  }

  private void decideJump(Instruction load, boolean taken) {
    Instruction jump = block.code[index + 1];
    load.makeNop();
    if (taken) {
      jump.opcode = JUMP;
    } else {
      jump.makeNop();
      jump.target = null;
    }
  }

  /** {@code x is None} before a jump needs neither the constant nor the comparison. */
  private void compareWithNone(Instruction load, int constant) {
    int jumpOpcode = opcodeAt(index + 2);
    boolean ifFalse = jumpOpcode == POP_JUMP_IF_FALSE;
    if (constants.get(constant) != Constant.Singleton.NONE
        || !(ifFalse || jumpOpcode == POP_JUMP_IF_TRUE)) {
      return;
    }
    Instruction comparison = block.code[index + 1];
    boolean isNot = (comparison.operand & 0xFF) != 0;
    load.makeNop();
    comparison.makeNop();
    block.code[index + 2].opcode = isNot ^ ifFalse ? POP_JUMP_IF_NOT_NONE : POP_JUMP_IF_NONE;
  }

  private void buildTuple(Instruction build) {
    int length = build.operand;
    Instruction following = index + 1 < block.size ? block.code[index + 1] : build;
    boolean unpacked = following.opcode == UNPACK_SEQUENCE && following.operand == length;
    if (unpacked && length >= 1 && length <= 3) {
      build.makeNop();
      if (length == 1) {
        following.makeNop();
      } else {
        following.opcode = SWAP;
      }
    } else if (index >= length && loadsConstants(index - length)) {
      foldTuple(build, index - length);
    }
  }

  private boolean loadsConstants(int first) {
    for (int i = first; i < index; i++) {
      if (block.code[i].opcode != LOAD_CONST) {
        return false;
      }
    }
    return true;
  }

  private void foldTuple(Instruction build, int first) {
    Constant[] items = new Constant[index - first];
    for (int i = first; i < index; i++) {
      items[i - first] = constants.get(block.code[i].operand);
      block.code[i].makeNop();
    }
    build.set(LOAD_CONST, constants.add(new Constant.Tuple(Arrays.asList(items))));
  }

  /** A jump to a jump goes straight to its end, unless a line event would be lost. */
  private void threadJump(Instruction jump) {
    Instruction first = jump.target.code[0];
    while (first.opcode == JUMP
        && (first.line() == jump.line() || first.line() == -1)
        && first.target != jump.target) {
      jump.target = first.target;
      first = jump.target.code[0];
    }
  }

  private void simplifySwaps(Instruction swap) {
    if (swap.operand == 1) {
      swap.makeNop();
      return;
    }
    index = SimplifySwaps.shorten(block, index);
    SimplifySwaps.applyStatically(block, index);
  }

  private void pushNull(Instruction push) {
    if (opcodeAt(index + 1) == LOAD_GLOBAL && (block.code[index + 1].operand & 1) == 0) {
      push.makeNop();
      block.code[index + 1].operand |= 1;
    }
  }
}
