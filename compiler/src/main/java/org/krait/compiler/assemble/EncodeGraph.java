package org.krait.compiler.assemble;

import java.util.Arrays;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.ExceptionTableWriter;
import org.krait.bytecode.LocationTableWriter;
import org.krait.bytecode.OpcodeTable;
import org.krait.bytecode.Opcodes;
import org.krait.compiler.flow.Block;
import org.krait.compiler.flow.FlowGraph;
import org.krait.compiler.flow.Instruction;
import org.krait.compiler.ir.CodeUnit;
import org.krait.syntax.ast.Location;

/** Writes a finished graph as the byte strings of a code object. */
final class EncodeGraph {
  private final FlowGraph graph;

  private byte[] code = new byte[256];
  private int length;

  private final LocationTableWriter locations;
  private final ExceptionTableWriter handlers = new ExceptionTableWriter();

  /** The handler of the instructions since {@code protectedFrom}, in code units. */
  private Block handler;

  private int protectedFrom;

  EncodeGraph(FlowGraph graph) {
    this.graph = graph;
    this.locations = new LocationTableWriter(graph.unit().firstLine);
  }

  CodeObject codeObject() {
    PlaceBlocks.run(graph);
    for (Block block = graph.entry(); block != null; block = block.next()) {
      for (int i = 0; i < block.size(); i++) {
        Instruction instruction = block.get(i);
        protectWith(instruction.handler);
        int start = length;
        write(instruction);
        Location location = instruction.location;
        locations.add(
            (length - start) / 2,
            location.line(),
            location.endLine(),
            location.column(),
            location.endColumn());
      }
    }
    protectWith(null);
    return finish();
  }

  private void protectWith(Block next) {
    // Handlers are told apart by their place: an emptied block shares that of the next.
    int place = next == null ? -1 : next.offset();
    int placeBefore = handler == null ? -1 : handler.offset();
    if (place == placeBefore) {
      return;
    }
    if (handler != null) {
      boolean keepsLast = handler.keepsLastInstruction();
      int depth = handler.startDepth() - (keepsLast ? 2 : 1);
      handlers.add(protectedFrom, length / 2, handler.offset(), depth, keepsLast);
    }
    handler = next;
    protectedFrom = length / 2;
  }

  private void write(Instruction instruction) {
    int opcode = instruction.opcode;
    int operand = instruction.operand;
    int caches = OpcodeTable.caches(opcode);
    int needed = length + 2 * (4 + caches);
    if (needed > code.length) {
      code = Arrays.copyOf(code, Math.max(needed, code.length * 2));
    }
    for (int shift = 24; shift > 0; shift -= 8) {
      if (operand >>> shift != 0) {
        unit(Opcodes.EXTENDED_ARG, operand >>> shift);
      }
    }
    unit(opcode, operand);
    // A fresh array is all CACHE already.
    length += 2 * caches;
  }

  private void unit(int opcode, int operand) {
    code[length++] = (byte) opcode;
    code[length++] = (byte) operand;
  }

  private CodeObject finish() {
    CodeUnit unit = graph.unit();
    FrameLayout layout = FrameLayout.of(unit);
    return new CodeObject(
        unit.argCount,
        unit.posOnlyArgCount,
        unit.kwOnlyArgCount,
        graph.stackSize(),
        unit.flags,
        Arrays.copyOf(code, length),
        graph.constants(),
        unit.names.values(),
        layout.names(),
        layout.kinds(),
        unit.filename,
        unit.name,
        unit.qualname,
        unit.firstLine,
        locations.toByteArray(),
        handlers.toByteArray());
  }
}
