package org.krait.compiler.flow;

import static org.krait.bytecode.Opcodes.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.OpcodeTable;
import org.krait.compiler.ir.CodeUnit;
import org.krait.compiler.ir.Locations;

/**
 * Gives every cell and free variable its place in the frame, and lets the code begin with what
 * fills these places: locals first, then cells that are no locals, then free variables.
 */
final class LayOutLocals {
  private static final int SUSPENDABLE =
      CodeFlags.GENERATOR | CodeFlags.COROUTINE | CodeFlags.ASYNC_GENERATOR;

  private final FlowGraph graph;
  private final CodeUnit unit;

  /** By number among cells and free variables: the place in the frame. */
  private final int[] places;

  private LayOutLocals(FlowGraph graph) {
    this.graph = graph;
    this.unit = graph.unit;
    this.places = new int[unit.cellVars.size() + unit.freeVars.size()];
  }

  static void run(FlowGraph graph) {
    LayOutLocals pass = new LayOutLocals(graph);
    pass.assignPlaces();
    pass.redirectOperands();
    pass.enterFunction();
  }

  private void assignPlaces() {
    int shared = 0;
    for (int i = 0; i < places.length; i++) {
      int local = i < unit.cellVars.size() ? unit.varNames.indexOf(unit.cellVars.get(i)) : -1;
      if (local >= 0) {
        places[i] = local;
        shared++;
      } else {
        places[i] = unit.varNames.size() + i - shared;
      }
    }
  }

  private void redirectOperands() {
    if (places.length == 0) {
      return;
    }
    for (Block block = graph.entry; block != null; block = block.next) {
      for (int i = 0; i < block.size; i++) {
        Instruction instruction = block.code[i];
        if (OpcodeTable.hasFree(instruction.opcode)) {
          instruction.operand = places[instruction.operand];
        }
      }
    }
  }

  private void enterFunction() {
    List<Instruction> prefix = new ArrayList<>();
    if (unit.freeVars.size() > 0) {
      prefix.add(new Instruction(COPY_FREE_VARS, unit.freeVars.size(), Locations.NONE));
    }
    int[] cells = Arrays.copyOf(places, unit.cellVars.size());
    Arrays.sort(cells);
    for (int place : cells) {
      prefix.add(new Instruction(MAKE_CELL, place, Locations.NONE));
    }
    if ((unit.flags & SUSPENDABLE) != 0) {
      prefix.add(new Instruction(RETURN_GENERATOR, 0, Locations.line(unit.firstLine)));
      prefix.add(new Instruction(POP_TOP, 0, Locations.NONE));
    }
    if (!prefix.isEmpty()) {
      graph.entry.prepend(prefix.toArray(Instruction[]::new));
    }
  }
}
