package org.krait.compiler.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.krait.bytecode.OpcodeTable;
import org.krait.compiler.ir.CodeUnit;
import org.krait.compiler.ir.InstructionSequence;
import org.krait.compiler.ir.Label;
import org.krait.compiler.ir.Locations;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Location;

/**
 * Instructions as text, for tests: {@code NAME operand @line}, the operand a number or {@code
 * ->label}, a label as {@code name:} on a line of its own. The constants are None, True, 0, 'a' and
 * 'b', the locals x, y and z.
 */
final class Listing {
  private final CodeUnit unit = new CodeUnit("f", "f", "f.py", 1);
  private final InstructionSequence code = new InstructionSequence();
  private final Map<String, Label> labels = new HashMap<>();

  private Listing(String text) {
    unit.constants.add(Constant.Singleton.NONE);
    unit.constants.add(Constant.Singleton.TRUE);
    unit.constants.add(Constant.Int.of(0));
    unit.constants.add(Constant.Str.of("a"));
    unit.constants.add(Constant.Str.of("b"));
    List.of("x", "y", "z").forEach(unit.varNames::add);
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::read);
  }

  /** The instructions that are left after all phases up to and including the last one named. */
  static String after(Phase last, String text) {
    FlowGraph graph = graphAfter(last, text);
    List<String> lines = new ArrayList<>();
    Map<Block, String> names = names(graph);
    for (Block block = graph.entry; block != null; block = block.next) {
      if (names.containsKey(block)) {
        lines.add(names.get(block) + ":");
      }
      for (int i = 0; i < block.size; i++) {
        lines.add(write(block.code[i], names));
      }
    }
    return String.join("\n", lines);
  }

  static FlowGraph graphAfter(Phase last, String text) {
    Listing listing = new Listing(text);
    FlowGraph graph = BuildGraph.run(listing.unit, listing.code);
    for (Phase phase : Phase.values()) {
      if (phase.compareTo(last) <= 0) {
        phase.run(graph);
      }
    }
    return graph;
  }

  private void read(String line) {
    if (line.endsWith(":")) {
      code.useLabel(label(line.substring(0, line.length() - 1)));
      return;
    }
    Location location = Locations.NONE;
    int operand = 0;
    String[] words = line.split(" +");
    int opcode = OpcodeTable.number(words[0]);
    for (int i = 1; i < words.length; i++) {
      if (words[i].startsWith("@")) {
        location = Locations.line(Integer.parseInt(words[i].substring(1)));
      } else if (words[i].startsWith("->")) {
        operand = label(words[i].substring(2)).id();
      } else {
        operand = Integer.parseInt(words[i]);
      }
    }
    code.add(opcode, operand, location);
  }

  private Label label(String name) {
    return labels.computeIfAbsent(name, _ -> code.newLabel());
  }

  /** Targets are called a, b … in the order of the blocks. */
  private static Map<Block, String> names(FlowGraph graph) {
    Map<Block, String> targets = new IdentityHashMap<>();
    for (Block block = graph.entry; block != null; block = block.next) {
      for (int i = 0; i < block.size; i++) {
        if (block.code[i].target != null) {
          targets.put(block.code[i].target, "");
        }
      }
    }
    char name = 'a';
    Map<Block, String> names = new IdentityHashMap<>();
    for (Block block = graph.entry; block != null; block = block.next) {
      if (targets.containsKey(block)) {
        names.put(block, String.valueOf(name++));
      }
    }
    return names;
  }

  private static String write(Instruction instruction, Map<Block, String> names) {
    StringBuilder out = new StringBuilder("  ").append(OpcodeTable.name(instruction.opcode));
    if (instruction.target != null) {
      out.append(" ->").append(names.get(instruction.target));
    } else if (OpcodeTable.hasArg(instruction.opcode)) {
      out.append(' ').append(instruction.operand);
    }
    if (instruction.line() >= 0) {
      out.append(" @").append(instruction.line());
    }
    return out.toString();
  }
}
