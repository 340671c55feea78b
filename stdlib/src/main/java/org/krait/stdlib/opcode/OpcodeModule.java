package org.krait.stdlib.opcode;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.bytecode.OpcodeTable;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyNone;

/** The module {@code _opcode}: what {@code dis} asks of the instruction set. */
@BuiltinModule("_opcode")
public final class OpcodeModule {
  private OpcodeModule() {}

  @Function("stack_effect(opcode, oparg=None, /, *, jump=None)")
  static int stackEffect(int opcode, PyObject argument, PyObject jump) {
    int operand = operand(opcode, argument);
    if (jump != PyNone.NONE && !(jump instanceof PyBool)) {
      throw Errors.valueError("stack_effect: jump must be False, True or None");
    }
    int effect = effect(opcode, operand, jump);
    if (effect == OpcodeTable.INVALID) {
      throw Errors.valueError("invalid opcode or oparg");
    }
    return effect;
  }

  private static int operand(int opcode, PyObject argument) {
    boolean takesOne = opcode >= OpcodeTable.HAVE_ARGUMENT && !isPlainPseudo(opcode);
    if (takesOne && argument == PyNone.NONE) {
      throw Errors.valueError("stack_effect: opcode requires oparg but oparg was not specified");
    }
    if (!takesOne && argument != PyNone.NONE) {
      throw Errors.valueError("stack_effect: opcode does not permit oparg but oparg was specified");
    }
    return takesOne ? Arguments.toInt(argument) : 0;
  }

  private static boolean isPlainPseudo(int opcode) {
    return opcode >= OpcodeTable.MIN_PSEUDO
        && opcode <= OpcodeTable.MAX_PSEUDO
        && !OpcodeTable.hasArg(opcode);
  }

  /** Where it is not said whether the instruction jumps, the way that needs more room. */
  private static int effect(int opcode, int operand, PyObject jump) {
    if (jump != PyNone.NONE) {
      return OpcodeTable.stackEffect(opcode, operand, jump == PyBool.TRUE);
    }
    return Math.max(
        OpcodeTable.stackEffect(opcode, operand, true),
        OpcodeTable.stackEffect(opcode, operand, false));
  }

  /** There are no statistics: Krait's specialisation does not count. */
  @Function("get_specialization_stats()")
  static PyObject specializationStats() {
    return PyNone.NONE;
  }
}
