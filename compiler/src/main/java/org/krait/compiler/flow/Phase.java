package org.krait.compiler.flow;

import java.util.function.Consumer;

/** The passes over a graph, in the order in which they run. */
public enum Phase {
  ASSIGN_HANDLERS(AssignHandlers::run),
  REMOVE_EMPTY_BLOCKS(RemoveEmptyBlocks::run),
  INLINE_EXITS(InlineExits::run),
  SIMPLIFY_BLOCKS(SimplifyBlocks::run),
  REMOVE_PAIRS(RemovePairs::run),
  INLINE_NEW_EXITS(InlineExits::run),
  REMOVE_UNREACHABLE(RemoveUnreachable::run),
  REMOVE_NOPS(RemoveNops::run),
  REMOVE_LEFT_EMPTY(RemoveEmptyBlocks::run),
  REMOVE_JUMPS(RemoveJumps::run),
  REMOVE_UNUSED_CONSTANTS(RemoveUnusedConstants::run),
  CHECK_UNBOUND_LOCALS(CheckUnboundLocals::run),
  MOVE_COLD_BLOCKS(MoveColdBlocks::run),
  RESOLVE_LINES(ResolveLines::run),
  LAY_OUT_LOCALS(LayOutLocals::run),
  COMPUTE_STACK_DEPTH(ComputeStackDepth::run),
  LOWER_PSEUDO(LowerPseudo::run),
  DIRECT_JUMPS(DirectJumps::run);

  private final Consumer<FlowGraph> pass;

  Phase(Consumer<FlowGraph> pass) {
    this.pass = pass;
  }

  /** Runs this one pass. */
  public void run(FlowGraph graph) {
    pass.accept(graph);
  }
}
