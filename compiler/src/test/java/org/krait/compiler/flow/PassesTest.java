package org.krait.compiler.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What the passes make of short sequences; what CPython makes of them is conformance's. */
class PassesTest {
  private static void check(Phase last, String source, String expected) {
    assertEquals(expected.stripTrailing(), Listing.after(last, source));
  }

  @Test
  void constantConditionsAreDecided() {
    check(
        Phase.REMOVE_JUMPS,
        """
          LOAD_CONST 2 @1
          POP_JUMP_IF_FALSE ->else @1
          LOAD_FAST 0 @2
          RETURN_VALUE @2
        else:
          LOAD_FAST 1 @3
          RETURN_VALUE @3
        """,
        """
          NOP @1
          LOAD_FAST 1 @3
          RETURN_VALUE @3
        """);
  }

  @Test
  void comparisonWithNoneJumpsByItself() {
    check(
        Phase.REMOVE_JUMPS,
        """
          LOAD_FAST 0 @1
          LOAD_CONST 0 @1
          IS_OP 1 @1
          POP_JUMP_IF_FALSE ->end @1
          LOAD_FAST 1 @2
          RETURN_VALUE @2
        end:
          LOAD_CONST 3 @3
          RETURN_VALUE @3
        """,
        """
          LOAD_FAST 0 @1
          POP_JUMP_IF_NONE ->a @1
          LOAD_FAST 1 @2
          RETURN_VALUE @2
        a:
          RETURN_CONST 3 @3
        """);
  }

  @Test
  void tuplesOfConstantsFoldAndUnusedConstantsGo() {
    String source =
        """
          LOAD_CONST 3 @1
          LOAD_CONST 4 @1
          BUILD_TUPLE 2 @1
          RETURN_VALUE @1
        """;
    check(
        Phase.REMOVE_UNUSED_CONSTANTS,
        source,
        """
          LOAD_CONST 1 @1
          RETURN_VALUE @1
        """);
    FlowGraph graph = Listing.graphAfter(Phase.REMOVE_UNUSED_CONSTANTS, source);
    assertEquals("[None, ('a', 'b')]", reprs(graph));
  }

  private static String reprs(FlowGraph graph) {
    return graph.constants().stream()
        .map(org.krait.constants.ConstantRepr::of)
        .toList()
        .toString();
  }

  @Test
  void packingToUnpackBecomesASwapAndThenAnOrderOfStores() {
    check(
        Phase.REMOVE_NOPS,
        """
          LOAD_FAST 1 @1
          LOAD_FAST 0 @1
          BUILD_TUPLE 2 @1
          UNPACK_SEQUENCE 2 @1
          STORE_FAST 0 @1
          STORE_FAST 1 @1
          LOAD_CONST 0 @2
          RETURN_VALUE @2
        """,
        """
          LOAD_FAST 1 @1
          LOAD_FAST 0 @1
          STORE_FAST 1 @1
          STORE_FAST 0 @1
          RETURN_CONST 0 @2
        """);
  }

  @Test
  void swapsStayWhereBothStoresGoToOneLocal() {
    check(
        Phase.REMOVE_NOPS,
        """
          SWAP 2 @1
          STORE_FAST 0 @1
          STORE_FAST 0 @1
          RETURN_CONST 0 @1
        """,
        """
          SWAP 2 @1
          STORE_FAST 0 @1
          STORE_FAST 0 @1
          RETURN_CONST 0 @1
        """);
  }

  @Test
  void runsOfSwapsAreShortened() {
    check(
        Phase.REMOVE_NOPS,
        """
          SWAP 3 @1
          SWAP 3 @1
          SWAP 2 @1
          BINARY_OP 0 @1
          RETURN_VALUE @1
        """,
        """
          SWAP 2 @1
          BINARY_OP 0 @1
          RETURN_VALUE @1
        """);
  }

  @Test
  void jumpsToJumpsGoStraightWithinALine() {
    String source =
        """
          LOAD_FAST 0 @1
          POP_JUMP_IF_FALSE ->first @1
          LOAD_FAST 1 @1
          RETURN_VALUE @1
        first:
          JUMP ->second @%d
        middle:
          LOAD_FAST 2 @4
        second:
          LOAD_FAST 0 @5
          LOAD_FAST 1 @5
          LOAD_FAST 2 @5
          BUILD_TUPLE 3 @5
          RETURN_VALUE @5
        """;
    String end =
        """
          LOAD_FAST 0 @5
          LOAD_FAST 1 @5
          LOAD_FAST 2 @5
          BUILD_TUPLE 3 @5
          RETURN_VALUE @5
        """;
    String start =
        """
          LOAD_FAST 0 @1
          POP_JUMP_IF_FALSE ->a @1
          LOAD_FAST 1 @1
          RETURN_VALUE @1
        a:
        """;
    check(Phase.REMOVE_JUMPS, source.formatted(1), start + end);
    // Line 3 would no longer be seen.
    check(Phase.REMOVE_JUMPS, source.formatted(3), start + "  NOP @3\n" + end);
  }

