package org.krait.bytecode;

/**
 * A cursor over the instructions of {@code co_code}, caches skipped.
 *
 * <p>It stops at each {@code EXTENDED_ARG} too; the operand of what follows includes theirs. Any
 * bytes can be read so; a jump into the middle of what the cursor sees is for the verifier to find.
 */
public final class CodeReader {
  private final byte[] code;
  private int next;
  private int extension;

  private int offset;
  private int opcode;
  private int base;
  private int arg;

  public CodeReader(byte[] code) {
    this.code = code;
  }

  /** Moves to the next instruction; false at the end of the code. */
  public boolean next() {
    if (next + 1 >= code.length) {
      return false;
    }
    offset = next;
    opcode = code[offset] & 0xff;
    base = OpcodeTable.base(opcode);
    arg = code[offset + 1] & 0xff | extension;
    extension = base == Opcodes.EXTENDED_ARG ? arg << 8 : 0;
    next = offset + 2 + 2 * OpcodeTable.caches(opcode);
    return true;
  }

  /** Where the instruction is, in bytes. */
  public int offset() {
    return offset;
  }

  /** The byte that stands there. */
  public int opcode() {
    return opcode;
  }

  /** The instruction that it stands for, see {@link OpcodeTable#base}. */
  public int base() {
    return base;
  }

  /** The operand with all extensions, a signed number of 32 bits. */
  public int arg() {
    return arg;
  }

  /** Where the next instruction is, in bytes: after this one and its caches. */
  public int end() {
    return next;
  }

  /** Where a jump goes, in bytes; -1 for what is no jump. */
  public int target() {
    return switch (OpcodeTable.operandKind(base)) {
      case FORWARD -> next + 2 * arg;
      case BACKWARD -> next - 2 * arg;
      default -> -1;
    };
  }
}
