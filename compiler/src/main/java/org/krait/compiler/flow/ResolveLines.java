package org.krait.compiler.flow;

import static org.krait.bytecode.Opcodes.RETURN_VALUE;

import org.krait.bytecode.OpcodeTable;
import org.krait.compiler.ir.Locations;
import org.krait.syntax.ast.Location;

/**
 * Gives instructions without a place in the source that of the code before them, so that every
 * exit has a line (PEP 626). An exit without a line is first copied for each jump to it.
 */
final class ResolveLines {
  private ResolveLines() {}

  static void run(FlowGraph graph) {
    copySharedExits(graph);
    locateFollowingExits(graph);
    passOnLocations(graph);
    guaranteeLines(graph);
  }

  private static void copySharedExits(FlowGraph graph) {
    for (Block block = graph.entry; block != null; block = block.next) {
      Instruction last = block.last();
      if (last == null || !OpcodeTable.hasJump(last.opcode)) {
        continue;
      }
      Block target = last.target.orNextNonEmpty();
      if (isExitWithoutLine(target) && target.predecessors > 1) {
        Block copy = new Block();
        copy.addCopiesOf(target);
        copy.code[0].location = last.location;
        copy.predecessors = 1;
        copy.cold = target.cold;
        last.target = copy;
        target.predecessors--;
        target.insertAfter(copy);
      }
    }
  }

  private static boolean isExitWithoutLine(Block block) {
    if (!block.exitsScope()) {
      return false;
    }
    for (int i = 0; i < block.size; i++) {
      if (block.code[i].line() >= 0) {
        return false;
      }
    }
    return true;
  }

  private static void locateFollowingExits(FlowGraph graph) {
    for (Block block = graph.entry; block != null; block = block.next) {
      if (!block.isEmpty()
          && block.next != null
          && block.fallsThrough()
          && isExitWithoutLine(block.next)) {
        block.next.code[0].location = block.last().location;
      }
    }
  }

  private static void passOnLocations(FlowGraph graph) {
    for (Block block = graph.entry; block != null; block = block.next) {
      if (block.isEmpty()) {
        continue;
      }
      Location location = Locations.NONE;
      for (int i = 0; i < block.size; i++) {
        Instruction instruction = block.code[i];
        if (instruction.line() < 0) {
          instruction.location = location;
        } else {
          location = instruction.location;
        }
      }
      if (block.next != null && block.fallsThrough()) {
        passOn(location, block.next);
      }
      if (OpcodeTable.hasJump(block.last().opcode)) {
        passOn(location, block.last().target);
      }
    }
  }

  private static void passOn(Location location, Block successor) {
    if (successor.predecessors == 1 && successor.size > 0 && successor.code[0].line() < 0) {
      successor.code[0].location = location;
    }
  }

  /** A last resort for returns that the steps before could not locate. */
  private static void guaranteeLines(FlowGraph graph) {
    int line = graph.unit.firstLine;
    for (Block block = graph.entry; block != null; block = block.next) {
      Instruction last = block.last();
      if (last == null) {
        continue;
      }
      if (last.line() >= 0) {
        line = last.line();
      } else if (last.opcode == RETURN_VALUE) {
        for (int i = 0; i < block.size; i++) {
          block.code[i].location = onLine(line, block.code[i].location);
        }
      }
    }
  }

  /** The first of the instructions may have been located already: its columns stay. */
  private static Location onLine(int line, Location location) {
    return new Location(line, location.column(), location.endLine(), location.endColumn());
  }
}
