package org.krait.bytecode;

/** What the operand of an instruction means. */
public enum OperandKind {
  /** There is none; a byte that stands there is ignored. */
  NONE,
  /** An index into {@code co_consts}. */
  CONST,
  /** An index into {@code co_names}, perhaps shifted: see {@link OpcodeTable#operandShift}. */
  NAME,
  /** An index into {@code co_localsplus}, as a plain variable. */
  LOCAL,
  /** An index into {@code co_localsplus}, as a cell or free variable. */
  FREE,
  /** Code units forward from the end of the instruction and its caches. */
  FORWARD,
  /** Code units backward from the end of the instruction and its caches. */
  BACKWARD,
  /** A pseudo jump: the target is not yet placed. */
  JUMP,
  /** A comparison in the upper bits. */
  COMPARE,
  /** A binary operation, {@code Opcodes.NB_*}. */
  BINARY,
  /** A function of one argument, {@code Opcodes.INTRINSIC_*}. */
  INTRINSIC1,
  /** A function of two arguments, {@code Opcodes.INTRINSIC_*}. */
  INTRINSIC2,
  /** A count or flags. */
  INT
}
