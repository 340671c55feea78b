package org.krait.compiler.flow;

import java.util.IdentityHashMap;
import java.util.Map;
import org.krait.compiler.ir.InstructionText;

/** A graph as stable text: blocks are numbered in their order ({@code --dump=cfg}). */
public final class GraphText {
  private final FlowGraph graph;
  private final Map<Block, Integer> numbers = new IdentityHashMap<>();
  private final StringBuilder out = new StringBuilder();

  private GraphText(FlowGraph graph) {
    this.graph = graph;
    for (Block block = graph.entry; block != null; block = block.next) {
      numbers.put(block, numbers.size());
    }
  }

  /** The blocks as the phase left them; null stands for the graph before the first phase. */
  public static String of(FlowGraph graph, Phase after) {
    GraphText text = new GraphText(graph);
    boolean laidOut = after != null && after.compareTo(Phase.LAY_OUT_LOCALS) >= 0;
    String name = after == null ? "BUILD_GRAPH" : after.name();
    text.out.append("cfg ").append(graph.unit.qualname).append(" after ").append(name).append('\n');
    text.write(new InstructionText(graph.unit, graph.constants, laidOut));
    return text.out.toString();
  }

  private void write(InstructionText text) {
    for (Block block = graph.entry; block != null; block = block.next) {
      out.append(name(block)).append(':').append(traits(block)).append('\n');
      for (int i = 0; i < block.size; i++) {
        Instruction instruction = block.code[i];
        String target = instruction.target == null ? null : name(instruction.target);
        String line =
            text.line(
                instruction.opcode, instruction.operand, target, instruction.location);
        out.append("  ").append(line);
        if (instruction.handler != null) {
          out.append("  except ").append(name(instruction.handler));
        }
        out.append('\n');
      }
    }
  }

  private String name(Block block) {
    Integer number = numbers.get(block);
    return number == null ? "B?" : "B" + number;
  }

  private static String traits(Block block) {
    StringBuilder traits = new StringBuilder();
    if (block.isHandler) {
      traits.append(block.keepsLastInstruction ? " handler+lasti" : " handler");
    }
    if (block.cold) {
      traits.append(" cold");
    }
    if (block.startDepth > 0) {
      traits.append(" depth=").append(block.startDepth);
    }
    return traits.toString();
  }
}
