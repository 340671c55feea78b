package org.krait.compiler.assemble;

import org.krait.bytecode.CodeObject;
import org.krait.compiler.flow.BuildGraph;
import org.krait.compiler.flow.FlowGraph;
import org.krait.compiler.flow.Phase;
import org.krait.compiler.ir.CodeUnit;
import org.krait.compiler.ir.InstructionSequence;

/** From instructions in a row to a code object: flow graph, passes, encoding. */
public final class Assemble {
  /** Looks at a graph between the passes. */
  @FunctionalInterface
  public interface Observer {
    /**
     * Called before the first phase, with null, and after each.
     *
     * @param phase what was just done to the graph
     */
    void after(Phase phase, FlowGraph graph);
  }

  private static final Phase[] PHASES = Phase.values();

  private Assemble() {}

  /**
   * The code object of a unit. The sequence starts with {@code RESUME} and ends with a return; what
   * else a function's entry needs (cells, free variables, generators) is added here.
   */
  public static CodeObject codeObject(CodeUnit unit, InstructionSequence code) {
    return codeObject(unit, code, (_, _) -> {});
  }

  /** {@link #codeObject(CodeUnit, InstructionSequence)} under the eyes of an observer. */
  public static CodeObject codeObject(
      CodeUnit unit, InstructionSequence code, Observer observer) {
    FlowGraph graph = BuildGraph.run(unit, code);
    observer.after(null, graph);
    for (Phase phase : PHASES) {
      phase.run(graph);
      observer.after(phase, graph);
    }
    return new EncodeGraph(graph).codeObject();
  }
}
