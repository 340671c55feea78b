package org.krait.compiler.assemble;

import org.krait.bytecode.CodeObject;
import org.krait.compiler.ir.CodeUnit;
import org.krait.compiler.ir.InstructionSequence;

/** From instructions in a row to a code object: flow graph, passes, encoding. */
public final class Assemble {
  private Assemble() {}

  /**
   * The code object of a unit. The sequence ends with a return, and starts with {@code RESUME};
   * what else a function's entry needs (cells, free variables, generators) is added here.
   */
  public static CodeObject codeObject(CodeUnit unit, InstructionSequence code) {
    throw new UnsupportedOperationException("the flow graph is not written yet");
  }
}
