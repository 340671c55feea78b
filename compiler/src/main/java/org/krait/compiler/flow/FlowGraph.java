package org.krait.compiler.flow;

import org.krait.compiler.ir.CodeUnit;
import org.krait.compiler.ir.IndexTable;
import org.krait.constants.Constant;

/** The blocks of one code object under construction, and what its instructions refer to. */
public final class FlowGraph {
  final CodeUnit unit;

  /** The first of the chain of blocks. */
  Block entry;

  /** The unit's constants; passes add to them and drop the unused. */
  IndexTable<Constant> constants;

  /** Set by {@link ComputeStackDepth}. */
  int stackSize;

  FlowGraph(CodeUnit unit, Block entry) {
    this.unit = unit;
    this.entry = entry;
    this.constants = unit.constants;
  }

  public CodeUnit unit() {
    return unit;
  }

  public Block entry() {
    return entry;
  }

  public IndexTable<Constant> constants() {
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