  @Test
  void shortExitsAreCopiedOverJumps() {
    check(
        Phase.INLINE_EXITS,
        """
          LOAD_FAST 0 @1
          JUMP ->end @1
        other:
          LOAD_FAST 1 @2
        end:
          RETURN_VALUE @3
        """,
        """
          LOAD_FAST 0 @1
          NOP @1
          RETURN_VALUE @3
          LOAD_FAST 1 @2
          RETURN_VALUE @3
        """);
  }

  @Test
  void pushedAndPoppedConstantsVanish() {
    check(
        Phase.REMOVE_PAIRS,
        """
          LOAD_CONST 3 @1
          POP_TOP @1
          LOAD_FAST 0 @1
          COPY 1 @1
          POP_TOP @1
          RETURN_VALUE @1
        """,
        """
          LOAD_FAST 0 @1
          RETURN_VALUE @1
        """);
  }

  @Test
  void nopsStayWhereTheyAloneMarkTheirLine() {
    check(
        Phase.REMOVE_NOPS,
        """
          NOP @1
          NOP @2
          LOAD_FAST 0 @2
          NOP
          RETURN_VALUE @3
        """,
        """
          NOP @1
          LOAD_FAST 0 @2
          RETURN_VALUE @3
        """);
  }

  @Test
  void localsThatMayBeUnboundAreChecked() {
    check(
        Phase.CHECK_UNBOUND_LOCALS,
        """
          LOAD_CONST 3 @1
          STORE_FAST 0 @1
          LOAD_FAST 0 @2
          POP_JUMP_IF_FALSE ->join @2
          LOAD_FAST 0 @3
          STORE_FAST 1 @3
        join:
          LOAD_FAST 1 @4
          LOAD_FAST 1 @4
          DELETE_FAST 0 @5
          LOAD_FAST 0 @6
          RETURN_VALUE @6
        """,
        """
          LOAD_CONST 1 @1
          STORE_FAST 0 @1
          LOAD_FAST 0 @2
          POP_JUMP_IF_FALSE ->a @2
          LOAD_FAST 0 @3
          STORE_FAST 1 @3
        a:
          LOAD_FAST_CHECK 1 @4
          LOAD_FAST 1 @4
          DELETE_FAST 0 @5
          LOAD_FAST_CHECK 0 @6
          RETURN_VALUE @6
        """);
  }

  private static final String TRY =
      """
        RESUME 0 @1
        SETUP_FINALLY ->handler @1
        LOAD_CONST 3 @2
        STORE_FAST 0 @2
        POP_BLOCK
        JUMP ->end @2
      handler:
        PUSH_EXC_INFO
        POP_TOP @3
        POP_EXCEPT @3
        LOAD_CONST 4 @4
        STORE_FAST 0 @4
        JUMP ->end
      end:
        LOAD_FAST 0 @5
        RETURN_VALUE @5
      """;

  @Test
  void handlersMoveBehindTheRest() {
    check(
        Phase.MOVE_COLD_BLOCKS,
        TRY,
        """
          RESUME 0 @1
          SETUP_FINALLY ->a @1
          LOAD_CONST 1 @2
          STORE_FAST 0 @2
          POP_BLOCK
          NOP @2
          LOAD_FAST 0 @5
          RETURN_VALUE @5
        a:
          PUSH_EXC_INFO
          POP_TOP @3
          POP_EXCEPT @3
          LOAD_CONST 2 @4
          STORE_FAST 0 @4
          LOAD_FAST 0 @5
          RETURN_VALUE @5
        """);
  }

  @Test
  void handlersAreKnownToWhatTheyProtect() {
    FlowGraph graph = Listing.graphAfter(Phase.COMPUTE_STACK_DEPTH, TRY);
    Block first = graph.entry;
    assertEquals(null, first.code[0].handler);
    Block handler = first.code[2].handler;
    assertEquals(org.krait.bytecode.Opcodes.PUSH_EXC_INFO, handler.code[0].opcode);
    assertEquals(1, handler.startDepth());
    assertEquals(2, graph.stackSize());
  }

  @Test
  void exitsWithoutLinesTakeThoseOfTheirPredecessors() {
    check(
        Phase.RESOLVE_LINES,
        """
          LOAD_FAST 0 @1
          POP_JUMP_IF_FALSE ->end @1
          LOAD_FAST 1 @2
          POP_JUMP_IF_FALSE ->end @2
          LOAD_FAST 2 @3
          POP_TOP @3
        end:
          RETURN_CONST 0
        """,
        """
          LOAD_FAST_CHECK 0 @1
          POP_JUMP_IF_FALSE ->b @1
          LOAD_FAST_CHECK 1 @2
          POP_JUMP_IF_FALSE ->a @2
          LOAD_FAST_CHECK 2 @3
          POP_TOP @3
          RETURN_CONST 0 @3
        a:
          RETURN_CONST 0 @2
        b:
          RETURN_CONST 0 @1
        """);
  }

  @Test
  void conditionalJumpsGoForwardOnly() {
    check(
        Phase.DIRECT_JUMPS,
        """
        loop:
          LOAD_FAST 0 @1
          POP_JUMP_IF_NONE ->loop @1
          RETURN_CONST 0 @2
        """,
        """
        a:
          LOAD_FAST_CHECK 0 @1
          POP_JUMP_IF_NOT_NONE ->b @1
          JUMP_BACKWARD ->a @1
        b:
          RETURN_CONST 0 @2
        """);
  }
}
