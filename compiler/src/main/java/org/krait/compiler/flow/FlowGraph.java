package org.krait.compiler.flow;

import java.util.List;
import org.krait.compiler.ir.CodeUnit;
import org.krait.constants.Constant;

/** The blocks of one code object under construction, and what its instructions refer to. */
public final class FlowGraph {
  final CodeUnit unit;

  /** The first of the chain of blocks. */
  Block entry;

  /** What instructions load; passes add to the unit's table, and at last drop the unused. */
  List<Constant> constants;

  /** Set by {@link ComputeStackDepth}. */
  int stackSize;

  FlowGraph(CodeUnit unit, Block entry) {
    this.unit = unit;
    this.entry = entry;
    this.constants = unit.constants.values();
  }

  public CodeUnit unit() {
    return unit;
  }

  public Block entry() {
    return entry;
  }

  public List<Constant> constants() {
    return constants;
  }

  /** The deepest operand stack, in values. */
  public int stackSize() {
    return stackSize;
  }

  void clearVisited() {
    for (Block block = entry; block != null; block = block.next) {
      block.visited = false;
    }
  }
}
