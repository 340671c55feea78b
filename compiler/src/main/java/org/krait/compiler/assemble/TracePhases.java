package org.krait.compiler.assemble;

import org.krait.compiler.flow.FlowGraph;
import org.krait.compiler.flow.GraphText;
import org.krait.compiler.flow.Phase;

/** Writes down a graph as built and after each phase that changed it ({@code --dump=cfg}). */
public final class TracePhases implements Assemble.Observer {
  private final StringBuilder out = new StringBuilder();
  private String blocksBefore = "";

  @Override
  public void after(Phase phase, FlowGraph graph) {
    String text = GraphText.of(graph, phase);
    String blocks = text.substring(text.indexOf('\n'));
    if (!blocks.equals(blocksBefore)) {
      out.append(text).append('\n');
      blocksBefore = blocks;
    }
  }

  /** All that was written so far. */
  public String text() {
    return out.toString();
  }
}
