package org.krait.compiler.assemble;

import org.krait.bytecode.CodeObject;
import org.krait.compiler.flow.BuildGraph;
import org.krait.compiler.flow.FlowGraph;
import org.krait.compiler.flow.Phase;
import org.krait.compiler.ir.CodeUnit;
import org.krait.compiler.ir.InstructionSequence;

/** From instructions in a row to a code object: flow graph, passes, encoding. */
public final class Assemble {
  private Assemble() {}

  /**
   * The code object of a unit. The sequence starts with {@code RESUME} and ends with a return; what
   * else a function's entry needs (cells, free variables, generators) is added here.
   */
  public static CodeObject codeObject(CodeUnit unit, InstructionSequence code) {
    FlowGraph graph = BuildGraph.run(unit, code);
    for (Phase phase : Phase.values()) {
      phase.run(graph);
    }
    return new EncodeGraph(graph).codeObject();
  }
}
